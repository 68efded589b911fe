package dev.syncline.work;

import static java.util.stream.Collectors.joining;

import dev.syncline.secret.Secrets;
import dev.syncline.system.HubFailure;
import dev.syncline.work.WorkEvent.What;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Changes the state of work items. Each change is a short transaction, or a step of one, that locks the parts and then the
 * item. {@link PartClaims} claims parts and gives them back.
 */
@ApplicationScoped
public class WorkItems {
    private final EntityManager hub;
    private final DataSource connections;
    private final WorkParts parts;
    private final Clock clock;
    private final HeldLeases leases;
    private final WorkEvents events;

    WorkItems(
            EntityManager hub,
            DataSource connections,
            WorkParts parts,
            Clock clock,
            HeldLeases leases,
            WorkEvents events) {
        this.events = events;
        this.hub = hub;
        this.connections = connections;
        this.parts = parts;
        this.clock = clock;
        this.leases = leases;
    }

    /**
     * Inserts an item with one part that covers everything and has the item's number, in the caller's transaction. The
     * caller dispatches the part after the commit.
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public <T extends WorkItem> T place(WorkKind<T> kind, T item, String phase) {
        item.persistAndFlush();
        parts.add(kind, item, item.id, null, phase);
        if (item.afterRun != null) {
            events.add(kind, item, What.WAITED, "for run " + item.afterRun, null);
        }
        return item;
    }

    /**
     * Splits a locked part in the caller's transaction: it keeps the first range, and each other range gets a part of its
     * own.
     *
     * @return the new parts, which the caller dispatches after the commit
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public <T extends WorkItem> List<WorkPart> split(
            WorkKind<T> kind, ItemPart<T> mine, List<String> covers, String phase) {
        mine.part().covers = covers.get(0);
        List<WorkPart> added = new ArrayList<>();
        for (String covered : covers.subList(1, covers.size())) {
            added.add(parts.add(kind, mine.item(), parts.nextNumber(), covered, phase));
        }
        events.add(kind, mine.item(), What.PART, "Divided: " + added.size() + " more parts", null);
        return added;
    }

    /**
     * Makes an item wait for a run, in the caller's transaction. The locked part occupies no process meanwhile, and no part
     * of the item is claimed; the parts are dispatched when the run has ended.
     *
     * @param run null if it has already ended
     * @param isIdle whether a cancellation ends the part at once; otherwise the part continues after the run, and then ends
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public void awaitRun(WorkKind<?> kind, ItemPart<?> mine, Long run, boolean isIdle) {
        WorkItem item = mine.item();
        WorkPart part = mine.part();
        item.afterRun = isIdle && item.cancelledBy != null ? null : run; // what is cancelled is to end soon
        part.queued = isIdle;
        part.owner = null;
        part.leaseUntil = null;
        part.vain = 0;
        if (item.afterRun != null) {
            events.add(kind, item, What.WAITED, "for run " + item.afterRun, null);
        }
        item.queued = parts.of(kind, item.id).stream()
                .filter(other -> !other.status.isFinal())
                .allMatch(other -> other.queued);
    }

    /**
     * Locks a part that this process carries out, and its item, in the caller's transaction.
     *
     * @throws LeaseLost when this process no longer owns the part
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public <T extends WorkItem> ItemPart<T> mine(WorkKind<T> kind, long number, int fence) {
        return parts.mine(kind, number, fence);
    }

    /**
     * Moves a locked part to its next checkpoint, in the caller's transaction.
     *
     * @param added to the part's counts, by column; the caller adds as much to the item's
     * @return whether the part must stop there because the item is cancelled
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public <T extends WorkItem> boolean advance(
            WorkKind<T> kind, ItemPart<T> mine, String phase, String checkpoint, Map<String, Long> added) {
        try (Connection connection = connections.getConnection()) {
            new Checkpoint(mine.number(), mine.fence(), phase, checkpoint, leases.until())
                    .move(connection, kind.noun(), added);
        } catch (SQLException e) {
            throw new HubFailure(e);
        }
        return mine.item().cancelledBy != null;
    }

    /** Returns whether all other parts of a locked item have ended, so that the item ends with this part. */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public boolean isLast(WorkKind<?> kind, ItemPart<?> mine) {
        return parts.of(kind, mine.item().id).stream()
                .filter(part -> part != mine.part())
                .allMatch(part -> part.status == WorkStatus.SUCCESS || part.status == WorkStatus.PARTIAL);
    }

