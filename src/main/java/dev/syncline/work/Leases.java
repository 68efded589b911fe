package dev.syncline.work;

import dev.syncline.system.LostConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Takes items for this process, and gives them back. */
@ApplicationScoped
public class Leases implements Ownership {
    private static final Logger LOG = Logger.getLogger(Leases.class);

    private final WorkItems items;
    private final HeldLeases held;
    private final Handover handover;

    Leases(WorkItems items, HeldLeases held, Handover handover) {
        this.items = items;
        this.held = held;
        this.handover = handover;
    }

    /**
     * Makes an item this process's own, until it is given back or dropped.
     *
     * @return the item as it stands then; empty when it is not free, or this process is ending
     */
    public <T extends WorkItem> Optional<T> claim(WorkKind<T> kind, long id) {
        Optional<T> claimed = handover.hasBegun() ? Optional.empty() : items.claim(kind, id);
        claimed.ifPresent(item -> held.hold(kind, item)); // behind the commit: what is not must not be renewed
        return claimed;
    }

    /**
     * Gives an item back, so that any process may continue it at once.
     *
     * @param reason for the log
     * @throws LeaseLost when it is not this process's any more
     */
    public <T extends WorkItem> void giveBack(WorkKind<T> kind, long id, int fence, String reason) {
        held.drop(id, fence);
        T item = items.giveBack(kind, id, fence);
        LOG.infof("%s %d of %s is given back, any process continues it: %s", kind.noun(), id, item.route, reason);
    }

    /** From now on the lease is not renewed: an item that this process does not carry out must not look alive. */
    public void drop(long item, int fence) {
        held.drop(item, fence);
    }

    /**
     * Whether the hub is why an item stopped, so that it is to be continued later. Not if connections break at the same page
     * over and over, as the page may be why; a hub that gives no connection says nothing against the page.
     */
    public <T extends WorkItem> boolean mayResume(WorkKind<T> kind, long id, Throwable failure) {
        return LostConnection.isAway(failure) || LostConnection.isBroken(failure) && items.mayResume(kind, id);
    }

    @Override
    public boolean isToContinue(long item) {
        return !handover.hasBegun()
                && held.isSure(item)
                && held.kindOf(item).map(kind -> !items.isCancelled(kind, item)).orElse(false);
    }
}
