package dev.syncline.console.overview;

import dev.syncline.console.frame.Address;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Numbers;
import dev.syncline.console.frame.State;
import dev.syncline.console.overview.NoticeAttentions.Found;
import dev.syncline.console.overview.Overview.RouteRow;
import dev.syncline.health.Freshness;
import dev.syncline.health.RouteHealth;
import dev.syncline.health.RouteHealths;
import dev.syncline.record.ReasonGroup;
import dev.syncline.record.RecordStatus;
import dev.syncline.run.RouteStates;
import dev.syncline.run.history.RecentRuns;
import dev.syncline.run.history.RecentRuns.Brief;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the overview: eight queries, however many routes and records there are. */
@ApplicationScoped
class Overviews {
    private final RouteHealths healths;
    private final RecentRuns recent;
    private final Attentions attentions;
    private final NoticeAttentions notices;
    private final Frames frames;

    Overviews(RouteHealths healths, RecentRuns recent, Attentions attentions, NoticeAttentions notices, Frames frames) {
        this.healths = healths;
        this.recent = recent;
        this.attentions = attentions;
        this.notices = notices;
        this.frames = frames;
    }

    Overview now() throws SQLException {
        Map<String, RouteHealth> all = healths.all();
        List<ReasonGroup> reasons = attentions.reasons(all.keySet());
        Map<String, List<Brief>> runs = recent.of(all.keySet(), Spark.MOST);
        Found further = notices.now();
        return new Overview(
                headline(all.values(), further),
                summary(all.values()),
                Stream.concat(attentions.of(all.values(), reasons).stream(), further.rows().stream())
                        .toList(),
                more(reasons),
                PictureDrawing.of(all.values()),
                all.values().stream()
                        .map(health ->
                                row(health, runs.getOrDefault(health.route().id(), List.of())))
                        .toList());
    }

    private static String headline(Collection<RouteHealth> all, Found further) {
        long records = all.stream()
                .mapToLong(health -> health.state().records().failed()
                        + health.state().records().onHold())
                .sum();
        long failing = in(all, Freshness.FAILING);
        long late = in(all, Freshness.LATE);
        List<String> parts = Stream.of(
                        records == 0 ? null : Numbers.of(records, "record"),
                        failing == 0 ? null : Numbers.of(failing, "failing route"),
                        late == 0 ? null : Numbers.of(late, "late route"),
                        further.orders() == 0 ? null : Numbers.of(further.orders(), "stale order"),
                        further.notices() == 0 ? null : Numbers.of(further.notices(), "notice"))
                .filter(Objects::nonNull)
                .toList();
        boolean hasRun = all.stream().anyMatch(health -> health.state().lastRun() != null);
        if (parts.isEmpty()) {
            return hasRun ? "All is well" : "No route has run yet";
        }
        int last = parts.size() - 1;
        String subject =
                last == 0 ? parts.get(0) : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
        long things = records + failing + late + further.orders() + further.notices();
        return subject + (things == 1 ? " needs you" : " need you");
    }

    private String summary(Collection<RouteHealth> all) {
        long inStep = all.stream()
                .mapToLong(health -> health.state().records().success())
                .sum();
        long blocked = all.stream()
                .mapToLong(health -> health.state().records().blocked())
                .sum();
        long running = in(all, Freshness.RUNNING);
        String last = all.stream()
                .map(health -> health.state().lastSuccess())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .map(time -> " Last successful run " + frames.when(time).relative() + ".")
                .orElse("");
        return Numbers.of(inStep, "record") + " in step"
                + (blocked == 0 ? "" : ", " + Numbers.grouped(blocked) + " kept back by rules")
                + (running == 0 ? "." : "; " + Numbers.of(running, "route") + " running.") + last;
    }

    private static String more(List<ReasonGroup> reasons) {
        String statuses = Stream.of(RecordStatus.FAILED, RecordStatus.ON_HOLD)
                .filter(status -> reasons.stream()
                                .filter(group -> group.status() == status)
                                .count()
                        > Attentions.MOST_REASONS)
                .map(status -> State.of(status).label())
                .collect(Collectors.joining(" and "));
        return statuses.isEmpty() ? "" : "There are more reasons of records that are " + statuses + ".";
    }

    private static long in(Collection<RouteHealth> all, Freshness freshness) {
        return all.stream().filter(health -> health.freshness() == freshness).count();
    }

    private RouteRow row(RouteHealth health, List<Brief> runs) {
        RouteStates.State state = health.state();
        String id = health.route().id();
        long keptBack = state.records().failed()
                + state.records().blocked()
                + state.records().onHold();
        boolean hasSchedule = health.route().isScheduled() || health.route().isScheduledDeep();
        boolean isPaused = health.freshness() == Freshness.PAUSED || !state.enabled();
        return new RouteRow(
                id,
                health.route().title(),
                "/routes/" + id,
                health.isWaiting() ? new State("Waiting", "hold") : State.of(health.freshness()),
                Spark.of(runs, frames.now()),
                Numbers.grouped(state.records().success()),
                Numbers.grouped(keptBack),
                Address.of("/records")
                        .with("route", id)
                        .with("status", keptBackMostly(state))
                        .toString(),
                frames.when(state.lastSuccess()),
                "not yet",
                isPaused || !hasSchedule ? null : frames.when(state.nextFire()),
                !hasSchedule ? "on demand" : isPaused ? "paused" : "not planned");
    }

    private static RecordStatus keptBackMostly(RouteStates.State state) {
        return state.records().failed() > 0
                ? RecordStatus.FAILED
                : state.records().onHold() > 0 ? RecordStatus.ON_HOLD : RecordStatus.BLOCKED;
    }
}
