package dev.syncline.console.audit;

import static dev.syncline.console.frame.FormFields.strippedOrNull;

import dev.syncline.api.audit.AuditResource;
import dev.syncline.api.audit.AuditView;
import dev.syncline.api.http.Listing;
import dev.syncline.console.audit.AuditList.Row;
import dev.syncline.console.frame.Choice;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.State;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a page of the audit log, from the call that the API has for it. */
@ApplicationScoped
class AuditLists {
    private static final int MOST_KEYS = 20;

    private final AuditResource audit;
    private final Catalog catalog;
    private final Frames frames;

    AuditLists(AuditResource audit, Catalog catalog, Frames frames) {
        this.audit = audit;
        this.catalog = catalog;
        this.frames = frames;
    }

    AuditList of(AuditSearch search) {
        Listing<AuditView> found = audit.list(
                strippedOrNull(search.who),
                strippedOrNull(search.subject),
                strippedOrNull(search.action),
                strippedOrNull(search.outcome),
                strippedOrNull(search.from),
                strippedOrNull(search.to),
                null,
                strippedOrNull(search.cursor));
        Set<String> routes = catalog.all().stream().map(SyncRoute::id).collect(Collectors.toSet());
        return new AuditList(
                search.asked(),
                Stream.of("DONE", "REFUSED", "FAILED")
                        .map(outcome -> new Choice(outcome, state(outcome).label(), outcome.equals(search.outcome)))
                        .toList(),
                found.items().stream().map(line -> row(line, routes)).toList(),
                found.next() == null
                        ? null
                        : search.address().with("cursor", found.next()).toString(),
                strippedOrNull(search.cursor) == null ? null : search.address().toString());
    }

    private Row row(AuditView line, Set<String> routes) {
        return new Row(
                frames.when(line.at()),
                line.who(),
                line.action(),
                line.subject(),
                routes.contains(line.subject()) ? "/routes/" + line.subject() : null,
                state(line.outcome()),
                detail(line),
                Objects.requireNonNullElse(line.address(), ""));
    }

    private static State state(String outcome) {
        return switch (outcome) {
            case "DONE" -> new State("Done", "ok");
            case "REFUSED" -> new State("Refused", "hold");
            default -> new State("Failed", "bad");
        };
    }

    private static List<String> detail(AuditView line) {
        List<String> detail = new ArrayList<>();
        if (line.detail() != null) {
            detail.add(line.detail());
        }
        if (Boolean.TRUE.equals(line.dryRun())) {
            detail.add("dry run");
        }
        if (line.keys() != null) {
            List<String> keys = line.keys();
            int more = keys.size() - MOST_KEYS;
            detail.add("keys: " + keys.stream().limit(MOST_KEYS).collect(Collectors.joining(", "))
                    + (more > 0 ? " and " + more + " more" : ""));
        }
        return detail;
    }
}
