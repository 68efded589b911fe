package dev.syncline.record;

import dev.syncline.page.Since;
import java.util.UUID;

/**
 * What the status table knows of a record before its page is judged.
 *
 * @param transientFailure failed by something that can heal
 * @param contentHash of the fields that the target has; null when it has none
 * @param childHash of the children that the target has; null when it was never delivered deep
 * @param attemptedHash of what was tried last and was no success; null after a success
 * @param fieldHashes two bytes a field of what the target has
 * @param logId its newest entry in the document log; null when nothing was done yet
 * @param isMoved whether what was delivered went elsewhere, or in another form
 */
public record Known(
        RecordStatus status,
        Action action,
        boolean transientFailure,
        UUID contentHash,
        UUID childHash,
        UUID attemptedHash,
        byte[] fieldHashes,
        String targetRef,
        Long logId,
        int attempts,
        String reason,
        long runId,
        boolean isMoved) {
    /** Stands for content in another form than it goes in now: it equals none. */
    static final UUID OTHER_FORM = new UUID(0, 0);

    public Known(
            RecordStatus status,
            Action action,
            boolean transientFailure,
            UUID contentHash,
            UUID childHash,
            UUID attemptedHash,
            byte[] fieldHashes,
            String targetRef,
            Long logId,
            int attempts,
            String reason,
            long runId) {
        this(
                status,
                action,
                transientFailure,
                contentHash,
                childHash,
                attemptedHash,
                fieldHashes,
                targetRef,
                logId,
                attempts,
                reason,
                runId,
                false);
    }

    /** What is known of it where, and in the form in which, records go now. */
    Known of(Since since) {
        if (runId >= since.form()) {
            return this;
        }
        boolean isElsewhere = runId < since.place();
        return new Known(
                status,
                isElsewhere && action != Action.DELETED ? Action.NONE : action,
                transientFailure,
                contentHash == null || isElsewhere ? null : OTHER_FORM,
                childHash == null || isElsewhere ? null : OTHER_FORM,
                null,
                null,
                isElsewhere ? null : targetRef,
                logId,
                attempts,
                reason,
                runId,
                true);
    }

    /** Whether the target holds it. */
    public boolean isDelivered() {
        return contentHash != null && action != Action.DELETED;
    }
}
