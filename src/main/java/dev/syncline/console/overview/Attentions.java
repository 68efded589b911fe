package dev.syncline.console.overview;

import dev.syncline.console.frame.Address;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Numbers;
import dev.syncline.console.frame.State;
import dev.syncline.console.frame.When;
import dev.syncline.console.overview.Overview.Attention;
import dev.syncline.console.overview.Overview.Retry;
import dev.syncline.health.Freshness;
import dev.syncline.health.RouteHealth;
import dev.syncline.record.ReasonGroup;
import dev.syncline.record.ReasonGroups;
import dev.syncline.record.ReasonGroups.Found;
import dev.syncline.record.ReasonGroups.Place;
import dev.syncline.record.RecordStatus;
import dev.syncline.run.RouteProgress.Active;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What needs a person: routes that fail, are late or wait, and records that are kept back, grouped by reason. */
@ApplicationScoped
class Attentions {
    /** Of each status; the rest is in the list of records. */
    static final int MOST_REASONS = 12;

    private static final int MOST_NAMES = 4;

    private final ReasonGroups reasons;
    private final Frames frames;

    Attentions(ReasonGroups reasons, Frames frames) {
        this.reasons = reasons;
        this.frames = frames;
    }

    /**
     * Reasons for which records of these routes are FAILED or ON_HOLD; those of a rule are as somebody wanted them. What a
     * route has left that is gone from the catalog leads to no page, and nobody can retry it.
     */
    List<ReasonGroup> reasons(Set<String> routes) {
        return Stream.of(RecordStatus.FAILED, RecordStatus.ON_HOLD)
                .flatMap(status -> reasons.after(null, status, Place.FIRST, MOST_REASONS + 1).stream())
                .map(Found::group)
                .filter(group -> routes.contains(group.route()))
                .toList();
    }

    /** @param reasons as {@link #reasons} gives them */
    List<Attention> of(Collection<RouteHealth> healths, List<ReasonGroup> reasons) {
        Map<String, String> titles = healths.stream()
                .collect(Collectors.toMap(
                        health -> health.route().id(), health -> health.route().title()));
        Stream<Attention> routes =
                Stream.of(Freshness.FAILING, Freshness.LATE).flatMap(freshness -> routes(healths, freshness));
        Stream<Attention> waits =
                healths.stream().filter(RouteHealth::isWaiting).map(this::waiting);
        Stream<Attention> records = Stream.of(RecordStatus.FAILED, RecordStatus.ON_HOLD)
                .flatMap(status -> reasons.stream()
                        .filter(group -> group.status() == status)
                        .sorted(Comparator.comparingLong(ReasonGroup::count).reversed())
                        .limit(MOST_REASONS)
                        .map(group -> records(group, titles.getOrDefault(group.route(), group.route()))));
        return Stream.of(routes, records, waits).flatMap(each -> each).toList();
    }

    /** One for each cause: all routes that are late, or that failed for the same reason. */
    private Stream<Attention> routes(Collection<RouteHealth> healths, Freshness freshness) {
        Map<String, List<RouteHealth>> byCause = healths.stream()
                .filter(health -> health.freshness() == freshness)
                .collect(Collectors.groupingBy(
                        health -> freshness == Freshness.FAILING ? reason(health) : "",
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byCause.entrySet().stream()
                .map(cause -> cause.getValue().size() == 1
                        ? route(cause.getValue().get(0))
                        : together(cause.getValue(), cause.getKey(), freshness));
    }

    private static Attention together(List<RouteHealth> routes, String reason, Freshness freshness) {
        State state = State.of(freshness);
        int more = routes.size() - MOST_NAMES;
        String names = routes.stream()
                        .limit(MOST_NAMES)
                        .map(health -> health.route().title())
                        .collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
        return new Attention(
                state.labelled(state.label() + " " + routes.size()),
                routes.size() + " routes " + (freshness == Freshness.FAILING ? "could not finish" : "are late"),
                (reason.isEmpty() ? "" : reason + " ") + names + ".",
                "/#routes",
                "Show the routes",
                null);
    }

    private static String reason(RouteHealth health) {
        return Objects.requireNonNullElse(health.progress().lastReason(), "");
    }

    private Attention route(RouteHealth health) {
        boolean isFailing = health.freshness() == Freshness.FAILING;
        String since = health.state().lastSuccess() == null
                ? "It has not succeeded yet"
                : "Last success " + frames.when(health.state().lastSuccess()).relative();
        String detail = isFailing
                ? reason(health).isEmpty() ? since : reason(health) + " " + since + "."
                : since + "; its schedule has come round since without a run that succeeded.";
        return new Attention(
                State.of(health.freshness()),
                health.route().title() + (isFailing ? " could not finish" : " is late"),
                detail,
                "/routes/" + health.route().id(),
                "Show the route",
                null);
    }

    private Attention waiting(RouteHealth health) {
        Active run = health.progress().active();
        When until = run.waitingUntil() == null ? null : frames.when(run.waitingUntil());
        return new Attention(
                new State("Waits", "run"),
                health.route().title() + " waits for " + health.route().target(),
                (until == null ? "It tries again by itself." : "It goes on " + until.relative() + " by itself.")
                        + " What was delivered before is recorded.",
                "/runs/" + run.id(),
                "Show run " + run.id(),
                null);
    }

    private Attention records(ReasonGroup group, String title) {
        String count = Numbers.grouped(group.count()) + (group.isWhole() ? "" : " and more");
        State state = State.of(group.status());
        Instant now = frames.now();
        String last = group.lastTriedAt() == null
                ? ""
                : "; last tried " + frames.when(group.lastTriedAt()).relative();
        return new Attention(
                state.labelled(state.label() + " " + count),
                group.reason().isEmpty() ? "No reason is known" : group.reason(),
                title + last,
                Address.of("/records")
                        .with("status", group.status())
                        .with("route", group.route())
                        .with("reason", group.reason())
                        .toString(),
                "Show " + count,
                group.isWhole() && !group.reason().isEmpty()
                        ? new Retry(
                                group.route(),
                                group.status().name(),
                                group.reason(),
                                group.count(),
                                now.toString(),
                                "Retry " + count)
                        : null);
    }
}
