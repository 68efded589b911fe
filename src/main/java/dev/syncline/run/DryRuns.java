package dev.syncline.run;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import dev.syncline.judge.Judged;
import dev.syncline.judge.Verdict;
import dev.syncline.page.RunContext;
import dev.syncline.record.LogReader;
import dev.syncline.run.phase.Phase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    /**
     * Keys of the page that the run has told of; in its later phases, those too that it has nothing to tell of. What was
     * held before it and still is, though out of its range, it does not count either.
     */
    Set<String> seenBefore(List<Judged> page, RunContext run, Phase phase) {
        if (!run.dryRun() || phase == Phase.RANGE) {
            return Set.of();
        }
        Map<Boolean, List<String>> keys =
                page.stream().collect(partitioningBy(record -> isTold(record, phase), mapping(Judged::key, toList())));
        Set<String> seen = new HashSet<>(log.keysOf(run.id(), keys.get(true)));
        seen.addAll(keys.get(false));
        return seen;
    }

    private static boolean isTold(Judged record, Phase phase) {
        return record.verdict().isDelivered() || phase != Phase.HELD && record.verdict() != Verdict.UNCHANGED;
    }
}
