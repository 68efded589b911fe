package dev.syncline.work;

import dev.syncline.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The changes in the life of a work item, each a short transaction that locks the item's row, or a part of one. */
@ApplicationScoped
public class WorkItems {
    private static final int MOST_VAIN_RESUMPTIONS = 3;

    private final EntityManager hub;
    private final Clock clock;
    private final HeldLeases leases;

    WorkItems(EntityManager hub, Clock clock, HeldLeases leases) {
        this.hub = hub;
        this.clock = clock;
        this.leases = leases;
    }

    /** Makes an item this process's own, if nobody has it and it waits for no run; the item as it stands then. */
    @Transactional(rollbackOn = Exception.class)
    <T extends WorkItem> Optional<T> claim(WorkKind<T> kind, long id) {
        T item = locked(kind, id);
        Instant now = clock.instant();
        if (item == null
                || item.status.isFinal()
                || item.leaseUntil != null && item.leaseUntil.isAfter(now)
                || item.afterRun != null && isActive(item.afterRun)) {
            return Optional.empty();
        }
        if (item.startedAt == null) {
            item.startedAt = now;
        } else if (item.leaseUntil != null) { // without a lease, it has waited for a run
            item.resumed++;
            item.vain++;
        }
        item.queued = false;
        item.waitingUntil = null;
        item.owner = leases.owner();
        item.fence++;
        item.leaseUntil = leases.until();
        return Optional.of(item);
    }

    private boolean isActive(long run) {
        return !hub.createNativeQuery("select 1 from sync_run where id = ?1 and status = 'IN_PROGRESS'")
                .setParameter(1, run)
                .getResultList()
                .isEmpty();
    }

    /**
     * Gives an item back: any process may continue it at once.
     *
     * @throws LeaseLost when it is not this process's any more
     */
    @Transactional(rollbackOn = Exception.class)
    <T extends WorkItem> T giveBack(WorkKind<T> kind, long id, int fence) {
        T item = mine(kind, id, fence);
        item.owner = null;
        item.leaseUntil = clock.instant();
        return item;
    }

    /**
     * Has an item that is locked wait for a run, in the caller's transaction; it holds no process meanwhile, and is
     * dispatched when the run has ended.
     *
     * @param run null where it has ended already
     * @param isIdle whether cancelling ends the item at once; otherwise it continues behind the run, and then ends
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public void awaitRun(WorkItem item, Long run, boolean isIdle) {
        item.afterRun = isIdle && item.cancelledBy != null ? null : run; // what is cancelled is to end soon
        item.queued = isIdle;
        item.owner = null;
        item.leaseUntil = null;
        item.vain = 0;
    }

    /** Items that wait for a run. */
    @Transactional(rollbackOn = Exception.class)
    <T extends WorkItem> List<T> after(WorkKind<T> kind, long run) {
        return hub.createQuery(from(kind) + " where afterRun = ?1 and status = ?2", kind.type())
                .setParameter(1, run)
                .setParameter(2, WorkStatus.IN_PROGRESS)
                .getResultList();
    }

    /**
     * Locks an item that this process carries out, in the caller's transaction.
     *
     * @throws LeaseLost when it is not this process's any more
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public <T extends WorkItem> T mine(WorkKind<T> kind, long id, int fence) {
        T item = locked(kind, id);
        if (item == null || item.fence != fence || item.status.isFinal()) {
            throw new LeaseLost(kind.noun(), id);
        }
        return item;
    }

    /**
     * Moves an item that is locked to its next checkpoint, in the caller's transaction.
     *
     * @return whether it is to stop there, as somebody has cancelled it
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public boolean advance(WorkItem item, String checkpoint) {
        item.checkpoint = checkpoint;
        item.vain = 0;
        item.waitingUntil = null;
        item.leaseUntil = leases.until();
        return item.cancelledBy != null;
    }

    /**
     * Ends an item that is locked, in the caller's transaction.
     *
     * @param reason null where there is nothing to say
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public <T extends WorkItem> T end(WorkKind<T> kind, T item, WorkStatus status, String reason) {
        kind.ending(item);
        item.status = status;
        item.reason = Secrets.masked(reason);
        item.finishedAt = clock.instant();
        item.queued = false;
        item.leaseUntil = null;
        item.waitingUntil = null;
        return item;
    }

    /**
     * Ends an item that could not finish. One that somebody has cancelled meanwhile is CANCELLED.
     *
     * @throws LeaseLost when it is not this process's any more
     */
    @Transactional(rollbackOn = Exception.class)
    public <T extends WorkItem> T fail(WorkKind<T> kind, long id, int fence, String reason) {
        T item = mine(kind, id, fence);
        return end(kind, item, item.cancelledBy == null ? WorkStatus.FAILED : WorkStatus.CANCELLED, reason);
    }

