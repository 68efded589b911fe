package dev.syncline.reconcile;

import dev.syncline.page.Depth;
import dev.syncline.page.Page;
import dev.syncline.page.ReadRequest.Side;
import dev.syncline.page.SystemReads;
import dev.syncline.record.RouteNumbers;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.route.UnknownRoute;
import dev.syncline.run.Reason;
import dev.syncline.system.SystemAway;
import dev.syncline.work.HandedOver;
import dev.syncline.work.Handover;
import dev.syncline.work.ItemPart;
import dev.syncline.work.LeaseLost;
import dev.syncline.work.Leases;
import dev.syncline.work.Takeover;
import dev.syncline.work.WorkCancelled;
import dev.syncline.work.WorkItems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/** Executes a reconciliation page by page from its checkpoint. Reads the next page while one is compared. */
@ApplicationScoped
class Reconciler {
    private static final Logger LOG = Logger.getLogger(Reconciler.class);

    private final Catalog catalog;
    private final RouteNumbers numbers;
    private final ReconciliationKind kind;
    private final ReconciliationProgress progress;
    private final WorkItems items;
    private final Leases leases;
    private final Handover handover;
    private final Takeover takeover;
    private final RouteEnds sides;
    private final Comparison comparison;
    private final Repair repair;
    private final ReconciliationSlots slots;

    Reconciler(
            Catalog catalog,
            RouteNumbers numbers,
            ReconciliationKind kind,
            ReconciliationProgress progress,
            WorkItems items,
            Leases leases,
            Handover handover,
            Takeover takeover,
            RouteEnds sides,
            Comparison comparison,
            Repair repair,
            ReconciliationSlots slots) {
        this.catalog = catalog;
        this.numbers = numbers;
        this.kind = kind;
        this.progress = progress;
        this.items = items;
        this.leases = leases;
        this.handover = handover;
        this.takeover = takeover;
        this.sides = sides;
        this.comparison = comparison;
        this.repair = repair;
        this.slots = slots;
    }

    /** Executes the reconciliation unless another process does. It stays queued if this process has no free slot. */
    void carryOut(long id) {
        if (!slots.take()) {
            return;
        }
        try {
            leases.claim(kind, id).ifPresent(this::carryOut);
        } finally {
            slots.giveBack();
            beginNext();
        }
    }

    /** Begins the next one after a slot became free; if that fails, all processes check again soon. */
    private void beginNext() {
        try {
            takeover.dispatchAbandoned(kind);
        } catch (RuntimeException e) {
            LOG.infof("Queued reconciliations have to wait: %s", e.getMessage());
        }
    }

