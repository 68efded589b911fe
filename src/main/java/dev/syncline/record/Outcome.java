package dev.syncline.record;

import dev.syncline.json.Escaped;
import dev.syncline.secret.Secrets;
import java.util.List;
import java.util.UUID;

/**
 * What became of one record in a page, as it goes into the tables.
 *
 * @param known what the table knew before; null for a new record
 * @param hashes of what the target has now, and of what was tried where it is no success
 * @param targetRef the target's own id of the record; null where it did not tell
 * @param changed names of the fields that changed, for the document log
 * @param content what was or would have been sent, JSON in UTF-8
 * @param waits what it waits for, where runs are to look at it again though it did not change; else null
 */
public record Outcome(
        RecordHead head,
        Known known,
        RecordState state,
        Hashes hashes,
        String targetRef,
        List<String> changed,
        byte[] content,
        Waits waits) {
    /** Titles, references and reasons come from outside: they are kept as they are shown, without secrets, or no page could be recorded. */
    public Outcome {
        head = head.shown();
        state = state.shown();
        targetRef = shown(targetRef);
        if (!changed.stream().allMatch(name -> name.equals(shown(name)))) {
            changed = changed.stream().map(Outcome::shown).toList();
        }
    }

    private static String shown(String name) {
        return Escaped.of(Secrets.masked(name));
    }

    public String key() {
        return head.key();
    }

    String title() {
        return head.title();
    }

    boolean keyless() {
        return head.keyless();
    }

    Long changedAt() {
        return head.changedAt();
    }

    public RecordStatus status() {
        return state.status();
    }

    public Action action() {
        return state.action();
    }

    boolean transientFailure() {
        return state.isTransient();
    }

    public String reason() {
        return state.reason();
    }

    UUID contentHash() {
        return hashes.content();
    }

    UUID childHash() {
        return hashes.children();
    }

    public UUID attemptedHash() {
        return hashes.attempted();
    }

    byte[] fieldHashes() {
        return hashes.fields();
    }

    /** Whether something was done at the target, so that it stands in the document log. */
    boolean isDone() {
        return status() == RecordStatus.SUCCESS
                && (action() == Action.CREATED
                        || action() == Action.UPDATED
                        || action() == Action.CANCELLED
                        || action() == Action.DELETED && (known == null || known.isDelivered()));
    }
}