    /**
     * Cancels an item as a user asks: one in line ends at once, another after the page that it is at.
     *
     * @return the item as it stands then; empty when there is none of that number
     */
    @Transactional(rollbackOn = Exception.class)
    public <T extends WorkItem> Optional<T> cancel(WorkKind<T> kind, long id, String who) {
        T item = locked(kind, id);
        if (stop(kind, item, who)) {
            kind.cancelled(item, who);
        }
        return Optional.ofNullable(item);
    }

    /** Cancels an item in favour of another one. Nobody decides that, so it is not audited. */
    @Transactional(rollbackOn = Exception.class)
    public <T extends WorkItem> void cancelUnaudited(WorkKind<T> kind, long id, String who) {
        stop(kind, locked(kind, id), who);
    }

    /** Whether the item was active, and not cancelled before. */
    private <T extends WorkItem> boolean stop(WorkKind<T> kind, T item, String who) {
        if (item == null || item.status.isFinal() || item.cancelledBy != null) {
            return false;
        }
        item.cancelledBy = who;
        if (item.queued) {
            end(kind, item, WorkStatus.CANCELLED, null);
        }
        return true;
    }

    /**
     * Whether an item whose connection broke is to be continued later: not if that happens at the same page over and over,
     * as the page may be why.
     */
    @Transactional(rollbackOn = Exception.class)
    <T extends WorkItem> boolean mayResume(WorkKind<T> kind, long id) {
        T item = hub.find(kind.type(), id);
        return item != null && item.vain < MOST_VAIN_RESUMPTIONS;
    }

    @Transactional(rollbackOn = Exception.class)
    boolean isCancelled(WorkKind<?> kind, long id) {
        WorkItem item = hub.find(kind.type(), id);
        return item == null || item.status.isFinal() || item.cancelledBy != null;
    }

    /** Active items that nobody carries out: their lease is over, or what they waited for, or nobody has begun them for so long. */
    @Transactional(rollbackOn = Exception.class)
    <T extends WorkItem> List<T> abandoned(WorkKind<T> kind, Duration queuedFor, int most) {
        Instant now = clock.instant();
        return hub.createQuery(
                        from(kind)
                                + """
                                 where status = ?1 and (leaseUntil < ?2
                                or leaseUntil is null and (startedAt is not null or createdAt < ?3))
                                and (afterRun is null or afterRun not in (select r.id from Run r where r.status = ?1))
                                order by id""",
                        kind.type())
                .setParameter(1, WorkStatus.IN_PROGRESS)
                .setParameter(2, now)
                .setParameter(3, now.minus(queuedFor))
                .setMaxResults(most)
                .getResultList();
    }

    /** Ends the active items of routes that are none of these, but for those that somebody still carries out. */
    @Transactional(rollbackOn = Exception.class)
    public <T extends WorkItem> List<T> endWithoutRoute(WorkKind<T> kind, Set<String> routes) {
        List<T> lost = hub.createQuery(
                        from(kind)
                                + " where status = ?1 and (leaseUntil is null or leaseUntil < ?2) and route not in ?3",
                        kind.type())
                .setParameter(1, WorkStatus.IN_PROGRESS)
                .setParameter(2, clock.instant())
                .setParameter(3, routes)
                .getResultList();
        lost.forEach(item -> end(kind, item, WorkStatus.FAILED, "There is no route " + item.route + " any more"));
        return lost;
    }

    private <T extends WorkItem> T locked(WorkKind<T> kind, long id) {
        return hub.find(kind.type(), id, LockModeType.PESSIMISTIC_WRITE);
    }

    private static String from(WorkKind<?> kind) {
        return "from " + kind.type().getSimpleName();
    }
}
