package dev.syncline.reconcile;

import dev.syncline.reconcile.Difference.Kind;
import dev.syncline.reconcile.Reconciliation.Phase;
import dev.syncline.record.Audit;
import dev.syncline.run.RunStatus;
import dev.syncline.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The changes in a reconciliation's life, each a short transaction that holds its row. */
@ApplicationScoped
class ReconciliationLife {
    private static final int MOST_VAIN_RESUMPTIONS = 3;

    private final Clock clock;
    private final ReconciliationLease lease;
    private final Differences differences;
    private final Audit audit;
    private final int most;

    ReconciliationLife(
            Clock clock,
            ReconciliationLease lease,
            Differences differences,
            Audit audit,
            @ConfigProperty(name = "syncline.reconciliation.most-differences") int most) {
        this.clock = clock;
        this.lease = lease;
        this.differences = differences;
        this.audit = audit;
        this.most = most;
    }

    /** @throws org.hibernate.exception.ConstraintViolationException when the route has an active one */
    @Transactional(rollbackOn = Exception.class)
    Reconciliation create(ReconciliationRequest request) {
        Reconciliation made = new Reconciliation();
        made.route = request.route();
        made.requestedBy = request.requestedBy();
        made.rangeName = request.range().apiName();
        if (request.window() != null) {
            made.rangeFrom = request.window().from();
            made.rangeTo = request.window().to();
        }
        made.depth = request.depth().name();
        made.repair = request.repair();
        made.createdAt = clock.instant();
        made.status = RunStatus.IN_PROGRESS;
        made.queued = true;
        made.phase = Phase.SOURCE;
        made.persistAndFlush();
        audit.write(
                request.requestedBy(),
                request.repair() ? "reconcile and repair" : "reconcile",
                made.route,
                "reconciliation " + made.id + ", " + made.rangeName + ", " + made.depth);
        return made;
    }

