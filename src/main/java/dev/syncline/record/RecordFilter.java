package dev.syncline.record;

import java.time.Instant;
import java.util.Locale;

/**
 * Which records are wanted. Each part is null for all.
 *
 * @param route its id
 * @param reason as {@link ReasonGroup} has it, without what differs from record to record; only of records that are no
 *     success
 * @param q text that key or title contains, without regard to case
 * @param from tried last at that moment or after
 * @param to tried last before that moment
 */
public record RecordFilter(String route, RecordStatus status, String reason, String q, Instant from, Instant to) {
    public RecordFilter {
        reason = blankAsNull(reason);
        q = blankAsNull(q);
    }

    public static RecordFilter of(RecordStatus status) {
        return new RecordFilter(null, status, null, null, null, null);
    }

    public RecordFilter ofRoute(String id) {
        return new RecordFilter(id, status, reason, q, from, to);
    }

    public RecordFilter inStatus(RecordStatus other) {
        return new RecordFilter(route, other, reason, q, from, to);
    }

    /** Whether the status alone, and the route, say which records are meant. */
    boolean isStatusOnly() {
        return reason == null && q == null && from == null && to == null;
    }

    /** The text in lower case, as it is compared. */
    String text() {
        return q == null ? null : q.toLowerCase(Locale.ROOT);
    }

    Long fromMillis() {
        return from == null ? null : from.toEpochMilli();
    }

    Long toMillis() {
        return to == null ? null : to.toEpochMilli();
    }

    private static String blankAsNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
