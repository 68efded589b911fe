package dev.syncline.record;

import dev.syncline.page.RunContext;
import dev.syncline.work.Checkpoint;
import java.util.List;

/**
 * All that one page leaves behind.
 *
 * @param checkpoint where the part of the run continues that the page is of
 * @param outcomes of the records whose row in the status table changes, or that a dry run has to tell of
 * @param counts what the page adds to the run's counts
 * @param settled keys of the records that the target can only create, and of which it is known now what became of them
 * @param edit number of the edited payload that the page sends; null for what the source has
 */
public record PageResult(
        RunContext run,
        Checkpoint checkpoint,
        List<Outcome> outcomes,
        Counts counts,
        SourceProgress source,
        List<String> settled,
        Long edit) {
    long runId() {
        return run.id();
    }

    int routeNumber() {
        return run.routeNumber();
    }

    boolean dryRun() {
        return run.dryRun();
    }

    /** A dry run's log says what it would keep back, too, as it leaves no statuses that say it. */
    boolean isLogged(Outcome outcome) {
        return outcome.isDone() || dryRun() && outcome.status() != RecordStatus.SUCCESS;
    }
}
