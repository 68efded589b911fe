package dev.syncline.health;

import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.run.RouteStates;
import dev.syncline.run.RouteStates.State;
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

/** How the routes stand, as gauges for the monitoring. One query serves a scrape. */
@ApplicationScoped
class RouteGauges {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Catalog catalog;
    private final RouteStates states;
    private final MeterRegistry meters;
    private final MeterRegistry records;
    private final Clock clock;
    private Map<String, State> known = Map.of();
    private Instant knownAt = Instant.EPOCH;

    RouteGauges(Catalog catalog, RouteStates states, MeterRegistry meters, MetricsPage page, Clock clock) {
        this.catalog = catalog;
        this.states = states;
        this.meters = meters;
        this.records = page.gauges();
        this.clock = clock;
    }

    void start(@Observes CamelContextStartedEvent event) {
        for (SyncRoute route : catalog.all()) {
            records(route, "success", State::success);
            records(route, "failed", State::failed);
            records(route, "blocked", State::blocked);
            records(route, "on_hold", State::onHold);
            records(route, "in_progress", State::inProgress);
            gauge("syncline.last.success.age.seconds", route, state -> age(state.lastSuccess()));
            gauge("syncline.waiting", route, state -> state.waiting() ? 1 : 0);
            if (route.windowed()) {
                gauge("syncline.watermark.age.seconds", route, state -> age(state.watermark()));
            }
        }
    }

    private void records(SyncRoute route, String status, ToDoubleFunction<State> value) {
        Gauge.builder("syncline.records", this, gauges -> value.applyAsDouble(gauges.state(route.id())))
                .description("Records of the route by status")
                .tag("route", route.id())
                .tag("status", status)
                .register(records);
    }

    private void gauge(String name, SyncRoute route, ToDoubleFunction<State> value) {
        Gauge.builder(name, this, gauges -> value.applyAsDouble(gauges.state(route.id())))
                .tag("route", route.id())
                .register(meters);
    }

    /** Not a number where it never happened, so that an alert can tell that from a long time ago. */
    private double age(Instant since) {
        return since == null
                ? Double.NaN
                : Duration.between(since, clock.instant()).toMillis() / 1_000.0;
    }

    private synchronized State state(String route) {
        Instant now = clock.instant();
        if (knownAt.plus(FRESH).isBefore(now)) {
            known = states.all();
            knownAt = now;
        }
        return known.getOrDefault(route, State.NEW);
    }
}