    /** Makes it this process's own, if it is free; as it stands then. The caller holds its lease once this is committed. */
    @Transactional(rollbackOn = Exception.class)
    Optional<Reconciliation> claim(long id) {
        Reconciliation found = Reconciliation.findById(id, LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.instant();
        if (found == null || found.status.isFinal() || found.leaseUntil != null && found.leaseUntil.isAfter(now)) {
            return Optional.empty();
        }
        if (found.startedAt == null) {
            found.startedAt = now;
        } else {
            found.resumed++;
            found.vain++;
        }
        found.queued = false;
        found.waitingUntil = null;
        found.owner = lease.owner();
        found.fence++;
        found.leaseUntil = lease.until();
        return Optional.of(found);
    }

    /** Not if connections break at the same page over and over, as the page may be why. */
    @Transactional(rollbackOn = Exception.class)
    boolean mayGoOn(long id) {
        Reconciliation found = Reconciliation.findById(id);
        return found.vain < MOST_VAIN_RESUMPTIONS;
    }

    /**
     * Records what a page brought to light, and where it goes on: all or nothing. Of more differences than are kept,
     * the rest is only counted.
     *
     * @param expected rows to look at in all, as far as is known now; null where nothing new is
     * @return whether it is to stop, because somebody cancelled it
     * @throws Lost when it has another owner
     */
    @Transactional(rollbackOn = Exception.class)
    boolean page(Work work, Findings found, Long expected, Phase phase, String checkpoint) throws SQLException {
        Reconciliation mine = mine(work);
        List<Difference> all = found.differences();
        int kept = (int) Math.min(all.size(), Math.max(0, most - mine.differences()));
        Map<Kind, Integer> added = differences.add(work.id(), all.subList(0, kept));
        all.subList(kept, all.size()).forEach(difference -> added.merge(difference.kind(), 1, Integer::sum));
        mine.done += found.done();
        mine.compared += found.compared();
        mine.equal += found.equal();
        mine.unkeyed += found.unkeyed();
        mine.missing += added.getOrDefault(Kind.MISSING, 0);
        mine.extra += added.getOrDefault(Kind.EXTRA, 0);
        mine.different += added.getOrDefault(Kind.DIFFERENT, 0);
        if (expected != null) {
            mine.expected = expected;
        }
        return goesOn(mine, phase, checkpoint);
    }

    /** Records the run that was ordered for the differences behind the checkpoint. */
    @Transactional(rollbackOn = Exception.class)
    void ordered(Work work, long run) {
        mine(work).repairRun = run;
    }

    /** Records what became of differences that were to be repaired. */
    @Transactional(rollbackOn = Exception.class)
    boolean repaired(Work work, Collection<Difference> tried, Phase phase, String checkpoint) throws SQLException {
        Reconciliation mine = mine(work);
        differences.repaired(work.id(), tried);
        mine.repaired += tried.stream().filter(Difference::repaired).count();
        return goesOn(mine, phase, checkpoint);
    }

    private boolean goesOn(Reconciliation mine, Phase phase, String checkpoint) {
        mine.phase = phase;
        mine.checkpoint = checkpoint;
        mine.vain = 0;
        mine.leaseUntil = lease.until();
        return mine.cancelledBy != null;
    }

    @Transactional(rollbackOn = Exception.class)
    Reconciliation finish(Work work) {
        Reconciliation mine = mine(work);
        if (mine.cancelledBy != null) {
            return end(mine, RunStatus.CANCELLED, null);
        }
        boolean isLeft = mine.repair && mine.repaired < mine.differences();
        String reason = mine.differences() <= most
                ? null
                : "It lists " + most + " of " + mine.differences() + " differences. Take a narrower range, or raise"
                        + " syncline.reconciliation.most-differences";
        return end(mine, isLeft ? RunStatus.PARTIAL : RunStatus.SUCCESS, reason);
    }

    @Transactional(rollbackOn = Exception.class)
    Reconciliation fail(long id, int fence, String reason) {
        return end(mine(id, fence), RunStatus.FAILED, reason);
    }

    /** Gives it away, so that another process goes on at once. */
    @Transactional(rollbackOn = Exception.class)
    void release(Work work) {
        mine(work).leaseUntil = clock.instant();
    }

    /** Ends a queued one at once, another after the page it is at. Empty when there is no such one. */
    @Transactional(rollbackOn = Exception.class)
    Optional<Reconciliation> cancel(long id, String who) {
        Reconciliation found = Reconciliation.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (found != null && !found.status.isFinal() && found.cancelledBy == null) {
            found.cancelledBy = who;
            audit.write(who, "cancel", found.route, "reconciliation " + id);
            if (found.queued) {
                found.queued = false;
                end(found, RunStatus.CANCELLED, null);
            }
        }
        return Optional.ofNullable(found);
    }

    @Transactional(rollbackOn = Exception.class)
    void renewLeases() {
        List<Long> held = lease.held();
        if (!held.isEmpty()) {
            Reconciliation.update(
                    "leaseUntil = ?1 where owner = ?2 and status = ?3 and id in ?4",
                    lease.until(),
                    lease.owner(),
                    RunStatus.IN_PROGRESS,
                    held);
        }
    }

    /** Active ones that nobody carries out: their lease is over, or nobody began them. */
    @Transactional(rollbackOn = Exception.class)
    List<Reconciliation> abandoned() {
        Instant now = clock.instant();
        return Reconciliation.list(
                "status = ?1 and (leaseUntil < ?2 or leaseUntil is null and createdAt < ?3)",
                RunStatus.IN_PROGRESS,
                now,
                now.minus(lease.length().dividedBy(6)));
    }

    private static Reconciliation mine(Work work) {
        return mine(work.id(), work.fence());
    }

    private static Reconciliation mine(long id, int fence) {
        Reconciliation mine = Reconciliation.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (mine == null || mine.fence != fence || mine.status.isFinal()) {
            throw new Lost(id);
        }
        return mine;
    }

    private Reconciliation end(Reconciliation mine, RunStatus status, String reason) {
        mine.status = status;
        mine.reason = Secrets.masked(reason);
        mine.finishedAt = clock.instant();
        mine.leaseUntil = null;
        mine.queued = false;
        mine.waitingUntil = null;
        return mine;
    }
}
