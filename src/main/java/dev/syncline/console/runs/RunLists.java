package dev.syncline.console.runs;

import dev.syncline.api.http.Listing;
import dev.syncline.api.runs.RunView;
import dev.syncline.api.runs.RunsResource;
import dev.syncline.console.frame.Address;
import dev.syncline.console.frame.Choice;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Numbers;
import dev.syncline.console.frame.State;
import dev.syncline.console.frame.When;
import dev.syncline.console.runs.RunList.Row;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.work.WorkStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Makes a page of the list of runs, from the call that the API has for it. */
@ApplicationScoped
class RunLists {
    private final RunsResource runs;
    private final Catalog catalog;
    private final Frames frames;

    RunLists(RunsResource runs, Catalog catalog, Frames frames) {
        this.runs = runs;
        this.catalog = catalog;
        this.frames = frames;
    }

    /** Each part null where it is not asked for. */
    RunList of(String route, String status, String from, String to, String cursor) {
        Listing<RunView> found = runs.list(route, status, from, to, null, cursor);
        Map<String, String> titles = catalog.all().stream().collect(Collectors.toMap(SyncRoute::id, SyncRoute::title));
        String here = Address.of("/runs")
                .with("route", route)
                .with("status", status)
                .with("from", from)
                .with("to", to)
                .toString();
        return new RunList(
                Choice.ofRoutes(catalog.all(), route),
                Arrays.stream(WorkStatus.values())
                        .map(each -> new Choice(
                                each.name(), State.of(each).label(), each.name().equals(status)))
                        .toList(),
                Objects.requireNonNullElse(from, ""),
                Objects.requireNonNullElse(to, ""),
                found.items().stream().map(run -> row(run, titles)).toList(),
                found.next() == null
                        ? null
                        : Address.of("/runs")
                                .with("route", route)
                                .with("status", status)
                                .with("from", from)
                                .with("to", to)
                                .with("cursor", found.next())
                                .toString(),
                cursor == null ? null : here);
    }

    private Row row(RunView run, Map<String, String> titles) {
        WorkStatus status = WorkStatus.valueOf(run.status());
        Instant end = Objects.requireNonNullElse(run.finishedAt(), frames.now());
        return new Row(
                run.id(),
                "/runs/" + run.id(),
                titles.getOrDefault(run.route(), run.route()),
                "/routes/" + run.route(),
                run.queued() && !status.isFinal() ? new State("Queued", "off") : State.of(status),
                run.range().name() + (run.depth().equals("deep") ? ", deep" : "") + (run.dryRun() ? ", dry" : "")
                        + ", by " + run.requestedBy(),
                Numbers.grouped(run.counts().read()),
                Numbers.grouped(run.counts().created()
                        + run.counts().updated()
                        + run.counts().deleted()),
                Numbers.grouped(run.counts().failed()),
                frames.when(Objects.requireNonNullElse(run.startedAt(), run.createdAt())),
                run.startedAt() == null ? "" : When.span(Duration.between(run.startedAt(), end)));
    }
}
