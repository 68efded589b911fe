package dev.syncline.record;

import dev.syncline.work.Checkpoint;
import java.time.Instant;
import java.util.List;

/**
 * All that one page leaves behind.
 *
 * @param outcomes of the records whose row in the status table changes, or that a dry run has to tell of
 * @param counts what the page adds to the run's counts
 * @param checkpoint where the part of the run continues that read it
 * @param expected how many records the run covers, as far as is known
 * @param sourceNow the source's clock when the run began to read; null where it does not tell
 * @param horizon before which no transaction began that is still open at the source; null where it does not tell
 * @param highest the highest changed-at of the rows read so far that count; null where there are none
 * @param far the lowest changed-at of those that are far ahead of all others; null where there are none
 * @param beyond how many are
 * @param unit what that counts: {@code TIME} or {@code NUMBER}; null where the page does not say
 * @param settled keys of the records that the target can only create, and of which it is known now what became of them
 * @param edit number of the edited payload that the page sends; null for what the source has
 */
public record PageResult(
        long runId,
        Checkpoint checkpoint,
        int routeNumber,
        boolean dryRun,
        List<Outcome> outcomes,
        Counts counts,
        Long expected,
        Instant sourceNow,
        Instant horizon,
        Long highest,
        Long far,
        int beyond,
        String unit,
        List<String> settled,
        Long edit) {
    /** A dry run's log says what it would keep back, too, as it leaves no statuses that say it. */
    boolean isLogged(Outcome outcome) {
        return outcome.isDone() || dryRun && outcome.status() != RecordStatus.SUCCESS;
    }
}
