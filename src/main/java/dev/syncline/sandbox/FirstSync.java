package dev.syncline.sandbox;

import dev.syncline.page.Depth;
import dev.syncline.page.Range;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.run.RouteBusy;
import dev.syncline.run.Run;
import dev.syncline.run.RunOrders;
import dev.syncline.run.RunQueries;
import dev.syncline.run.RunRequest;
import dev.syncline.run.Trigger;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Runs the whole chain once when the sandbox starts, deep and over everything, and logs the result of each route. */
@ApplicationScoped
class FirstSync {
    private static final Logger LOG = Logger.getLogger(FirstSync.class);
    private static final Duration LONGEST_RUN = Duration.ofMinutes(10);

    private final Catalog catalog;
    private final RunOrders orders;
    private final RunQueries runs;
    private final Config config;
    private final boolean wanted;

    FirstSync(
            Catalog catalog,
            RunOrders orders,
            RunQueries runs,
            Config config,
            @ConfigProperty(name = "syncline.sandbox.first-sync", defaultValue = "true") boolean wanted) {
        this.catalog = catalog;
        this.orders = orders;
        this.runs = runs;
        this.config = config;
        this.wanted = wanted;
    }

    /** Starts with the HTTP server, as the sandbox's partner systems are behind it. */
    void start(@ObservesAsync HttpServerStart event) {
        if (wanted) {
            Thread thread = new Thread(this::run, "first-sync");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run() {
        try {
            List<Run> done = new ArrayList<>();
            for (SyncRoute route : catalog.all()) {
                if (route.onDemand()) {
                    done.add(follow(order(route)));
                }
            }
            LOG.info(table(done));
        } catch (RuntimeException e) {
            LOG.warnf(
                    "The first synchronization did not end: %s. Run the routes in the console, at %s",
                    e.getMessage(), address());
        }
    }

    private long order(SyncRoute route) {
        try {
            return orders.place(
                            new RunRequest(
                                    route.id(), Trigger.ON_DEMAND, "sandbox", Range.ALL, null, Depth.DEEP, false, null),
                            false)
                    .id;
        } catch (RouteBusy e) {
            return e.activeRun(); // Its schedule was faster, or the run continues from an earlier start.
        }
    }

    private Run follow(long id) {
        return runs.follow(id)
                .filter(run -> run.status.isFinal())
                .toUni()
                .await()
                .atMost(LONGEST_RUN);
    }

    private String table(List<Run> done) {
        StringBuilder table = new StringBuilder("The first synchronization is done\n\n");
        String line = "  %-40s %-8s %8s %8s %8s %9s %7s %8s%n";
        table.append(
                String.format(line, "route", "status", "read", "created", "updated", "unchanged", "failed", "on hold"));
        for (Run run : done) {
            table.append(String.format(
                    line,
                    run.route,
                    run.status,
                    run.read,
                    run.created,
                    run.updated,
                    run.unchanged,
                    run.failed,
                    run.onHold));
        }
        return table.append("\n  The API's document is at ")
                .append(address())
                .append("/q/openapi\n  The console is at ")
                .append(address())
                .append(" (user operator, password operator)\n")
                .toString();
    }

    private String address() {
        return "http://localhost:" + config.getValue("quarkus.http.port", String.class);
    }
}
