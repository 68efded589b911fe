package dev.syncline.record;

import dev.syncline.page.Since;
import java.util.UUID;

/**
 * What the status table knows of a record before its page is judged.
 *
 * @param hashes of what the target has, and of what was tried last and was no success
 * @param targetRef the target's own id of the record; null where it did not tell
 * @param logId its newest entry in the document log; null when nothing was done yet
 * @param isMoved whether what was delivered went elsewhere, or in another form
 */
public record Known(
        RecordState state, Hashes hashes, String targetRef, Long logId, int attempts, long runId, boolean isMoved) {
    /** Stands for content in another form than it goes in now: it equals none. */
    static final UUID OTHER_FORM = new UUID(0, 0);

    private static final RecordState IN_STEP = RecordState.success(Action.UNCHANGED);

    /** Returns what is known of a record that is at the target with just this content. */
    public static Known inStep(UUID content, UUID children) {
        return new Known(IN_STEP, new Hashes(content, children, null, null), null, null, 0, 0, false);
    }

    /** What is known of it where, and in the form in which, records go now. */
    Known of(Since since) {
        if (runId >= since.form()) {
            return this;
        }
        boolean isElsewhere = runId < since.place();
        Action before = isElsewhere && action() != Action.DELETED ? Action.NONE : action();
        return new Known(
                new RecordState(status(), before, transientFailure(), reason()),
                new Hashes(
                        contentHash() == null || isElsewhere ? null : OTHER_FORM,
                        childHash() == null || isElsewhere ? null : OTHER_FORM,
                        null,
                        null),
                isElsewhere ? null : targetRef,
                logId,
                attempts,
                runId,
                true);
    }

    public RecordStatus status() {
        return state.status();
    }

    public Action action() {
        return state.action();
    }

    public boolean transientFailure() {
        return state.isTransient();
    }

    public String reason() {
        return state.reason();
    }

    public UUID contentHash() {
        return hashes.content();
    }

    public UUID childHash() {
        return hashes.children();
    }

    public UUID attemptedHash() {
        return hashes.attempted();
    }

    public byte[] fieldHashes() {
        return hashes.fields();
    }

    /** Whether the target holds it. */
    public boolean isDelivered() {
        return contentHash() != null && action() != Action.DELETED;
    }
}
