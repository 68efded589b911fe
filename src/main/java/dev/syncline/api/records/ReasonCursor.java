package dev.syncline.api.records;

import dev.syncline.api.http.BadRequest;
import dev.syncline.record.ReasonGroups.Place;

/** A place in the list of reasons as calls name it: {@code 3.2.the reason}. */
final class ReasonCursor {
    private ReasonCursor() {}

    static String of(Place place) {
        return place.route() + "." + place.status() + "." + place.reason();
    }

    /** @throws BadRequest when it is no cursor of that list */
    static Place read(String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return Place.FIRST;
        }
        String[] parts = cursor.split("\\.", 3);
        try {
            return new Place(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new BadRequest("cursor '" + cursor + "' is not a cursor of this list");
        }
    }
}
