package dev.syncline.health;

import dev.syncline.record.LogPartitions;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.run.RouteStates.Records;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.camel.spi.CamelEvent.CamelContextStartedEvent;
import org.jboss.logging.Logger;

/** Gauges of the health of routes. A scrape needs two queries. */
@ApplicationScoped
class RouteGauges {
    private static final Logger LOG = Logger.getLogger(RouteGauges.class);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Catalog catalog;
    private final RouteHealths standings;
    private final LogPartitions partitions;
    private final MeterRegistry meters;
    private final MeterRegistry records;
    private final Clock clock;
    private Map<String, RouteHealth> known = Map.of();
    private Instant knownAt = Instant.EPOCH;

    RouteGauges(
            Catalog catalog,
            RouteHealths standings,
            LogPartitions partitions,
            MeterRegistry meters,
            MetricsPage page,
            Clock clock) {
        this.catalog = catalog;
        this.standings = standings;
        this.partitions = partitions;
        this.meters = meters;
        this.records = page.gauges();
        this.clock = clock;
    }

    void start(@Observes CamelContextStartedEvent event) {
        for (SyncRoute route : catalog.all()) {
            records(route, "success", Records::success);
            records(route, "failed", Records::failed);
            records(route, "blocked", Records::blocked);
            records(route, "on_hold", Records::onHold);
            records(route, "in_progress", Records::inProgress);
            gauge(
                    "syncline.last.success.age.seconds",
                    route,
                    now -> age(now.state().lastSuccess()));
            gauge("syncline.allowed.age.seconds", route, now -> age(now.oldest()));
            gauge("syncline.overdue.seconds", route, now -> now.dueSince() == null ? 0 : age(now.dueSince()));
            gauge("syncline.run.idle.seconds", route, now -> seconds(now.idle()));
            gauge("syncline.runs.failed.in.row", route, now -> now.progress().failedInRow());
            gauge("syncline.waiting", route, now -> now.state().waiting() ? 1 : 0);
            if (route.windowed()) {
                gauge(
                        "syncline.watermark.age.seconds",
                        route,
                        now -> age(now.state().watermark()));
            }
        }
        Gauge.builder("syncline.log.partition.missing", partitions, log -> log.isMissing(clock.instant()) ? 1 : 0)
                .register(meters);
    }

    private void records(SyncRoute route, String status, ToDoubleFunction<Records> value) {
        Gauge.builder(
                        "syncline.records",
                        this,
                        gauges -> gauges.value(
                                route,
                                standing -> value.applyAsDouble(standing.state().records())))
                .description("Records of the route by status")
                .tag("route", route.id())
                .tag("status", status)
                .register(records);
    }

    private void gauge(String name, SyncRoute route, ToDoubleFunction<RouteHealth> value) {
        Gauge.builder(name, this, gauges -> gauges.value(route, value))
                .tag("route", route.id())
                .register(meters);
    }

    /** Returns NaN if the hub does not answer. */
    private double value(SyncRoute route, ToDoubleFunction<RouteHealth> value) {
        RouteHealth standing = standing(route.id());
        return standing == null ? Double.NaN : value.applyAsDouble(standing);
    }

    /** Returns NaN if it never happened, so that alerts can distinguish that from a long time ago. */
    private double age(Instant since) {
        return since == null ? Double.NaN : seconds(Duration.between(since, clock.instant()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

    private synchronized RouteHealth standing(String route) {
        Instant now = clock.instant();
        if (!knownAt.isAfter(now.minus(FRESH)) || knownAt.isAfter(now)) {
            knownAt = now; // also after a failure: a hub that hangs must not be asked for each gauge
            known = Map.of();
            try {
                known = standings.all();
            } catch (RuntimeException e) {
                LOG.debugf("The health of the routes could not be read: %s", e.getMessage());
            }
        }
        return known.get(route);
    }
}
