package dev.syncline.run;

import dev.syncline.judge.Judged;
import dev.syncline.judge.JudgedPage;
import dev.syncline.page.RunContext;
import dev.syncline.record.LogReader;
import dev.syncline.run.ActiveRun.Phase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps a dry run from telling of a record twice. A real run marks in the status table what it has looked at, so that
 * its later phases leave that out; a dry run writes nothing there, and looks into its own log.
 */
@ApplicationScoped
class DryRuns {
    private final LogReader log;

    DryRuns(LogReader log) {
        this.log = log;
    }

    /** Keys of the page that the run has told of; in its later phases, those too that it has nothing to tell of. */
    Set<String> seenBefore(JudgedPage page, RunContext run, Phase phase) {
        if (!run.dryRun() || phase == Phase.RANGE) {
            return Set.of();
        }
        List<String> wouldGo = page.records().stream()
                .filter(record -> record.verdict().isDelivered())
                .map(Judged::key)
                .toList();
        Set<String> seen = new HashSet<>(log.keysOf(run.id(), wouldGo));
        page.records().stream()
                .filter(record -> !record.verdict().isDelivered())
                .forEach(record -> seen.add(record.key()));
        return seen;
    }
}
