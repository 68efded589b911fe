package dev.syncline.console.runs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.api.documents.ChangeView;
import dev.syncline.api.documents.FieldChange;
import dev.syncline.api.http.Listing;
import dev.syncline.api.runs.RunView;
import dev.syncline.api.runs.RunsResource;
import dev.syncline.console.frame.Address;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Numbers;
import dev.syncline.console.frame.State;
import dev.syncline.console.runs.RunDetail.Again;
import dev.syncline.console.runs.RunDetail.Change;
import dev.syncline.console.runs.RunDetail.Fact;
import dev.syncline.record.RecordStatus;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.route.UnknownRoute;
import dev.syncline.run.Run;
import dev.syncline.run.RunQueries;
import dev.syncline.run.Trigger;
import dev.syncline.work.WorkStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes the page of one run, from the calls that the API has for it. */
@ApplicationScoped
class RunDetails {
    private static final int MOST_KEYS = 500;
    private static final int MOST_FIELDS = 8;
    private static final int LONGEST_VALUE = 120;
    private static final int CHANGES = 25;

    private final RunsResource runs;
    private final RunKeptBack reasons;
    private final RunQueries queries;
    private final Catalog catalog;
    private final Frames frames;
    private final RunEvents events;

    RunDetails(
            RunsResource runs,
            RunKeptBack reasons,
            RunQueries queries,
            Catalog catalog,
            Frames frames,
            RunEvents events) {
        this.events = events;
        this.runs = runs;
        this.reasons = reasons;
        this.queries = queries;
        this.catalog = catalog;
        this.frames = frames;
    }

    RunDetail of(RunView run, String cursor) {
        boolean isOver = WorkStatus.valueOf(run.status()).isFinal();
        Optional<SyncRoute> route = route(run.route());
        Optional<Run> row = queries.find(run.id());
        Optional<Run> before = row.flatMap(queries::before);
        Listing<ChangeView> changes = runs.changes(Long.toString(run.id()), null, CHANGES, cursor);
        return new RunDetail(
                run.id(),
                route.map(SyncRoute::title).orElse(run.route()),
                "/routes/" + run.route(),
                isOver,
                isOver && route.map(SyncRoute::onDemand).orElse(false)
                        ? again(run, row.map(each -> each.keys).orElse(null))
                        : null,
                facts(run),
                events.of(run),
                reasons.isOfRun(run) ? "Kept back by this run, by reason" : "Kept back of this route, by reason",
                route.isEmpty() ? List.of() : reasons.of(run),
                before.map(former -> Long.toString(former.id)).orElse(""),
                before.map(former -> RunComparison.of(run, RunView.of(former))).orElse(List.of()),
                run.dryRun() ? "What it would have done" : "What it did",
                changes.items().stream()
                        .map(change -> change(change, run.route(), run.dryRun()))
                        .toList(),
                changes.next() == null
                        ? null
                        : Address.of("/runs/" + run.id())
                                .with("changes", changes.next())
                                .toString());
    }

    private Optional<SyncRoute> route(String id) {
        try {
            return Optional.of(catalog.get(id));
        } catch (UnknownRoute e) {
            return Optional.empty(); // its runs outlive a route
        }
    }

    /** Null for runs over records that were retried, or of keys that the form cannot name. */
    private static Again again(RunView run, String[] keys) {
        if (Trigger.valueOf(run.trigger()) == Trigger.RETRY || keys != null && !areLines(keys)) {
            return null;
        }
        boolean isFromTo = run.range().name().equals("from-to");
        return new Again(
                "/routes/" + run.route() + "/runs",
                isFromTo ? "" : run.range().name(),
                isFromTo && run.range().from() != null ? run.range().from().toString() : "",
                isFromTo && run.range().to() != null ? run.range().to().toString() : "",
                run.depth(),
                run.dryRun(),
                keys == null ? "" : String.join("\n", keys));
    }

    /** Whether the form, in which each line is a key, can name them. */
    private static boolean areLines(String[] keys) {
        return keys.length <= MOST_KEYS
                && Arrays.stream(keys)
                        .noneMatch(key -> key.isBlank() || key.lines().count() > 1);
    }

    private List<Fact> facts(RunView run) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Range", range(run)));
        facts.add(new Fact("Depth", run.depth()));
        facts.add(new Fact("Asked for by", run.requestedBy()));
        facts.add(new Fact("Trigger", run.trigger().toLowerCase(Locale.ROOT).replace('_', ' ')));
        if (run.dryRun()) {
            facts.add(new Fact("Dry run", "nothing is sent"));
        }
        if (run.resumed() > 0) {
            facts.add(new Fact("Resumed", Numbers.of(run.resumed(), "time")));
        }
        return facts;
    }

    private String range(RunView run) {
        String name = run.range().name();
        return name
                + (run.range().from() == null
                        ? ""
                        : ", from " + frames.when(run.range().from()).exact())
                + (run.range().to() == null
                        ? ""
                        : ", to " + frames.when(run.range().to()).exact());
    }

    private static Change change(ChangeView change, String route, boolean isDry) {
        RecordStatus status = RecordStatus.valueOf(change.status());
        boolean isDone = status == RecordStatus.SUCCESS && change.action() != null;
        String action = isDone
                ? change.action().toLowerCase(Locale.ROOT)
                : State.of(status).label();
        List<String> fields = new ArrayList<>();
        change.fields().stream().limit(MOST_FIELDS).map(RunDetails::text).forEach(fields::add);
        if (change.fields().size() > MOST_FIELDS) {
            fields.add("and " + Numbers.of(change.fields().size() - MOST_FIELDS, "more field"));
        }
        if (change.reason() != null) {
            fields.add(change.reason());
        }
        return new Change(
                change.title() == null || change.title().isBlank() ? change.key() : change.title(),
                change.key(),
                isDry
                        ? null
                        : Address.of("/record")
                                .with("route", route)
                                .with("key", change.key())
                                .toString(),
                action,
                isDone ? "ok" : State.of(status).tone(),
                fields);
    }

    private static String text(FieldChange field) {
        String after = text(field.after());
        return field.field() + ": " + (field.before() == null ? after : text(field.before()) + " \u2192 " + after);
    }

    private static String text(JsonNode value) {
        if (value == null || value.isNull()) {
            return "nothing";
        }
        String text = value.isTextual() ? "'" + value.asText() + "'" : value.toString();
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "\u2026" : text;
    }
}
