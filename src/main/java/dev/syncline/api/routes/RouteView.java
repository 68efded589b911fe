package dev.syncline.api.routes;

import dev.syncline.api.runs.RunView;
import dev.syncline.health.Freshness;
import dev.syncline.health.RouteHealth;
import dev.syncline.route.SyncRoute;
import dev.syncline.run.RouteStates.Records;
import dev.syncline.run.RouteStates.State;
import dev.syncline.run.Run;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * A route as the API shows it.
 *
 * @param schedule Quartz cron; null if it runs on demand only
 * @param deepSchedule Quartz cron of its deep runs; null if none are scheduled
 * @param lastRun its newest run; null before the first
 * @param enabled whether its schedule is on
 * @param freshness how it stands beside its schedule
 */
@RegisterForReflection
public record RouteView(
        String id,
        String title,
        String section,
        String entity,
        String source,
        String target,
        String schedule,
        String deepSchedule,
        Instant nextFireAt,
        boolean windowed,
        boolean onDemand,
        List<String> prerequisites,
        RunView lastRun,
        Instant lastSuccessAt,
        Instant watermark,
        boolean enabled,
        Freshness freshness,
        StatusCounts counts) {

    private static StatusCounts counts(Records of) {
        return new StatusCounts(of.success(), of.failed(), of.blocked(), of.onHold(), of.inProgress());
    }

    static RouteView of(RouteHealth health, Run lastRun) {
        SyncRoute route = health.route();
        State state = health.state();
        return new RouteView(
                route.id(),
                route.about().title(),
                route.about().section(),
                route.about().entity(),
                route.source(),
                route.target(),
                route.isScheduled() ? route.schedule() : null,
                route.isScheduledDeep() ? route.deepSchedule() : null,
                route.isScheduled() || route.isScheduledDeep() ? state.nextFire() : null,
                route.windowed(),
                route.onDemand(),
                route.prerequisites(),
                lastRun == null ? null : RunView.of(lastRun),
                state.lastSuccess(),
                state.watermark(),
                state.enabled(),
                health.freshness(),
                counts(state.records()));
    }
}
