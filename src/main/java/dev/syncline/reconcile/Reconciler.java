package dev.syncline.reconcile;

import dev.syncline.page.Depth;
import dev.syncline.page.Page;
import dev.syncline.page.ReadRequest.Side;
import dev.syncline.page.SystemReads;
import dev.syncline.reconcile.Reconciliation.Phase;
import dev.syncline.record.RouteNumbers;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.route.UnknownRoute;
import dev.syncline.run.HandedOver;
import dev.syncline.run.Reason;
import dev.syncline.system.LostConnection;
import dev.syncline.system.SystemAway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.camel.spi.CamelEvent.CamelContextStoppingEvent;
import org.jboss.logging.Logger;

/** Carries a reconciliation out, page by page, from where it stands. While a page is compared, the next one is read. */
@ApplicationScoped
class Reconciler {
    private static final Logger LOG = Logger.getLogger(Reconciler.class);

    private final Catalog catalog;
    private final RouteNumbers numbers;
    private final ReconciliationLife life;
    private final ReconciliationLease lease;
    private final Sides sides;
    private final Comparison comparison;
    private final Repair repair;
    private final ReconciliationSlots slots;
    private final ReconciliationDispatcher dispatcher;
    private final StopSignal stop = new StopSignal();

    Reconciler(
            Catalog catalog,
            RouteNumbers numbers,
            ReconciliationLife life,
            ReconciliationLease lease,
            Sides sides,
            Comparison comparison,
            Repair repair,
            ReconciliationSlots slots,
            ReconciliationDispatcher dispatcher) {
        this.slots = slots;
        this.dispatcher = dispatcher;
        this.catalog = catalog;
        this.numbers = numbers;
        this.life = life;
        this.lease = lease;
        this.sides = sides;
        this.comparison = comparison;
        this.repair = repair;
    }

    /** The process is told to end, and waits for jobs such as this one. */
    void stop(@Observes CamelContextStoppingEvent event) {
        stop.give();
    }

    /** Carries it out if nobody else does. Where this process has as many as it may, it stays in line. */
    void carryOut(long id) {
        if (!slots.take()) {
            return;
        }
        try {
            carryOutAlone(id);
        } finally {
            slots.giveBack();
            dispatchNext();
        }
    }

    /** One is over, so that another may begin; should that fail, all processes look again soon. */
    private void dispatchNext() {
        try {
            dispatcher.dispatchNext();
        } catch (RuntimeException e) {
            LOG.infof("Reconciliations in line wait a little: %s", e.getMessage());
        }
    }

    private void carryOutAlone(long id) {
        Optional<Reconciliation> claimed = life.claim(id);
        if (claimed.isEmpty()) {
            return;
        }
        lease.hold(id);
        Reconciliation found = claimed.get();
        LOG.infof("Reconciliation %d of %s %s", id, found.route, found.resumed > 0 ? "resumes" : "begins");
        Work work = null;
        try {
            work = work(found);
            if (carryOut(work, found)) {
                ended(life.finish(work));
            } else {
                handOver(work, found);
            }
        } catch (Lost e) {
            LOG.warn(e.getMessage());
        } catch (UnknownRoute e) { // removed since it was ordered
            ended(life.fail(id, found.fence, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // its lease ends, and somebody goes on
        } catch (Exception e) {
            stopped(work, found, e);
        } finally {
            lease.drop(id);
        }
    }

    /** Something was thrown under its calls, or they had waited and were to wait no more. */
    private void stopped(Work work, Reconciliation found, Exception thrown) {
        Throwable cause = Reason.cause(thrown);
        if (cause instanceof HandedOver) {
            handOver(work, found);
        } else if (cause instanceof Lost) {
            LOG.warn(cause.getMessage());
        } else if (cause instanceof Cancelled) {
            ended(life.finish(work));
        } else if (work != null && !(cause instanceof SystemAway) && mayGoOn(found.id, thrown)) {
            LOG.infof("The hub failed under reconciliation %d: %s", found.id, cause.getMessage());
            handOver(work, found);
        } else {
            failed(found, thrown);
        }
    }

    /** Whether the hub is why it stopped: it continues when the hub is back, unless it breaks here over and over. */
    private boolean mayGoOn(long id, Exception thrown) {
        if (LostConnection.isAway(thrown)) {
            return true;
        }
        try {
            return LostConnection.isBroken(thrown) && life.mayGoOn(id);
        } catch (RuntimeException e) {
            return true; // the hub is not back yet
        }
    }

    private void handOver(Work work, Reconciliation found) {
        LOG.infof("Reconciliation %d of %s stops here, it goes on elsewhere", found.id, found.route);
        try {
            life.release(work);
        } catch (RuntimeException e) {
            LOG.infof("Its lease could not be given up, it goes on when that is over: %s", e.getMessage());
        }
    }

    private void failed(Reconciliation found, Exception cause) {
        LOG.errorf(cause, "Reconciliation %d of %s failed", found.id, found.route);
        try {
            ended(life.fail(found.id, found.fence, Reason.of(cause, catalog.get(found.route))));
        } catch (RuntimeException e) {
            LOG.errorf(
                    "Reconciliation %d of %s could not be ended, it is resumed when its lease is over: %s",
                    found.id, found.route, e.getMessage());
        }
    }

    private Work work(Reconciliation found) {
        SyncRoute route = catalog.get(found.route);
        return new Work(
                found.id,
                found.fence,
                route,
                numbers.confirmed(route.id()),
                found.window(route),
                Depth.valueOf(found.depth),
                catalog.parametersOf(route.target() + ".read").getOrDefault("active", ""));
    }

    /** @return false when it stopped before its end, as this process does */
    private boolean carryOut(Work work, Reconciliation from) throws Exception {
        Phase phase = from.phase;
        String cursor = from.checkpoint;
        long done = from.done;
        Future<Page> ahead = null;
        Set<String> duplicates = new HashSet<>();
        while (phase == Phase.SOURCE || phase == Phase.TARGET) {
            if (stop.isGiven()) {
                return false;
            }
            Side side = phase == Phase.SOURCE ? Side.SOURCE : Side.TARGET;
            Page page = SystemReads.await(ahead != null ? ahead : sides.page(work, side, cursor));
            ahead = page.next() == null ? null : sides.page(work, side, page.next());
            if (page.duplicates() != null) {
                duplicates.addAll(page.duplicates());
            }
            Findings found = side == Side.SOURCE
                    ? comparison.ofSource(work, page.rows(), duplicates)
                    : comparison.ofTarget(work, page.rows());
            Long expected = page.expected() == null ? null : done + page.expected() * passes(phase, work);
            done += found.done();
            Phase next = page.next() == null ? after(phase, work, from.repair) : phase;
            if (life.page(work, found, expected, next, page.next())) {
                return true;
            }
            phase = next;
            cursor = page.next();
        }
        return phase == Phase.END || repair.carryOut(work, cursor, stop);
    }

    /** How many times so many rows are to be looked at: the target is taken to have as many as the source, until it says. */
    private static int passes(Phase phase, Work work) {
        return phase == Phase.SOURCE && work.isWhole() ? 2 : 1;
    }

    private static Phase after(Phase phase, Work work, boolean isRepair) {
        if (phase == Phase.SOURCE && work.isWhole()) {
            return Phase.TARGET;
        }
        return isRepair ? Phase.REPAIR : Phase.END;
    }

    private static void ended(Reconciliation ended) {
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
