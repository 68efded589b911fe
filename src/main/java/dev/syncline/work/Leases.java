package dev.syncline.work;

import dev.syncline.system.HubFailure;
import dev.syncline.system.LostConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Takes parts of items for this process, and gives them back. */
@ApplicationScoped
public class Leases implements Ownership {
    private static final Logger LOG = Logger.getLogger(Leases.class);

    private final PartClaims claims;
    private final WaitingRows rows;
    private final HeldLeases held;
    private final Handover handover;

    Leases(PartClaims claims, WaitingRows rows, HeldLeases held, Handover handover) {
        this.claims = claims;
        this.rows = rows;
        this.held = held;
        this.handover = handover;
    }

    /**
     * Makes a part this process's own, until it is given back or dropped.
     *
     * @param part its number; the first part of an item has the item's
     * @return the part and its item as they stand then; empty when it is not free, or this process is ending
     */
    public <T extends WorkItem> Optional<ItemPart<T>> claim(WorkKind<T> kind, long part) {
        Optional<ItemPart<T>> claimed = handover.hasBegun() ? Optional.empty() : claims.claim(kind, part);
        claimed.ifPresent(mine -> held.hold(kind, mine.part())); // behind the commit: what is not must not be renewed
        return claimed;
    }

    /**
     * Gives a part back, so that any process may continue it at once.
     *
     * @param reason for the log and the time line
     * @throws LeaseLost when it is not this process's any more
     */
    public <T extends WorkItem> void giveBack(WorkKind<T> kind, long part, int fence, String reason) {
        held.drop(part, fence);
        T item = claims.giveBack(kind, part, fence, reason);
        LOG.infof("%s %d of %s is given back, any process continues it: %s", kind.noun(), part, item.route, reason);
    }

    /** From now on the lease is not renewed: a part that this process does not carry out must not look alive. */
    public void drop(long part, int fence) {
        held.drop(part, fence);
    }

    /**
     * Whether the hub is why a part stopped, so that it is to be continued later. Not if connections break at the same page
     * over and over, as the page may be why; a hub that gives no connection says nothing against the page.
     */
    public boolean mayResume(long part, Throwable failure) {
        return LostConnection.isAway(failure) || LostConnection.isBroken(failure) && claims.mayResume(part);
    }

    @Override
    public boolean isToContinue(long part) {
        return !handover.hasBegun()
                && held.isSure(part)
                && held.kindOf(part).map(kind -> isActive(kind, part)).orElse(false);
    }

    private boolean isActive(WorkKind<?> kind, long part) {
        try {
            return rows.ended(kind, Set.of(part)).isEmpty();
        } catch (SQLException e) {
            throw new HubFailure(e);
        }
    }
}
