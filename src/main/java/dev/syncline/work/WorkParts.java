package dev.syncline.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads and locks the parts of work items, in the caller's transaction. Every transaction locks parts first, in the order of
 * their numbers, and then their item; so does a page's.
 */
@ApplicationScoped
class WorkParts {
    private static final String IS_ACTIVE = ".status = dev.syncline.work.WorkStatus.IN_PROGRESS";

    private final EntityManager hub;

    WorkParts(EntityManager hub) {
        this.hub = hub;
    }

    /** Inserts a part, either queued or ended with its item. */
    <T extends WorkItem> WorkPart add(WorkKind<T> kind, T item, Long number, String covers, String phase) {
        WorkPart part = new WorkPart();
        part.id = number;
        part.kind = kind.name();
        part.item = item.id;
        part.covers = covers;
        part.status = item.status;
        part.queued = !item.status.isFinal();
        part.phase = phase;
        part.reason = item.reason;
        part.finishedAt = item.finishedAt;
        hub.persist(part);
        return part;
    }

    long nextNumber() {
        return ((Number) hub.createNativeQuery("select nextval('sync_work_id')").getSingleResult()).longValue();
    }

    /** Returns a part of a kind and its item, both locked. */
    <T extends WorkItem> Optional<ItemPart<T>> locked(WorkKind<T> kind, long number) {
        return itemParts(
                        kind,
                        hub.createQuery(select(kind) + " where p.id = ?1 and p.kind = ?2", Object[].class)
                                .setParameter(1, number)
                                .setParameter(2, kind.name())
                                .setLockMode(LockModeType.PESSIMISTIC_WRITE))
                .stream()
                .findFirst();
    }

    /**
     * Returns a part that this process carries out and its item, both locked.
     *
     * @throws LeaseLost when this process no longer owns the part
     */
    <T extends WorkItem> ItemPart<T> mine(WorkKind<T> kind, long number, int fence) {
        return locked(kind, number)
                .filter(found -> found.fence() == fence && !found.part().status.isFinal())
                .orElseThrow(() -> new LeaseLost(kind.noun(), number));
    }

    /** Returns the active parts of an item, locked. */
    List<WorkPart> lockedOf(WorkKind<?> kind, long item) {
        return hub.createQuery(
                        "from WorkPart p where p.kind = ?1 and p.item = ?2 and p" + IS_ACTIVE + " order by p.id",
                        WorkPart.class)
                .setParameter(1, kind.name())
                .setParameter(2, item)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Returns the parts of an item, active and ended. */
    List<WorkPart> of(WorkKind<?> kind, long item) {
        return hub.createQuery("from WorkPart p where p.kind = ?1 and p.item = ?2 order by p.id", WorkPart.class)
                .setParameter(1, kind.name())
                .setParameter(2, item)
                .getResultList();
    }

    /** Returns the active parts of the items that wait for a run. */
    <T extends WorkItem> List<ItemPart<T>> after(WorkKind<T> kind, long run) {
        return itemParts(
                kind,
                hub.createQuery(
                                select(kind) + " where i.afterRun = ?1 and i" + IS_ACTIVE + " and p.kind = ?2 and p"
                                        + IS_ACTIVE,
                                Object[].class)
                        .setParameter(1, run)
                        .setParameter(2, kind.name()));
    }

    /**
     * Returns the active parts that no process carries out: their lease has expired, their wait is over, or no process has
     * claimed them in time.
     */
    <T extends WorkItem> List<ItemPart<T>> abandoned(WorkKind<T> kind, Instant now, Duration queuedFor, int most) {
        return itemParts(
                kind,
                hub.createQuery(
                                select(kind)
                                        + " where p.kind = ?1 and p" + IS_ACTIVE
                                        + """
                                         and (p.leaseUntil < ?2
                                        or p.leaseUntil is null and (p.startedAt is not null or i.createdAt < ?3))
                                        and (i.afterRun is null or i.afterRun not in (select r.id from Run r where r"""
                                        + IS_ACTIVE + ")) order by p.id",
                                Object[].class)
                        .setParameter(1, kind.name())
                        .setParameter(2, now)
                        .setParameter(3, now.minus(queuedFor))
                        .setMaxResults(most));
    }

    private static String select(WorkKind<?> kind) {
        return "select p, i from WorkPart p join " + kind.type().getSimpleName() + " i on i.id = p.item";
    }

    private static <T extends WorkItem> List<ItemPart<T>> itemParts(WorkKind<T> kind, TypedQuery<Object[]> query) {
        return query.getResultList().stream()
                .map(row -> new ItemPart<>(kind.type().cast(row[1]), (WorkPart) row[0]))
                .toList();
    }
}
