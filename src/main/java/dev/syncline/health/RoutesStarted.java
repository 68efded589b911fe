package dev.syncline.health;

import dev.syncline.route.Catalog;
import dev.syncline.supplier.Suppliers;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.CamelContext;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.jboss.logging.Logger;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

/** Startup and readiness: the routes are loaded, and the scheduler runs. */
@Startup
@Readiness
@ApplicationScoped
class RoutesStarted implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(RoutesStarted.class);

    private final CamelContext camel;
    private final Catalog catalog;
    private final Suppliers suppliers;
    private final Scheduler scheduler;

    RoutesStarted(CamelContext camel, Catalog catalog, Suppliers suppliers, Scheduler scheduler) {
        this.camel = camel;
        this.catalog = catalog;
        this.suppliers = suppliers;
        this.scheduler = scheduler;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder routes = HealthCheckResponse.named("routes");
        if (!catalog.isLoaded() || !camel.getStatus().isStarted()) {
            return routes.down()
                    .withData("reason", "the routes are not started: " + camel.getStatus())
                    .build();
        } else if (!areSchedulesKept()) {
            return routes.down()
                    .withData("reason", "the scheduler is not started, no route runs by its schedule")
                    .build();
        }
        return routes.up()
                .withData("routes", catalog.all().size())
                .withData("suppliers", suppliers.all().size())
                .build();
    }

    private boolean areSchedulesKept() {
        try {
            return scheduler.isStarted() && !scheduler.isInStandbyMode();
        } catch (SchedulerException e) {
            LOG.warnf("The state of the scheduler is unknown: %s", e.getMessage());
            return false;
        }
    }
}
