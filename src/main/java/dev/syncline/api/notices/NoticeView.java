package dev.syncline.api.notices;

import dev.syncline.record.Notice;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A notice as the API shows it.
 *
 * @param status {@code open} or {@code resolved}
 * @param key key of the subject, mostly a record; null if the notice is about the route as a whole
 * @param at when it was first raised
 * @param count how often it was raised
 * @param resolvedBy a user, or {@code syncline} if its cause no longer exists
 */
@RegisterForReflection
public record NoticeView(
        long id,
        String kind,
        String status,
        String route,
        String key,
        String text,
        Instant at,
        Instant lastAt,
        int count,
        Instant resolvedAt,
        String resolvedBy) {
    public static NoticeView of(Notice notice) {
        return new NoticeView(
                notice.id,
                notice.kind,
                notice.isOpen() ? "open" : "resolved",
                notice.route,
                notice.key,
                notice.text,
                notice.at,
                notice.lastAt,
                notice.count,
                notice.resolvedAt,
                notice.resolvedBy);
    }
}
