package dev.syncline.health;

import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.run.RouteProgress;
import dev.syncline.run.RouteProgress.Active;
import dev.syncline.run.RouteProgress.Progress;
import dev.syncline.run.RouteStates;
import dev.syncline.run.RouteStates.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Computes the health of all routes with two queries. */
@ApplicationScoped
public class RouteHealths {
    private static final Duration LATELY = Duration.ofMinutes(10);

    private final Catalog catalog;
    private final RouteStates states;
    private final RouteProgress routeProgress;
    private final FireTimes schedules;
    private final Clock clock;
    private final Map<Long, Instant> waited = new ConcurrentHashMap<>();

    RouteHealths(Catalog catalog, RouteStates states, RouteProgress routeProgress, FireTimes schedules, Clock clock) {
        this.catalog = catalog;
        this.states = states;
        this.routeProgress = routeProgress;
        this.schedules = schedules;
        this.clock = clock;
    }

    public Map<String, RouteHealth> all() {
        Instant now = clock.instant();
        Map<String, State> known = states.all();
        Map<String, Progress> progress = routeProgress.all();
        Map<String, RouteHealth> all = new LinkedHashMap<>();
        for (SyncRoute route : catalog.all()) {
            State state = known.getOrDefault(route.id(), State.NEW);
            Progress gotOn = progress.getOrDefault(route.id(), Progress.NONE);
            all.put(route.id(), RouteHealth.of(route, state, gotOn, waitedLately(gotOn.active(), now), schedules, now));
        }
        waited.values().removeIf(time -> time.isBefore(now.minus(LATELY)));
        return all;
    }

    private boolean waitedLately(Active run, Instant now) {
        if (run == null) {
            return false;
        }
        if (run.waitingUntil() != null) {
            waited.put(run.id(), now);
        }
        return waited.getOrDefault(run.id(), Instant.EPOCH).isAfter(now.minus(LATELY));
    }
}
