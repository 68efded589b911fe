package dev.syncline.work;

import dev.syncline.work.WorkEvent.What;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Claims parts for this process and gives them back. Each change is a short transaction that locks part and item. */
@ApplicationScoped
class PartClaims {
    private static final int MOST_VAIN_RESUMPTIONS = 3;

    private final EntityManager hub;
    private final WorkParts parts;
    private final Clock clock;
    private final HeldLeases leases;
    private final WorkEvents events;

    PartClaims(EntityManager hub, WorkParts parts, Clock clock, HeldLeases leases, WorkEvents events) {
        this.hub = hub;
        this.events = events;
        this.parts = parts;
        this.clock = clock;
        this.leases = leases;
    }

    /** Claims a part if no process owns it and its item waits for no run; returns both after the change. */
    @Transactional(rollbackOn = Exception.class)
    <T extends WorkItem> Optional<ItemPart<T>> claim(WorkKind<T> kind, long number) {
        Optional<ItemPart<T>> found = parts.locked(kind, number);
        Instant now = clock.instant();
        if (found.isEmpty() || !isFree(found.get(), now)) {
            return Optional.empty();
        }
        WorkPart part = found.get().part();
        T item = found.get().item();
        tell(kind, found.get());
        if (part.startedAt == null) {
            part.startedAt = now;
        } else if (part.leaseUntil != null) { // without a lease, it has waited for a run
            item.resumed++;
            part.vain++;
        }
        if (item.startedAt == null) {
            item.startedAt = now;
        }
        item.queued = false;
        part.queued = false;
        part.waitingUntil = null;
        part.owner = leases.owner();
        part.fence++;
        part.leaseUntil = leases.until();
        return found;
    }

    /** Writes who continues what, and after whom; what begins is told by the item's row alone. */
    private void tell(WorkKind<?> kind, ItemPart<?> found) {
        WorkPart part = found.part();
        String which = part.covers == null ? "" : "Part " + part.id + ": ";
        String me = leases.owner();
        if (part.startedAt == null) {
            if (part.covers != null) {
                events.add(kind, found.item(), What.PART, "Part " + part.id + " began", me);
            }
        } else if (part.leaseUntil == null) {
            events.add(kind, found.item(), What.RESUMED, which + "after what it waited for", me);
        } else if (part.owner == null) {
            events.add(kind, found.item(), What.RESUMED, which + "from its checkpoint", me);
        } else {
            String before = part.owner.equals(me) ? "This process" : "Process " + part.owner;
            events.add(kind, found.item(), What.TAKEN_OVER, which + before + " did not renew its lease", me);
        }
    }

    private boolean isFree(ItemPart<?> found, Instant now) {
        WorkPart part = found.part();
        Long afterRun = found.item().afterRun;
        return !part.status.isFinal()
                && (part.leaseUntil == null || !part.leaseUntil.isAfter(now))
                && (afterRun == null || !isActive(afterRun));
    }

    private boolean isActive(long run) {
        return !hub.createNativeQuery("select 1 from sync_run where id = ?1 and status = 'IN_PROGRESS'")
                .setParameter(1, run)
                .getResultList()
                .isEmpty();
    }

    /**
     * Gives a part back, so that any process may continue it at once.
     *
     * @param reason as the time line shows it
     * @return its item
     * @throws LeaseLost when this process no longer owns the part
     */
    @Transactional(rollbackOn = Exception.class)
    <T extends WorkItem> T giveBack(WorkKind<T> kind, long number, int fence, String reason) {
        ItemPart<T> mine = parts.mine(kind, number, fence);
        events.add(kind, mine.item(), What.WAITED, "for a process: it was given back, " + reason, leases.owner());
        mine.part().owner = null;
        mine.part().leaseUntil = clock.instant();
        return mine.item();
    }

    /** Returns the parts of items that wait for a run. */
    @Transactional(rollbackOn = Exception.class)
    <T extends WorkItem> List<ItemPart<T>> after(WorkKind<T> kind, long run) {
        return parts.after(kind, run);
    }

    /**
     * Returns whether a part whose connection broke may continue later. It may not if this happens repeatedly at the same
     * page, as the page may be the cause.
     */
    @Transactional(rollbackOn = Exception.class)
    boolean mayResume(long number) {
        WorkPart part = hub.find(WorkPart.class, number);
        return part != null && part.vain < MOST_VAIN_RESUMPTIONS;
    }

    @Transactional(rollbackOn = Exception.class)
    <T extends WorkItem> List<ItemPart<T>> abandoned(WorkKind<T> kind, Duration queuedFor, int most) {
        return parts.abandoned(kind, clock.instant(), queuedFor, most);
    }
}
