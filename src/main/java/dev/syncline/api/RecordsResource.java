package dev.syncline.api;

import dev.syncline.page.Depth;
import dev.syncline.page.Range;
import dev.syncline.record.LogReader;
import dev.syncline.record.RecordQueries;
import dev.syncline.record.RecordQueries.Place;
import dev.syncline.record.RecordQueries.Stretch;
import dev.syncline.record.RecordStatus;
import dev.syncline.record.RouteNumbers;
import dev.syncline.record.SyncRecord;
import dev.syncline.route.Catalog;
import dev.syncline.run.Run;
import dev.syncline.run.RunOrders;
import dev.syncline.run.RunRequest;
import dev.syncline.run.Trigger;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/records")
@Tag(name = "Records")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public class RecordsResource {
    private static final int LONGEST_HISTORY = 100;
    private static final int MOST_RETRIED = 10_000;

    private final RecordQueries records;
    private final RouteNumbers numbers;
    private final LogReader log;
    private final Catalog catalog;
    private final RunOrders orders;
    private final TargetUrls urls;
    private final SecurityIdentity who;

    RecordsResource(
            RecordQueries records,
            RouteNumbers numbers,
            LogReader log,
            Catalog catalog,
            RunOrders orders,
            TargetUrls urls,
            SecurityIdentity who) {
        this.records = records;
        this.numbers = numbers;
        this.log = log;
        this.catalog = catalog;
        this.orders = orders;
        this.urls = urls;
        this.who = who;
    }

    @GET
    @Operation(summary = "The status table, by route and key")
    public Listing<RecordView> list(
            @QueryParam("route") String route,
            @QueryParam("status") String status,
            @QueryParam("q") String q,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        int size = Listing.limit(limit);
        String id = route == null ? null : catalog.get(route).id();
        int split = cursor == null ? -1 : cursor.indexOf('.');
        if (cursor != null && split < 0) {
            throw new BadRequest("cursor '" + cursor + "' is none that this list gave");
        }
        Place after = split < 0
                ? Place.FIRST
                : new Place((int) Listing.cursor(cursor.substring(0, split), 0), cursor.substring(split + 1));
        Stretch found = records.after(id, Statuses.record(status), q, after, size);
        return new Listing<>(
                found.records().stream().map(record -> view(record, null, null)).toList(),
                found.next() == null
                        ? null
                        : found.next().route() + "." + found.next().key());
    }

    @GET
    @Path("/{route}/{key: .+}")
    @Operation(summary = "One record, with what was to be sent and what was done")
    public RecordView get(@PathParam("route") String route, @PathParam("key") String key) {
        SyncRecord record = find(route, key);
        List<DocumentView> history = log.history(record.logId, key, LONGEST_HISTORY).stream()
                .map(entry -> DocumentView.of(entry, route))
                .toList();
        return view(record, records.payload(route, key).orElse(null), history);
    }

    @POST
    @Path("/{route}/{key: .+}/retry")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Reads one record again and sends it")
    public Response retry(@PathParam("route") String route, @PathParam("key") String key, String body) {
        SyncRecord record = find(route, key);
        if (record.keyless) {
            throw new Conflict(
                    "This row has no key of its own, so it cannot be asked for. Correct it at the source and run "
                            + route + " over all");
        }
        if (body != null && !body.isBlank()) {
            throw new BadRequest("A retry takes no body: it sends what the source has now");
        }
        return retry(route, List.of(record.key));
    }

    @POST
    @Path("/retry")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Reads all records of a route that are in a status again and sends them")
    public Response retryAll(@QueryParam("route") String route, @QueryParam("status") String status) {
        if (route == null) {
            throw new BadRequest("Name the route whose records are to be retried");
        }
        RecordStatus wanted = status == null ? RecordStatus.FAILED : Statuses.record(status);
        List<String> keys = records.keys(catalog.get(route).id(), wanted, MOST_RETRIED);
        if (keys.isEmpty()) {
            throw new Conflict("Route " + route + " has no record in status " + wanted);
        }
        return retry(route, keys);
    }

    private Response retry(String route, List<String> keys) {
        Run run = orders.place(
                new RunRequest(
                        route,
                        Trigger.RETRY,
                        who.getPrincipal().getName(),
                        Range.ALL,
                        null,
                        Depth.SHALLOW,
                        false,
                        keys),
                false);
        return Response.accepted(RunView.of(run))
                .location(URI.create("/api/runs/" + run.id))
                .build();
    }

    private SyncRecord find(String route, String key) {
        return records.find(catalog.get(route).id(), key)
                .orElseThrow(() -> new NotFound("Route " + route + " has no record '" + key
                        + "'. Either its source does not have it, or no run has come to it yet"));
    }

    private RecordView view(SyncRecord record, String payload, List<DocumentView> history) {
        String route = numbers.name(record.route);
        return RecordView.of(record, route, urls.of(route, record), payload, history);
    }
}