    private void carryOut(ItemPart<Reconciliation> part) {
        Reconciliation claimed = part.item();
        String how = claimed.afterRun != null ? "continues" : claimed.resumed > 0 ? "resumes" : "begins";
        LOG.infof("Reconciliation %d of %s %s", claimed.id, claimed.route, how);
        ActiveReconciliation active = null;
        try {
            active = active(part);
            switch (carryOut(active, part)) {
                case DONE -> ended(progress.finish(active));
                case WAITS -> LOG.infof("Reconciliation %d of %s waits for a run", claimed.id, claimed.route);
                case STOPPED -> giveBack(part, "this process is stopping");
            }
        } catch (LeaseLost e) {
            LOG.warn(e.getMessage());
        } catch (UnknownRoute e) { // the route was removed after it was ordered
            ended(items.fail(kind, part.number(), part.fence(), e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // another process continues it when its lease expires
        } catch (Exception e) {
            stopped(active, part, e);
        } finally {
            leases.drop(part.number(), part.fence());
        }
    }

    /** Handles an exception of its calls, including the end of waits. */
    private void stopped(ActiveReconciliation active, ItemPart<Reconciliation> part, Exception thrown) {
        Throwable cause = Reason.cause(thrown);
        if (cause instanceof HandedOver) {
            giveBack(part, "this process is stopping");
        } else if (cause instanceof LeaseLost) {
            LOG.warn(cause.getMessage());
        } else if (cause instanceof WorkCancelled) {
            ended(progress.finish(active));
        } else if (active != null && !(cause instanceof SystemAway) && mayResume(part.number(), thrown)) {
            giveBack(part, "the hub database failed: " + cause.getMessage());
        } else {
            failed(part, thrown);
        }
    }

    /**
     * Returns whether the hub database is the reason, so that it continues when that is back, unless it fails here
     * repeatedly.
     */
    private boolean mayResume(long part, Exception thrown) {
        try {
            return leases.mayResume(part, thrown);
        } catch (RuntimeException e) {
            return true; // the hub is not available yet
        }
    }

    private void giveBack(ItemPart<Reconciliation> part, String reason) {
        try {
            leases.giveBack(kind, part.number(), part.fence(), reason);
        } catch (RuntimeException e) {
            LOG.infof(
                    "The lease of reconciliation %d could not be released; it continues when that expires: %s",
                    part.number(), e.getMessage());
        }
    }

    private void failed(ItemPart<Reconciliation> part, Exception cause) {
        Reconciliation claimed = part.item();
        LOG.errorf(cause, "Reconciliation %d of %s failed", claimed.id, claimed.route);
        try {
            ended(items.fail(kind, part.number(), part.fence(), Reason.of(cause, catalog.get(claimed.route))));
        } catch (RuntimeException e) {
            LOG.errorf(
                    "Reconciliation %d of %s could not be ended; it is resumed when its lease expires: %s",
                    claimed.id, claimed.route, e.getMessage());
        }
    }

    private ActiveReconciliation active(ItemPart<Reconciliation> part) {
        Reconciliation found = part.item();
        SyncRoute route = catalog.get(found.route);
        return new ActiveReconciliation(
                found.id,
                part.number(),
                part.fence(),
                route,
                numbers.confirmed(route.id()),
                found.window(route),
                Depth.valueOf(found.depth),
                catalog.parametersOf(route.target() + ".read").getOrDefault("active", ""));
    }

    private Step carryOut(ActiveReconciliation active, ItemPart<Reconciliation> claimed) throws Exception {
        Reconciliation from = claimed.item();
        ReconciliationPhase phase = ReconciliationPhase.valueOf(claimed.part().phase);
        String cursor = claimed.part().checkpoint;
        long done = from.done;
        Future<Page> ahead = null;
        Set<String> duplicates = new HashSet<>();
        while (phase == ReconciliationPhase.SOURCE || phase == ReconciliationPhase.TARGET) {
            if (handover.hasBegun()) {
                return Step.STOPPED;
            }
            Side side = phase == ReconciliationPhase.SOURCE ? Side.SOURCE : Side.TARGET;
            Page page = SystemReads.await(ahead != null ? ahead : sides.page(active, side, cursor));
            ahead = page.next() == null ? null : sides.page(active, side, page.next());
            if (page.duplicates() != null) {
                duplicates.addAll(page.duplicates());
            }
            Findings found = side == Side.SOURCE
                    ? comparison.ofSource(active, page.rows(), duplicates)
                    : comparison.ofTarget(active, page.rows());
            Long expected = page.expected() == null ? null : done + page.expected() * passes(phase, active);
            done += found.done();
            ReconciliationPhase next = page.next() == null ? after(phase, active, from.repair) : phase;
            if (progress.page(active, found, expected, next, page.next())) {
                return Step.DONE;
            }
            phase = next;
            cursor = page.next();
        }
        return phase == ReconciliationPhase.END ? Step.DONE : repair.carryOut(active, cursor);
    }

    /**
     * Returns how many sides are read in full: the target is assumed to have as many rows as the source until it
     * reports its number.
     */
    private static int passes(ReconciliationPhase phase, ActiveReconciliation active) {
        return phase == ReconciliationPhase.SOURCE && active.isWhole() ? 2 : 1;
    }

    private static ReconciliationPhase after(ReconciliationPhase phase, ActiveReconciliation active, boolean isRepair) {
        if (phase == ReconciliationPhase.SOURCE && active.isWhole()) {
            return ReconciliationPhase.TARGET;
        }
        return isRepair ? ReconciliationPhase.REPAIR : ReconciliationPhase.END;
    }

    private static void ended(Reconciliation ended) {
        if (!ended.status.isFinal()) {
            LOG.infof("A part of reconciliation %d of %s ended; another one continues", ended.id, ended.route);
            return;
        }
        LOG.infof(
                "Reconciliation %d of %s ended: %s, compared %d, equal %d, missing %d, extra %d, different %d, repaired %d%s",
                ended.id,
                ended.route,
                ended.status,
                ended.compared,
                ended.equal,
                ended.missing,
                ended.extra,
                ended.different,
                ended.repaired,
                ended.reason == null ? "" : ". " + ended.reason);
    }
}
