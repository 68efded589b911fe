package dev.syncline.record;

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
        long runId) {
    /** Whether the target holds it. */
    public boolean isDelivered() {
        return contentHash != null && action != Action.DELETED;
    }
}
