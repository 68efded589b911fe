package dev.syncline.page;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * Bounds for a changed-at without a zone. In the hour that a daylight-saving change repeats, a local time stands for two
 * instants; a bound in that hour takes the earlier reading at the lower end and the later one at the upper end, so that
 * no row falls out of the window. Rows taken twice are skipped by content.
 */
final class LocalBounds {
    private LocalBounds() {}

    static LocalDateTime lower(Instant from, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(from, zone);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isOverlap() ? change.getDateTimeAfter() : local;
    }

    static LocalDateTime upper(Instant to, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(to, zone);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isOverlap() ? change.getDateTimeBefore() : local;
    }
}
