package dev.syncline.api.records;

import dev.syncline.record.ReasonGroup;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * Records that are kept back for one reason, as the API shows them.
 *
 * @param reason without what differs from record to record
 * @param count how many there are; at least so many where {@code more}
 * @param more whether there are more than were counted
 * @param example the reason of one of them as it is
 * @param firstSeenAt when the one that has rested longest was tried last; null where not all were looked at
 * @param lastSeenAt when one of them was tried last; null where not all were looked at
 */
@RegisterForReflection
public record ReasonView(
        String reason,
        String status,
        String route,
        long count,
        boolean more,
        String example,
        Instant firstSeenAt,
        Instant lastSeenAt) {
    static ReasonView of(ReasonGroup group) {
        return new ReasonView(
                group.reason(),
                group.status().name(),
                group.route(),
                group.count(),
                !group.isWhole(),
                group.example(),
                group.firstTriedAt(),
                group.lastTriedAt());
    }
}
