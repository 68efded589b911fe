package dev.syncline.work;

import dev.syncline.secret.Secrets;
import dev.syncline.work.WorkEvent.What;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;

/**
 * Writes down what happens to work items, in the transaction in which it happens. An item that neither waits nor changes its
 * process has no event: its row says when it began and ended (docs/adr/101).
 */
@ApplicationScoped
public class WorkEvents {
    /** Of an item; a cancellation is written in any case. */
    static final int MOST = 200;

    private static final int LONGEST_DETAIL = 500;

    private final EntityManager hub;
    private final Clock clock;

    WorkEvents(EntityManager hub, Clock clock) {
        this.hub = hub;
        this.clock = clock;
    }

    /** Returns the events of an item, oldest first. */
    @Transactional(rollbackOn = Exception.class)
    public List<WorkEvent> of(WorkKind<?> kind, long item) {
        return hub.createQuery("from WorkEvent e where e.kind = ?1 and e.item = ?2 order by e.id", WorkEvent.class)
                .setParameter(1, kind.name())
                .setParameter(2, item)
                .getResultList();
    }

    /** Writes an event in the caller's transaction, which holds the item's lock; nothing once it has very many. */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    void add(WorkKind<?> kind, WorkItem item, What what, String detail, String who) {
        if (what != What.CANCELLED && count(kind, item) >= MOST) {
            return;
        }
        WorkEvent event = new WorkEvent();
        event.kind = kind.name();
        event.item = item.id;
        event.at = clock.instant();
        event.what = what;
        event.detail = shortened(Secrets.masked(detail));
        event.who = who;
        hub.persist(event);
    }

    private long count(WorkKind<?> kind, WorkItem item) {
        return hub.createQuery("select count(*) from WorkEvent e where e.kind = ?1 and e.item = ?2", Long.class)
                .setParameter(1, kind.name())
                .setParameter(2, item.id)
                .getSingleResult();
    }

    private static String shortened(String text) {
        return text == null || text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL) + "\u2026";
    }
}
