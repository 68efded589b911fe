package dev.syncline.api.runs;

import dev.syncline.record.Counts;
import dev.syncline.run.Run;
import dev.syncline.work.WorkStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Locale;

/** A run as the API shows it. */
@RegisterForReflection
public record RunView(
        long id,
        String route,
        String status,
        boolean queued,
        String trigger,
        String requestedBy,
        RangeView range,
        String depth,
        boolean dryRun,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,
        Progress progress,
        Counts counts,
        Instant waitingUntil,
        int resumed,
        String reason,
        String cancelledBy) {

    public static RunView of(Run run) {
        return new RunView(
                run.id,
                run.route,
                run.status.name(),
                run.queued,
                run.trigger.name(),
                run.requestedBy,
                new RangeView(run.rangeName, run.rangeFrom, run.rangeTo),
                run.depth.toLowerCase(Locale.ROOT),
                run.dryRun,
                run.createdAt,
                run.startedAt,
                run.finishedAt,
                progress(run),
                run.counts(),
                run.waitingUntil,
                run.resumed,
                run.reason,
                run.cancelledBy);
    }

    /** Returns 100 percent only for a run that has finished. */
    private static Progress progress(Run run) {
        Long expected = run.expected == null ? null : Math.max(run.expected, run.read);
        int percent;
        if (run.status == WorkStatus.SUCCESS || run.status == WorkStatus.PARTIAL) {
            percent = 100;
        } else if (expected == null || expected == 0) {
            percent = 0;
        } else {
            percent = (int) Math.min(99, run.read * 100 / expected);
        }
        return new Progress(percent, run.read, expected);
    }
}
