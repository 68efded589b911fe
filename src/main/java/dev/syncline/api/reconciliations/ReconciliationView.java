package dev.syncline.api.reconciliations;

import dev.syncline.api.runs.Progress;
import dev.syncline.api.runs.RangeView;
import dev.syncline.reconcile.Reconciliation;
import dev.syncline.work.WorkStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Locale;

/**
 * A reconciliation as the API shows it.
 *
 * @param repairRun the newest run that sent differences; null before the first
 * @param waitingUntil until when it waits for a system; null if it does not
 */
@RegisterForReflection
public record ReconciliationView(
        long id,
        String route,
        String status,
        boolean queued,
        String requestedBy,
        RangeView range,
        String depth,
        boolean repair,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,
        Progress progress,
        ComparisonCounts counts,
        Long repairRun,
        Instant waitingUntil,
        int resumed,
        String reason,
        String cancelledBy) {

    static ReconciliationView of(Reconciliation found) {
        return new ReconciliationView(
                found.id,
                found.route,
                found.status.name(),
                found.queued,
                found.requestedBy,
                new RangeView(found.rangeName, found.rangeFrom, found.rangeTo),
                found.depth.toLowerCase(Locale.ROOT),
                found.repair,
                found.createdAt,
                found.startedAt,
                found.finishedAt,
                progress(found),
                new ComparisonCounts(
                        found.compared,
                        found.equal,
                        found.missing,
                        found.extra,
                        found.different,
                        found.unkeyed,
                        found.repaired),
                found.repairRun,
                found.waitingUntil,
                found.resumed,
                found.reason,
                found.cancelledBy);
    }

    private static Progress progress(Reconciliation found) {
        Long expected = found.expected == null ? null : Math.max(found.expected, found.done);
        int percent;
        if (found.status == WorkStatus.SUCCESS || found.status == WorkStatus.PARTIAL) {
            percent = 100;
        } else if (expected == null || expected == 0) {
            percent = 0;
        } else {
            percent = (int) Math.min(99, found.done * 100 / expected);
        }
        return new Progress(percent, found.done, expected);
    }
}
