package dev.syncline.api.routes;

import dev.syncline.api.runs.RunView;
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
        StatusCounts counts) {

    private static StatusCounts counts(Records of) {
        return new StatusCounts(of.success(), of.failed(), of.blocked(), of.onHold(), of.inProgress());
    }

    static RouteView of(SyncRoute route, State state, Run lastRun) {
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
                counts(state.records()));
    }
}
