package dev.syncline.api.documents;

import dev.syncline.api.http.BadRequest;
import dev.syncline.api.http.Listing;
import dev.syncline.api.http.Moment;
import dev.syncline.api.http.Roles;
import dev.syncline.record.Action;
import dev.syncline.record.LogEntry;
import dev.syncline.record.LogReader.Asked;
import dev.syncline.record.RecordStatus;
import dev.syncline.record.RouteNumbers;
import dev.syncline.route.Catalog;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/documents")
@Tag(name = "Records")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public class DocumentsResource {
    private static final List<Action> LOGGED =
            List.of(Action.CREATED, Action.UPDATED, Action.CANCELLED, Action.DELETED);

    private final LogListing log;
    private final Catalog catalog;
    private final RouteNumbers numbers;
    private final ZoneId zone;

    DocumentsResource(
            LogListing log,
            Catalog catalog,
            RouteNumbers numbers,
            @ConfigProperty(name = "syncline.zone") ZoneId zone) {
        this.log = log;
        this.catalog = catalog;
        this.numbers = numbers;
        this.zone = zone;
    }

    @GET
    @Operation(summary = "The document log, newest first")
    public Listing<DocumentView> documents(
            @QueryParam("route") String route,
            @QueryParam("run") String run,
            @Parameter(description = "CREATED, UPDATED, CANCELLED or DELETED") @QueryParam("action") String action,
            @Parameter(description = "Text that key or title contains") @QueryParam("q") String q,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        Integer number = route == null ? null : numbers.of(catalog.get(route).id());
        String text = q == null ? null : q.toLowerCase(Locale.ROOT);
        Action only = action(action);
        Predicate<LogEntry> wanted = entry -> entry.status() == RecordStatus.SUCCESS
                && (only == null || entry.action() == only)
                && (text == null
                        || entry.key().toLowerCase(Locale.ROOT).contains(text)
                        || entry.title() != null
                                && entry.title().toLowerCase(Locale.ROOT).contains(text));
        Asked asked = new Asked(
                number,
                run == null ? null : Listing.cursor(run, 0),
                Moment.of("from", from, zone),
                Moment.of("to", to, zone));
        Listing<LogEntry> found = log.entries(asked, wanted, limit, cursor);
        return new Listing<>(
                found.items().stream()
                        .map(entry -> DocumentView.of(entry, numbers.name(entry.route())))
                        .toList(),
                found.next());
    }

    private static Action action(String name) {
        return name == null
                ? null
                : LOGGED.stream()
                        .filter(action -> action.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new BadRequest("Unknown action '" + name + "'. Actions are "
                                + LOGGED.stream().map(Action::name).collect(Collectors.joining(", "))));
    }
}
