package dev.syncline.record;

import java.time.Instant;

/**
 * Records of a route that are kept back for one reason.
 *
 * @param reason without what differs from record to record: keys, quoted text, numbers
 * @param count how many they are; where not {@code isWhole}, there are more
 * @param example the reason of one of them as it is
 * @param firstTriedAt when the one that has rested longest was tried last; null where not all were looked at
 * @param lastTriedAt when one of them was tried last; null where not all were looked at
 */
public record ReasonGroup(
        String route,
        RecordStatus status,
        String reason,
        long count,
        boolean isWhole,
        String example,
        Instant firstTriedAt,
        Instant lastTriedAt) {
    ReasonGroup withWholeCount(long whole) {
        return new ReasonGroup(route, status, reason, whole, true, example, firstTriedAt, lastTriedAt);
    }
}