    /**
     * Ends a locked part in the caller's transaction. The last part ends the item, with the worst status of its parts.
     *
     * @param reason null if there is no reason to give
     * @return the item, which stays active while another part is
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public <T extends WorkItem> T end(WorkKind<T> kind, ItemPart<T> mine, WorkStatus status, String reason) {
        end(mine.part(), status, reason);
        return endWithParts(kind, mine.item());
    }

    private void end(WorkPart part, WorkStatus status, String reason) {
        part.status = status;
        part.reason = Secrets.masked(reason);
        part.finishedAt = clock.instant();
        part.queued = false;
        part.leaseUntil = null;
        part.waitingUntil = null;
    }

    private <T extends WorkItem> T endWithParts(WorkKind<T> kind, T item) {
        List<WorkPart> all = parts.of(kind, item.id);
        if (all.stream().allMatch(part -> part.status.isFinal())) {
            WorkStatus worst = WorkStatus.worst(all.stream().map(part -> part.status));
            String reasons = all.stream()
                    .filter(part -> part.status == worst)
                    .map(part -> part.reason)
                    .filter(Objects::nonNull)
                    .distinct()
                    .collect(joining(". "));
            end(kind, item, worst, reasons.isEmpty() ? null : reasons);
        }
        return item;
    }

    private <T extends WorkItem> void end(WorkKind<T> kind, T item, WorkStatus status, String reason) {
        kind.ending(item);
        item.status = status;
        item.reason = reason;
        item.finishedAt = clock.instant();
        item.queued = false;
    }

    /**
     * Ends a part that could not finish; as CANCELLED if its item was cancelled meanwhile.
     *
     * @return the item, which stays active while another part is
     * @throws LeaseLost when this process no longer owns the part
     */
    @Transactional(rollbackOn = Exception.class)
    public <T extends WorkItem> T fail(WorkKind<T> kind, long number, int fence, String reason) {
        ItemPart<T> mine = mine(kind, number, fence);
        return end(kind, mine, mine.item().cancelledBy == null ? WorkStatus.FAILED : WorkStatus.CANCELLED, reason);
    }

    /**
     * Cancels an item at a user's request: queued parts end at once, others after their current page.
     *
     * @return the item after the change; empty if its number is unknown
     */
    @Transactional(rollbackOn = Exception.class)
    public <T extends WorkItem> Optional<T> cancel(WorkKind<T> kind, long id, String who) {
        List<WorkPart> active = parts.lockedOf(kind, id);
        T item = locked(kind, id);
        if (stop(kind, item, active, who)) {
            kind.cancelled(item, who);
        }
        return Optional.ofNullable(item);
    }

    /** Cancels an item in favour of another one. No user decides that, so it is not audited. */
    @Transactional(rollbackOn = Exception.class)
    public <T extends WorkItem> void cancelUnaudited(WorkKind<T> kind, long id, String who) {
        List<WorkPart> active = parts.lockedOf(kind, id);
        stop(kind, locked(kind, id), active, who);
    }

    /** Returns whether the item was active and not yet cancelled. */
    private <T extends WorkItem> boolean stop(WorkKind<T> kind, T item, List<WorkPart> active, String who) {
        if (item == null || item.status.isFinal() || item.cancelledBy != null) {
            return false;
        }
        item.cancelledBy = who;
        events.add(kind, item, What.CANCELLED, null, who);
        active.stream().filter(part -> part.queued).forEach(part -> end(part, WorkStatus.CANCELLED, null));
        endWithParts(kind, item);
        return true;
    }

    /** Ends the active items of all other routes, except items with a part that a process still carries out. */
    @Transactional(rollbackOn = Exception.class)
    public <T extends WorkItem> List<T> endWithoutRoute(WorkKind<T> kind, Set<String> routes) {
        List<Long> lost = hub.createQuery(
                        "select i.id from " + kind.type().getSimpleName()
                                + " i where i.status = ?1 and i.route not in ?2 order by i.id",
                        Long.class)
                .setParameter(1, WorkStatus.IN_PROGRESS)
                .setParameter(2, routes)
                .getResultList();
        return lost.stream()
                .map(id -> endWithoutRoute(kind, id))
                .flatMap(Optional::stream)
                .toList();
    }

    private <T extends WorkItem> Optional<T> endWithoutRoute(WorkKind<T> kind, long id) {
        List<WorkPart> active = parts.lockedOf(kind, id);
        T item = locked(kind, id);
        Instant now = clock.instant();
        if (item == null
                || item.status.isFinal()
                || active.stream().anyMatch(part -> part.leaseUntil != null && !part.leaseUntil.isBefore(now))) {
            return Optional.empty();
        }
        String reason = "There is no route " + item.route + " any more";
        active.forEach(part -> end(part, WorkStatus.FAILED, reason));
        end(kind, item, WorkStatus.FAILED, reason);
        return Optional.of(item);
    }

    private <T extends WorkItem> T locked(WorkKind<T> kind, long id) {
        return hub.find(kind.type(), id, LockModeType.PESSIMISTIC_WRITE);
    }
}
