package dev.syncline.run;

import dev.syncline.record.Audit;
import dev.syncline.record.Counts;
import dev.syncline.record.Fenced;
import dev.syncline.record.ParkedRecords;
import dev.syncline.record.RetryLine;
import dev.syncline.record.RouteNumbers;
import dev.syncline.record.StatusTable;
import dev.syncline.secret.Secrets;
import dev.syncline.system.HubFailure;
import dev.syncline.system.LostConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The changes in a run's life, each a short transaction that holds the run's row. */
@ApplicationScoped
class RunLife {
    private static final int MOST_VAIN_RESUMPTIONS = 3;

    private final Clock clock;
    private final Lease lease;
    private final Watermarks watermarks;
    private final StatusTable table;
    private final ParkedRecords parked;
    private final RetryLine line;
    private final RouteNumbers numbers;
    private final Audit audit;

    RunLife(
            Clock clock,
            Lease lease,
            Watermarks watermarks,
            StatusTable table,
            ParkedRecords parked,
            RetryLine line,
            RouteNumbers numbers,
            Audit audit) {
        this.clock = clock;
        this.lease = lease;
        this.watermarks = watermarks;
        this.table = table;
        this.parked = parked;
        this.line = line;
        this.numbers = numbers;
        this.audit = audit;
    }

    /**
     * Makes the run this process's own, if it is free and its turn; the run as it stands then. The caller holds its lease
     * once this is committed: one that is not must not be renewed.
     */
    @Transactional(rollbackOn = Exception.class)
    Optional<Run> claim(long id) {
        Run run = Run.findById(id, LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.instant();
        if (run == null || run.status.isFinal() || run.leaseUntil != null && run.leaseUntil.isAfter(now)) {
            return Optional.empty();
        }
        if (run.afterRun != null) {
            Run before = Run.findById(run.afterRun);
            if (before != null && !before.status.isFinal()) {
                return Optional.empty();
            }
        }
        if (run.startedAt == null) {
            run.startedAt = now;
        } else {
            run.resumed++;
            run.vain++;
        }
        run.queued = false;
        run.waitingUntil = null;
        run.owner = lease.owner();
        run.fence++;
        run.leaseUntil = lease.until();
        return Optional.of(run);
    }

    /**
     * Lets go of a run that this process does not carry on: whoever looks next goes on with it.
     *
     * @throws Fenced when the run is not this process's any more
     */
    @Transactional(rollbackOn = Exception.class)
    Run release(long id, int fence) {
        Run run = mine(id, fence);
        run.owner = null;
        run.leaseUntil = clock.instant();
        return run;
    }

    /**
     * Ends a run that has looked at all there was, or was cancelled.
     *
     * @param movesWatermark whether it was over a range
     * @param isOverAll whether it has read every row of the source
     * @param remark what else is to be said of it; null for nothing
     * @throws Fenced when the run is not this process's any more
     */
    @Transactional(rollbackOn = Exception.class)
    Run finish(long id, int fence, boolean movesWatermark, boolean isOverAll, String remark) {
        Run run = mine(id, fence);
        Counts counts = run.counts();
        if (!counts.addUp()) {
            return end(run, RunStatus.FAILED, "Its counts do not add up: " + counts);
        }
        if (run.cancelledBy != null) {
            return end(run, RunStatus.CANCELLED, remark);
        }
        if (movesWatermark) {
            watermarks.move(run);
        }
        if (isOverAll && !run.dryRun && run.isOverRange()) {
            tidy(run);
        }
        RunStatus status = run.failed > 0 ? RunStatus.PARTIAL : RunStatus.SUCCESS;
        if (!run.dryRun && run.isOverRange()) {
            watermarks.succeeded(run.route, clock.instant());
        }
        return end(run, status, remark);
    }

    /**
     * Whether a run whose database went away is to continue later. Not if connections break at the same page over and
     * over, as the page may be why; a hub that gives no connection says nothing against it.
     */
    @Transactional(rollbackOn = Exception.class)
    boolean mayGoOn(long id, Throwable cause) {
        if (LostConnection.isAway(cause)) {
            return true;
        }
        Run run = Run.findById(id);
        return LostConnection.isBroken(cause) && run.vain < MOST_VAIN_RESUMPTIONS;
    }

    /**
     * Ends a run that could not finish. One that somebody has cancelled meanwhile is CANCELLED.
     *
     * @throws Fenced when the run is not this process's any more
     */
    @Transactional(rollbackOn = Exception.class)
    Run fail(long id, int fence, String reason) {
        Run run = mine(id, fence);
        return end(run, run.cancelledBy == null ? RunStatus.FAILED : RunStatus.CANCELLED, reason);
    }

    @Transactional(rollbackOn = Exception.class)
    Run block(long id, int fence, String reason) {
        return end(mine(id, fence), RunStatus.BLOCKED, reason);
    }

    /** Cancels a run as a user asks: a queued one ends at once, another after its page. Empty if it is unknown. */
    @Transactional(rollbackOn = Exception.class)
    Optional<Run> cancel(long id, String who) {
        Run run = Run.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (stop(run, who)) {
            audit.write(who, "cancel", run.route, "run " + id);
        }
        return Optional.ofNullable(run);
    }

    /** Cancels a run for another one that was ordered. Nobody decides that, so it is not audited. */
    @Transactional(rollbackOn = Exception.class)
    void giveWay(long id, String who) {
        stop(Run.findById(id, LockModeType.PESSIMISTIC_WRITE), who);
    }

    /** Whether the run was active, and not cancelled before. */
    private boolean stop(Run run, String who) {
        if (run == null || run.status.isFinal() || run.cancelledBy != null) {
            return false;
        }
        run.cancelledBy = who;
        if (run.queued) {
            run.queued = false;
            end(run, RunStatus.CANCELLED, null);
        }
        return true;
    }

    /** Ends the active runs of routes that are none of these, but for those that somebody still carries out. */
    @Transactional(rollbackOn = Exception.class)
    List<Run> endWithoutRoute(Set<String> routes) {
        List<Run> lost = Run.list(
                "status = ?1 and (leaseUntil is null or leaseUntil < ?2) and route not in ?3",
                RunStatus.IN_PROGRESS,
                clock.instant(),
                routes);
        lost.forEach(run -> {
            run.queued = false;
            end(run, RunStatus.FAILED, "There is no route " + run.route + " any more");
        });
        return lost;
    }

    /** Runs that wait for this one. */
    @Transactional(rollbackOn = Exception.class)
    List<Run> waitingFor(long id) {
        return Run.list("afterRun = ?1 and status = ?2", id, RunStatus.IN_PROGRESS);
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

    private Run mine(long id, int fence) {
        Run run = Run.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (run == null || run.fence != fence || run.status.isFinal()) {
            throw new Fenced(id);
        }
        return run;
    }

    private Run end(Run run, RunStatus status, String reason) {
        if (run.trigger == Trigger.RETRY) {
            line.leave(numbers.of(run.route));
        }
        run.status = status;
        run.reason = Secrets.masked(reason);
        run.finishedAt = clock.instant();
        run.leaseUntil = null;
        run.waitingUntil = null;
        return run;
    }
}
