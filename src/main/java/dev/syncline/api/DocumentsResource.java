package dev.syncline.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.syncline.api.ChangeView.FieldChange;
import dev.syncline.record.Action;
import dev.syncline.record.LogEntry;
import dev.syncline.record.LogReader;
import dev.syncline.record.RouteNumbers;
import dev.syncline.route.Catalog;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api")
@Tag(name = "Records")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public class DocumentsResource {
    /** Rows of the log that one call looks through at the most: a filter that finds little answers with a cursor. */
    private static final int MOST_ROWS = 50;

    private final LogReader log;
    private final Catalog catalog;
    private final RouteNumbers numbers;
    private final ObjectMapper json;

    DocumentsResource(LogReader log, Catalog catalog, RouteNumbers numbers, ObjectMapper json) {
        this.log = log;
        this.catalog = catalog;
        this.numbers = numbers;
        this.json = json;
    }

    @GET
    @Path("/documents")
    @Operation(summary = "The document log, newest first")
    public Listing<DocumentView> documents(
            @QueryParam("route") String route,
            @QueryParam("run") String run,
            @QueryParam("action") String action,
            @QueryParam("q") String q,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        Integer number = route == null ? null : numbers.of(catalog.get(route).id());
        String text = q == null ? null : q.toLowerCase();
        Predicate<LogEntry> wanted = entry -> (action == null || entry.action().name().equals(action))
                && (text == null
                        || entry.key().toLowerCase().contains(text)
                        || entry.title() != null && entry.title().toLowerCase().contains(text));
        Listing<LogEntry> found = entries(number, run == null ? null : Listing.cursor(run, 0), wanted, limit, cursor);
        return new Listing<>(
                found.items().stream()
                        .map(entry -> DocumentView.of(entry, numbers.name(entry.route())))
                        .toList(),
                found.next());
    }

    @GET
    @Path("/runs/{id}/changes")
    @Operation(summary = "What a run did, or in a dry run would have done, field by field")
    public Listing<ChangeView> changes(
            @PathParam("id") long id, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        Listing<LogEntry> found = entries(null, id, entry -> true, limit, cursor);
        return new Listing<>(found.items().stream().map(this::change).toList(), found.next());
    }

    /** A cursor is the number of a row of the log and how many of its entries were seen: {@code 4711.250}. */
    private Listing<LogEntry> entries(
            Integer route, Long run, Predicate<LogEntry> wanted, Integer limit, String cursor) {
        int size = Listing.limit(limit);
        String[] parts = cursor == null || cursor.isBlank() ? new String[] {null, null} : cursor.split("\\.", 2);
        long row = Listing.cursor(parts[0], Long.MAX_VALUE);
        long seen = parts.length < 2 ? 0 : Listing.cursor(parts[1], 0);
        List<LogEntry> items = new ArrayList<>();
        for (int rows = 0; rows < MOST_ROWS; rows++) {
            List<List<LogEntry>> next = log.rows(route, run, row, 1);
            if (next.isEmpty()) {
                return new Listing<>(items, null);
            }
            List<LogEntry> entries = next.get(0);
            long id = entries.get(0).logId();
            for (int i = id == row ? (int) seen : 0; i < entries.size(); i++) {
                if (wanted.test(entries.get(i))) {
                    if (items.size() == size) {
                        return new Listing<>(items, id + "." + i);
                    }
                    items.add(entries.get(i));
                }
            }
            row = id - 1;
            seen = 0;
        }
        return new Listing<>(items, row + ".0");
    }

    private ChangeView change(LogEntry entry) {
        JsonNode before =
                log.entry(entry.previous(), entry.key()).map(e -> read(e.content())).orElse(MissingNode.getInstance());
        JsonNode after = entry.action() == Action.DELETED ? MissingNode.getInstance() : read(entry.content());
        Set<String> names = new LinkedHashSet<>();
        after.fieldNames().forEachRemaining(names::add);
        if (entry.action() == Action.DELETED) {
            before.fieldNames().forEachRemaining(names::add);
        }
        List<FieldChange> fields = new ArrayList<>();
        for (String name : names) {
            if (!before.path(name).equals(after.path(name))) {
                fields.add(new FieldChange(name, orNull(before.path(name)), orNull(after.path(name))));
            }
        }
        return new ChangeView(entry.key(), entry.title(), entry.action().name(), fields);
    }

    private static JsonNode orNull(JsonNode node) {
        return node.isMissingNode() ? null : node;
    }

    private JsonNode read(String content) {
        try {
            return json.readTree(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
