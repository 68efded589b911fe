package dev.syncline.run;

import dev.syncline.record.Counts;
import dev.syncline.record.ParkedRecords;
import dev.syncline.record.RouteNumbers;
import dev.syncline.record.StatusTable;
import dev.syncline.system.HubFailure;
import dev.syncline.work.ItemPart;
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
     * Ends the part of a run that has looked at all there was, or was cancelled; with the last one, the run.
     *
     * @param movesWatermark whether it was over a range
     * @param isOverAll whether it has read every row of the source
     * @param remark what else is to be said of it; null for nothing
     * @throws LeaseLost when the run is not this process's any more
     */
    @Transactional(rollbackOn = Exception.class)
    Run finish(long part, int fence, boolean movesWatermark, boolean isOverAll, String remark) {
        ItemPart<Run> mine = items.mine(kind, part, fence);
        Run run = mine.item();
        Counts counts = run.counts();
        boolean isLast = items.isLast(kind, mine);
        if (isLast && !counts.addUp()) {
            return items.end(kind, mine, WorkStatus.FAILED, "Its counts do not add up: " + counts);
        }
        if (run.cancelledBy != null) {
            return items.end(kind, mine, WorkStatus.CANCELLED, remark);
        }
        if (!isLast) { // another part is to come, or could not finish
            return items.end(kind, mine, WorkStatus.SUCCESS, remark);
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
        return items.end(kind, mine, status, remark);
    }

    /** @throws LeaseLost when the run is not this process's any more */
    @Transactional(rollbackOn = Exception.class)
    Run block(long part, int fence, String reason) {
        return items.end(kind, items.mine(kind, part, fence), WorkStatus.BLOCKED, reason);
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
