package dev.syncline.api.documents;

import dev.syncline.api.http.Listing;
import dev.syncline.api.http.Roles;
import dev.syncline.record.LogEntry;
import dev.syncline.record.RecordStatus;
import dev.syncline.record.RouteNumbers;
import dev.syncline.route.Catalog;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/documents")
@Tag(name = "Records")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public class DocumentsResource {
    private final LogListing log;
    private final Catalog catalog;
    private final RouteNumbers numbers;

    DocumentsResource(LogListing log, Catalog catalog, RouteNumbers numbers) {
        this.log = log;
        this.catalog = catalog;
        this.numbers = numbers;
    }

    @GET
    @Operation(summary = "The document log, newest first")
    public Listing<DocumentView> documents(
            @QueryParam("route") String route,
            @QueryParam("run") String run,
            @QueryParam("action") String action,
            @QueryParam("q") String q,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        Integer number = route == null ? null : numbers.of(catalog.get(route).id());
        String text = q == null ? null : q.toLowerCase(Locale.ROOT);
        Predicate<LogEntry> wanted = entry -> entry.status() == RecordStatus.SUCCESS
                && (action == null || entry.action().name().equals(action))
                && (text == null
                        || entry.key().toLowerCase(Locale.ROOT).contains(text)
                        || entry.title() != null
                                && entry.title().toLowerCase(Locale.ROOT).contains(text));
        Listing<LogEntry> found =
                log.entries(number, run == null ? null : Listing.cursor(run, 0), wanted, limit, cursor);
        return new Listing<>(
                found.items().stream()
                        .map(entry -> DocumentView.of(entry, numbers.name(entry.route())))
                        .toList(),
                found.next());
    }
}
