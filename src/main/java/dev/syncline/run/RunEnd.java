package dev.syncline.run;

import dev.syncline.record.Counts;
import dev.syncline.record.ParkedRecords;
import dev.syncline.record.RouteNumbers;
import dev.syncline.record.StatusTable;
import dev.syncline.system.HubFailure;
import dev.syncline.work.LeaseLost;
import dev.syncline.work.WorkItems;
import dev.syncline.work.WorkStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;

/** Ends runs: with the counts, the watermark and the tables as they are to be then, in one transaction. */
@ApplicationScoped
class RunEnd {
    private final WorkItems items;
    private final RunKind kind;
    private final Watermarks watermarks;
    private final StatusTable table;
    private final ParkedRecords parked;
    private final RouteNumbers numbers;
    private final Clock clock;

    RunEnd(
            WorkItems items,
            RunKind kind,
            Watermarks watermarks,
            StatusTable table,
            ParkedRecords parked,
            RouteNumbers numbers,
            Clock clock) {
        this.items = items;
        this.kind = kind;
        this.watermarks = watermarks;
        this.table = table;
        this.parked = parked;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * Ends a run that has looked at all there was, or was cancelled.
     *
     * @param movesWatermark whether it was over a range
     * @param isOverAll whether it has read every row of the source
     * @param remark what else is to be said of it; null for nothing
     * @throws LeaseLost when the run is not this process's any more
     */
    @Transactional(rollbackOn = Exception.class)
    Run finish(long id, int fence, boolean movesWatermark, boolean isOverAll, String remark) {
        Run run = items.mine(kind, id, fence);
        Counts counts = run.counts();
        if (!counts.addUp()) {
            return items.end(kind, run, WorkStatus.FAILED, "Its counts do not add up: " + counts);
        }
        if (run.cancelledBy != null) {
            return items.end(kind, run, WorkStatus.CANCELLED, remark);
        }
        if (movesWatermark) {
            watermarks.move(run);
        }
        if (isOverAll && !run.dryRun && run.isOverRange()) {
            tidy(run);
        }
        WorkStatus status = run.failed > 0 ? WorkStatus.PARTIAL : WorkStatus.SUCCESS;
        if (!run.dryRun && run.isOverRange()) {
            watermarks.succeeded(run.route, clock.instant());
        }
        return items.end(kind, run, status, remark);
    }

    /** @throws LeaseLost when the run is not this process's any more */
    @Transactional(rollbackOn = Exception.class)
    Run block(long id, int fence, String reason) {
        return items.end(kind, items.mine(kind, id, fence), WorkStatus.BLOCKED, reason);
    }

    /** Brings the tables in line with what a run over everything has seen. */
    private void tidy(Run run) {
        try {
            table.dropKeyless(numbers.of(run.route), run.id);
            parked.parkOthers(numbers.of(run.route));
        } catch (SQLException e) {
            throw new HubFailure(e);
        }
    }
}
