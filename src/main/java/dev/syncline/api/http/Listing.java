package dev.syncline.api.http;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param next the cursor of the next page; null after the last one
 */
@RegisterForReflection
public record Listing<T>(List<T> items, String next) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MOST = 500;

    /**
     * @param found the items, with one more than the limit if more exist
     * @param cursor returns the cursor of an item, after which the next page begins
     */
    public static <T> Listing<T> of(List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) {
            return new Listing<>(found, null);
        }
        List<T> items = List.copyOf(found.subList(0, limit));
        return new Listing<>(items, cursor.apply(items.get(limit - 1)));
    }

    /** Returns a page of a short list that is known as a whole; its cursors are numbers of items. */
    public static <T> Listing<T> part(List<T> all, Integer limit, String cursor) {
        int first = (int) Math.max(0, Math.min(all.size(), cursor(cursor, 0)));
        int end = Math.min(all.size(), first + limit(limit));
        return new Listing<>(List.copyOf(all.subList(first, end)), end == all.size() ? null : Integer.toString(end));
    }

    /** @throws BadRequest if it is not from 1 to 500 */
    public static int limit(Integer limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        } else if (limit < 1 || limit > MOST) {
            throw new BadRequest("limit is " + limit + ", and must be from 1 to " + MOST);
        }
        return limit;
    }

    /** @throws BadRequest if it is not a number */
    public static long cursor(String cursor, long first) {
        if (cursor == null || cursor.isBlank()) {
            return first;
        }
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new BadRequest("cursor '" + cursor + "' is not a cursor of this list");
        }
    }
}
