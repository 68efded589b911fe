package dev.syncline.health;

import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.run.RouteProgress;
import dev.syncline.run.RouteProgress.Progress;
import dev.syncline.run.RouteStates;
import dev.syncline.run.RouteStates.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How all routes stand now, by their ids. Two queries. */
@ApplicationScoped
class Standings {
    private final Catalog catalog;
    private final RouteStates states;
    private final RouteProgress progress;
    private final Schedules schedules;
    private final Clock clock;

    Standings(Catalog catalog, RouteStates states, RouteProgress progress, Schedules schedules, Clock clock) {
        this.catalog = catalog;
        this.states = states;
        this.progress = progress;
        this.schedules = schedules;
        this.clock = clock;
    }

    Map<String, Standing> all() {
        Instant now = clock.instant();
        Map<String, State> known = states.all();
        Map<String, Progress> gotOn = progress.all();
        Map<String, Standing> all = new LinkedHashMap<>();
        for (SyncRoute route : catalog.all()) {
            all.put(
                    route.id(),
                    Standing.of(
                            route,
                            known.getOrDefault(route.id(), State.NEW),
                            gotOn.getOrDefault(route.id(), Progress.NONE),
                            schedules,
                            now));
        }
        return all;
    }
}
