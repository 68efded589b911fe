package dev.syncline.api.notices;

import dev.syncline.record.Notices.OpenKind;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * The open notices of a kind, as the API shows them.
 *
 * @param count how many there are; at least so many where {@code more}
 * @param more whether there are more than were counted
 * @param lastAt when the newest was raised last
 * @param example the text of the newest
 */
@RegisterForReflection
public record NoticeKindView(String kind, long count, boolean more, Instant lastAt, String example) {
    static NoticeKindView of(OpenKind open) {
        return new NoticeKindView(open.kind(), open.count(), !open.isWhole(), open.lastAt(), open.text());
    }
}
