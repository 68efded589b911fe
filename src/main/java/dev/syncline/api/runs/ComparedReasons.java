package dev.syncline.api.runs;

import dev.syncline.record.reason.RunReason;
import dev.syncline.record.reason.RunReasons;
import dev.syncline.run.Run;
import dev.syncline.run.RunQueries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells which reasons of a run the one before it did not have. */
@ApplicationScoped
class ComparedReasons {
    private final RunReasons reasons;
    private final RunQueries runs;

    ComparedReasons(RunReasons reasons, RunQueries runs) {
        this.reasons = reasons;
        this.runs = runs;
    }

    List<RunReasonView> of(Run run) {
        List<RunReason> found = reasons.of(run.id);
        if (found.isEmpty()) {
            return List.of();
        }
        Optional<Set<String>> before = runs.before(run).flatMap(this::reasonsOf);
        return found.stream()
                .map(reason -> new RunReasonView(
                        reason.status().name(),
                        reason.reason(),
                        reason.records(),
                        before.map(known -> !known.contains(id(reason))).orElse(null)))
                .toList();
    }

    /** Empty if the run kept records back, and its reasons were not recorded. */
    private Optional<Set<String>> reasonsOf(Run run) {
        Set<String> found = reasons.of(run.id).stream().map(ComparedReasons::id).collect(Collectors.toSet());
        boolean isKnown = !found.isEmpty() || run.failed + run.blocked + run.onHold == 0;
        return isKnown ? Optional.of(found) : Optional.empty();
    }

    private static String id(RunReason reason) {
        return reason.status() + " " + reason.reason();
    }
}
