package dev.syncline.console.documents;

import static dev.syncline.console.frame.FormFields.orNull;

import dev.syncline.api.documents.DocumentView;
import dev.syncline.api.documents.DocumentsResource;
import dev.syncline.api.http.Listing;
import dev.syncline.console.documents.LogList.Row;
import dev.syncline.console.frame.Address;
import dev.syncline.console.frame.Chip;
import dev.syncline.console.frame.Choice;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.State;
import dev.syncline.console.frame.Words;
import dev.syncline.record.Action;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes a page of the document log, from the call that the API has for it. */
@ApplicationScoped
class LogLists {
    private static final List<Action> ACTIONS =
            List.of(Action.CREATED, Action.UPDATED, Action.CANCELLED, Action.DELETED);

    private final DocumentsResource documents;
    private final Catalog catalog;
    private final Frames frames;

    LogLists(DocumentsResource documents, Catalog catalog, Frames frames) {
        this.documents = documents;
        this.catalog = catalog;
        this.frames = frames;
    }

    LogList of(LogSearch search) {
        Listing<DocumentView> found = documents.documents(
                orNull(search.route),
                orNull(search.run),
                orNull(search.action),
                orNull(search.q),
                orNull(search.from),
                orNull(search.to),
                null,
                orNull(search.cursor));
        Map<String, String> titles = catalog.all().stream().collect(Collectors.toMap(SyncRoute::id, SyncRoute::title));
        return new LogList(
                search.asked(),
                actions(search),
                Choice.ofRoutes(catalog.all(), search.route),
                found.items().stream()
                        .map(entry -> row(entry, titles.get(entry.route())))
                        .toList(),
                search.isNarrowed(),
                found.next() == null
                        ? null
                        : search.address().with("cursor", found.next()).toString(),
                orNull(search.cursor) == null ? null : search.address().toString(),
                empty(search, found.next() != null));
    }

    private static List<Chip> actions(LogSearch search) {
        List<Chip> chips = new ArrayList<>();
        chips.add(new Chip("All", search.of(null).toString(), orNull(search.action) == null));
        ACTIONS.forEach(action -> chips.add(new Chip(
                state(action).label(),
                search.of(action.name()).toString(),
                action.name().equals(search.action))));
        return chips;
    }

    /** @param routeTitle null for a route that does not exist any more */
    private Row row(DocumentView entry, String routeTitle) {
        return new Row(
                entry.title() == null || entry.title().isBlank() ? entry.key() : entry.title(),
                entry.key(),
                routeTitle == null
                        ? ""
                        : Address.of("/record")
                                .with("route", entry.route())
                                .with("key", entry.key())
                                .toString(),
                routeTitle == null ? entry.route() : routeTitle,
                routeTitle == null ? "" : "/routes/" + entry.route(),
                state(Action.valueOf(entry.action())),
                entry.changed().stream().map(Words::ofField).distinct().toList(),
                "Run " + entry.runId(),
                "/runs/" + entry.runId(),
                frames.when(entry.at()));
    }

    private static State state(Action action) {
        String tone =
                switch (action) {
                    case CREATED -> "ok";
                    case UPDATED -> "run";
                    case CANCELLED -> "hold";
                    case DELETED -> "bad";
                    case UNCHANGED, NONE -> "off";
                };
        return new State(Words.ofConstant(action.name()), tone);
    }

    private static String empty(LogSearch search, boolean isToBeContinued) {
        if (isToBeContinued) {
            return "None of the entries looked at so far matches. The next page looks further.";
        } else if (search.isNarrowed()) {
            return "No entry matches. Remove a part of the filter to see more.";
        }
        return "Nothing was sent to any system yet. Run a route: the overview lists them.";
    }
}
