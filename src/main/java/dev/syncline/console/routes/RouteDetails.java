package dev.syncline.console.routes;

import dev.syncline.console.frame.Address;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Numbers;
import dev.syncline.console.frame.State;
import dev.syncline.console.frame.When;
import dev.syncline.console.routes.RouteDetail.Fact;
import dev.syncline.console.routes.RouteDetail.Link;
import dev.syncline.console.routes.RouteDetail.RangeChoice;
import dev.syncline.console.routes.RouteDetail.Reason;
import dev.syncline.console.routes.RouteDetail.Status;
import dev.syncline.console.routes.RouteDetail.TriggerForm;
import dev.syncline.health.Freshness;
import dev.syncline.health.RouteHealth;
import dev.syncline.health.RouteHealths;
import dev.syncline.record.ReasonGroups;
import dev.syncline.record.ReasonGroups.Found;
import dev.syncline.record.ReasonGroups.Place;
import dev.syncline.record.RecordStatus;
import dev.syncline.route.Catalog;
import dev.syncline.route.RouteFiles;
import dev.syncline.route.SyncRoute;
import dev.syncline.route.yaml.RouteFile;
import dev.syncline.run.RouteStates.Records;
import dev.syncline.run.history.RecentRuns;
import dev.syncline.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the page of one route, from the catalog and how it stands. */
@ApplicationScoped
class RouteDetails {
    private static final int MOST_REASONS = 10;

    private final Catalog catalog;
    private final RouteHealths healths;
    private final RecentRuns recent;
    private final ReasonGroups reasons;
    private final RouteFiles files;
    private final Frames frames;

    RouteDetails(
            Catalog catalog,
            RouteHealths healths,
            RecentRuns recent,
            ReasonGroups reasons,
            RouteFiles files,
            Frames frames) {
        this.catalog = catalog;
        this.healths = healths;
        this.recent = recent;
        this.reasons = reasons;
        this.files = files;
        this.frames = frames;
    }

    RouteDetail of(String id) {
        SyncRoute route = catalog.get(id);
        RouteHealth health = healths.all().get(id);
        boolean hasSchedule = route.isScheduled() || route.isScheduledDeep();
        Optional<RouteFile> file = files.fileOf(id);
        String trouble = health.progress().lastReason();
        return new RouteDetail(
                id,
                route.title(),
                route.entity() + " from " + route.source() + " to " + route.target(),
                State.of(health.freshness()),
                health.progress().failedInRow() > 0 && trouble != null ? trouble : "",
                route.onDemand() ? trigger(route, plan(route, health, new RunPlan())) : null,
                hasSchedule && health.state().enabled(),
                hasSchedule && !health.state().enabled(),
                facts(route, health),
                statuses(id, health.state().records()),
                reasons(id),
                RunChart.of(recent.of(List.of(id), RunChart.MOST).getOrDefault(id, List.of()), frames.now()),
                file.map(RouteFile::name).orElse(""),
                file.map(each -> Secrets.masked(each.text())).orElse(""));
    }

    private TriggerForm trigger(SyncRoute route, String plan) {
        List<RangeChoice> ranges = Stream.of(
                        new RangeChoice("changes", "What changed since the last run"),
                        new RangeChoice("today", "Changed today"),
                        new RangeChoice("last-week", "Changed in the last 7 days"),
                        new RangeChoice("last-month", "Changed in the last month"),
                        new RangeChoice("last-year", "Changed in the last year"),
                        new RangeChoice("all", "Everything"),
                        new RangeChoice("", "Between these dates"))
                .toList();
        return new TriggerForm(plan, ranges, prerequisites(route), RunPlan.deletions(route));
    }

    /** What the form that runs the route will do, as it is filled. */
    String plan(String id, RunPlan asked) {
        return plan(catalog.get(id), healths.all().get(id), asked);
    }

    private String plan(SyncRoute route, RouteHealth health, RunPlan asked) {
        When complete = frames.when(health.state().watermark());
        return asked.words(route, complete == null ? null : complete.exact(), prerequisites(route));
    }

    private String prerequisites(SyncRoute route) {
        return catalog.prerequisitesOf(route).stream().map(SyncRoute::title).collect(Collectors.joining(", "));
    }

    private List<Fact> facts(SyncRoute route, RouteHealth health) {
        List<Fact> facts = new ArrayList<>();
        String none = "on demand only";
        facts.add(text("Schedule", route.isScheduled() ? ScheduleText.of(route.schedule()) : none));
        if (route.isScheduledDeep()) {
            facts.add(text("Deep runs", ScheduleText.of(route.deepSchedule())));
        }
        boolean isNext = health.state().enabled() && (route.isScheduled() || route.isScheduledDeep());
        facts.add(new Fact(
                "Next",
                health.freshness() == Freshness.PAUSED ? "paused" : "not planned",
                isNext ? frames.when(health.state().nextFire()) : null,
                List.of()));
        facts.add(new Fact("Last success", "not yet", frames.when(health.state().lastSuccess()), List.of()));
        if (route.windowed()) {
            facts.add(new Fact(
                    "Complete up to", "not known", frames.when(health.state().watermark()), List.of()));
        }
        links(facts, "Runs after", route.prerequisites().stream().map(catalog::get));
        links(facts, "Before", catalog.all().stream().filter(other -> other.prerequisites()
                .contains(route.id())));
        links(
                facts,
                "Parents",
                route.parents().values().stream().distinct().sorted().map(catalog::get));
        links(facts, "Children", catalog.childrenOf(route.id()).stream());
        if (!route.required().isEmpty()) {
            facts.add(text("Required fields", String.join(", ", route.required())));
        }
        return facts;
    }

    private static Fact text(String name, String value) {
        return new Fact(name, value, null, List.of());
    }

    private static void links(List<Fact> facts, String name, Stream<SyncRoute> routes) {
        List<Link> links = routes.map(route -> new Link(route.title(), "/routes/" + route.id()))
                .toList();
        if (!links.isEmpty()) {
            facts.add(new Fact(name, "", null, links));
        }
    }

    private static List<Status> statuses(String id, Records state) {
        return List.of(
                status(id, RecordStatus.SUCCESS, state.success()),
                status(id, RecordStatus.FAILED, state.failed()),
                status(id, RecordStatus.ON_HOLD, state.onHold()),
                status(id, RecordStatus.BLOCKED, state.blocked()),
                status(id, RecordStatus.IN_PROGRESS, state.inProgress()));
    }

    private static Status status(String id, RecordStatus status, long count) {
        return new Status(
                State.of(status),
                Numbers.grouped(count),
                Address.of("/records").with("route", id).with("status", status).toString());
    }

    private List<Reason> reasons(String id) {
        return reasons.after(id, null, Place.FIRST, MOST_REASONS).stream()
                .map(Found::group)
                .map(group -> new Reason(
                        State.of(group.status()),
                        Numbers.grouped(group.count()) + (group.isWhole() ? "" : " and more"),
                        group.reason().isEmpty() ? "No reason is known" : group.reason(),
                        Address.of("/records")
                                .with("route", id)
                                .with("status", group.status())
                                .with("reason", group.reason())
                                .toString()))
                .toList();
    }
}
