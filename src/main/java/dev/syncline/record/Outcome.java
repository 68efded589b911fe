package dev.syncline.record;

import dev.syncline.json.Escaped;
import dev.syncline.secret.Secrets;
import java.util.List;
import java.util.UUID;

/**
 * What became of one record in a page, as it goes into the tables.
 *
 * @param known what the table knew before; null for a new record
 * @param action what was done at the target, {@link Action#NONE} when nothing was
 * @param attemptedHash of what was tried; null for a success
 * @param keyless whether the key is made from the content, because the row has none of its own
 * @param changed names of the fields that changed, for the document log
 * @param content what was or would have been sent, JSON in UTF-8
 * @param reason why it is not a success; null when it is
 * @param waits what it waits for, where runs are to look at it again though it did not change; else null
 */
public record Outcome(
        String key,
        String title,
        Known known,
        RecordStatus status,
        Action action,
        boolean transientFailure,
        boolean keyless,
        Long changedAt,
        UUID contentHash,
        UUID childHash,
        UUID attemptedHash,
        byte[] fieldHashes,
        String targetRef,
        List<String> changed,
        byte[] content,
        String reason,
        Waits waits) {
    /** Titles, references and reasons come from outside: they are kept as they are shown, without secrets, or no page could be recorded. */
    public Outcome {
        title = Escaped.of(Secrets.masked(title));
        targetRef = Escaped.of(Secrets.masked(targetRef));
        reason = Escaped.of(Secrets.masked(reason));
        if (!changed.isEmpty()) {
            changed = changed.stream()
                    .map(name -> Escaped.of(Secrets.masked(name)))
                    .toList();
        }
    }

    /** Whether something was done at the target, so that it stands in the document log. */
    boolean isDone() {
        return status == RecordStatus.SUCCESS
                && (action == Action.CREATED
                        || action == Action.UPDATED
                        || action == Action.CANCELLED
                        || action == Action.DELETED && (known == null || known.isDelivered()));
    }
}
