package dev.syncline.run;

import dev.syncline.record.ParkedRecords;
import dev.syncline.record.RouteNumbers;
import dev.syncline.route.Catalog;
import dev.syncline.route.Schedules;
import dev.syncline.route.SyncRoute;
import dev.syncline.work.WorkStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** Lets children go when their parent has come: their route gets a run for them, and need not wait for its schedule. */
@ApplicationScoped
class Releases {
    private static final Logger LOG = Logger.getLogger(Releases.class);

    private final Catalog catalog;
    private final RouteNumbers numbers;
    private final ParkedRecords parked;
    private final Schedules schedules;
    private final RunOrders orders;

    Releases(Catalog catalog, RouteNumbers numbers, ParkedRecords parked, Schedules schedules, RunOrders orders) {
        this.catalog = catalog;
        this.numbers = numbers;
        this.parked = parked;
        this.schedules = schedules;
        this.orders = orders;
    }

    /** Looks after the children of a route whose run is over, and after children of its own that came too late for it. */
    void after(Run run) {
        if (run.dryRun) {
            return; // nothing came by it, and nothing is to be sent for it
        }
        if (run.isRelease() && run.read == 0) {
            return; // it changed nothing, so another would not
        }
        Map<Integer, SyncRoute> waiting = new HashMap<>();
        catalog.childrenOf(run.route).forEach(child -> waiting.put(numbers.of(child.id()), child));
        SyncRoute own = catalog.get(run.route);
        boolean wasWhole = run.status == WorkStatus.SUCCESS || run.status == WorkStatus.PARTIAL;
        if (wasWhole && !own.parents().isEmpty()) {
            waiting.put(numbers.of(own.id()), own);
        }
        try {
            for (int number : parked.having(waiting.keySet())) {
                release(number, waiting.get(number));
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("Children of %s wait for the next run of their routes: %s", run.route, e.getMessage());
        }
    }

    private void release(int number, SyncRoute route) throws SQLException {
        parked.release(number, numbers.of(route.parents().values()));
        if (parked.hasReleased(number) && !schedules.isPaused(route.id())) {
            orders.placeRelease(route);
        }
    }
}
