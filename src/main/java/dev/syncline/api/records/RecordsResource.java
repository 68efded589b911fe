package dev.syncline.api.records;

import dev.syncline.api.documents.DocumentView;
import dev.syncline.api.http.BadRequest;
import dev.syncline.api.http.Conflict;
import dev.syncline.api.http.JsonBody;
import dev.syncline.api.http.KeyInPath;
import dev.syncline.api.http.Listing;
import dev.syncline.api.http.Moment;
import dev.syncline.api.http.NotFound;
import dev.syncline.api.http.Roles;
import dev.syncline.api.http.Statuses;
import dev.syncline.api.runs.RunView;
import dev.syncline.page.RouteKeys;
import dev.syncline.record.Edits;
import dev.syncline.record.LogReader;
import dev.syncline.record.ReasonGroups;
import dev.syncline.record.RecordFilter;
import dev.syncline.record.RecordQueries;
import dev.syncline.record.RecordQueries.Place;
import dev.syncline.record.RecordQueries.Stretch;
import dev.syncline.record.RecordStatus;
import dev.syncline.record.RetryLine.Selection;
import dev.syncline.record.RouteNumbers;
import dev.syncline.record.SyncRecord;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.run.Run;
import dev.syncline.run.RunOrders;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
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
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/records")
@Tag(name = "Records")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Blocking
public class RecordsResource {
    private static final int LONGEST_HISTORY = 100;

    private final RecordQueries records;
    private final ReasonGroups reasons;
    private final RecordRetries retries;
    private final Edits edits;
    private final RouteNumbers numbers;
    private final LogReader log;
    private final Catalog catalog;
    private final RunOrders orders;
    private final JsonBody bodies;
    private final TargetUrls urls;
    private final SecurityIdentity who;
    private final RouteKeys keys;
    private final ZoneId zone;

    RecordsResource(
            RecordQueries records,
            ReasonGroups reasons,
            RecordRetries retries,
            Edits edits,
            RouteNumbers numbers,
            LogReader log,
            Catalog catalog,
            RunOrders orders,
            JsonBody bodies,
            TargetUrls urls,
            SecurityIdentity who,
            RouteKeys keys,
            @ConfigProperty(name = "syncline.zone") ZoneId zone) {
        this.records = records;
        this.reasons = reasons;
        this.retries = retries;
        this.edits = edits;
        this.numbers = numbers;
        this.log = log;
        this.catalog = catalog;
        this.orders = orders;
        this.bodies = bodies;
        this.urls = urls;
        this.who = who;
        this.keys = keys;
        this.zone = zone;
    }

    @GET
    @Operation(
            summary = "Lists the status table by route and key",
            description = "reason is one of /api/records/reasons; from and to are of the last attempt")
    public Listing<RecordView> list(
            @QueryParam("route") String route,
            @QueryParam("status") String status,
            @QueryParam("reason") String reason,
            @QueryParam("q") String q,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        int size = Listing.limit(limit);
        RecordFilter filter = filter(route, Statuses.record(status), reason, q, from, to);
        int split = cursor == null ? -1 : cursor.indexOf('.');
        if (cursor != null && split < 0) {
            throw new BadRequest("cursor '" + cursor + "' is not a cursor of this list");
        }
        Place after = split < 0
                ? Place.FIRST
                : new Place((int) Listing.cursor(cursor.substring(0, split), 0), cursor.substring(split + 1));
        Stretch found = records.after(filter, after, size);
        return new Listing<>(
                found.records().stream().map(record -> view(record, null, null)).toList(),
                found.next() == null
                        ? null
                        : found.next().route() + "." + found.next().key());
    }

    @GET
    @Path("/reasons")
    @Operation(
            summary = "Records that are kept back, grouped by reason",
            description = "What differs from record to record is left out of a reason, so that one cause is one reason")
    public Listing<ReasonView> reasons(
            @QueryParam("route") String route,
            @QueryParam("status") String status,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        int size = Listing.limit(limit);
        RecordStatus wanted = Statuses.record(status);
        if (wanted == RecordStatus.SUCCESS || wanted == RecordStatus.IN_PROGRESS) {
            throw new BadRequest(
                    "Records in status " + wanted + " have no reason. status is FAILED, BLOCKED or ON_HOLD");
        }
        List<ReasonGroups.Found> found = reasons.after(
                route == null ? null : catalog.get(route).id(), wanted, ReasonCursor.read(cursor), size + 1);
        Listing<ReasonGroups.Found> page = Listing.of(found, size, group -> ReasonCursor.of(group.place()));
        return new Listing<>(
                page.items().stream().map(group -> ReasonView.of(group.group())).toList(), page.next());
    }

    @GET
    @Path("/{route}/{key: .+}")
    @Operation(summary = "Returns a record with its payload and history")
    public RecordView get(
            @PathParam("route") String route,
            @PathParam("key") String inPath,
            @Parameter(description = KeyInPath.EXACT) @QueryParam("key") String exact) {
        SyncRecord record = find(route, KeyInPath.of(inPath, exact));
        String key = record.key;
        Map<Long, String> editors = edits.editors(record.route, key);
        List<DocumentView> history = log.history(record.logId, key, LONGEST_HISTORY).stream()
                .map(entry -> DocumentView.of(entry, route, editors.get(entry.logId())))
                .toList();
        return view(record, records.payload(route, key).orElse(null), history);
    }

    @POST
    @Path("/{route}/{key: .+}/retry")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Reads a record again and sends it, or sends the payload in the body once instead")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RetryBody.class)))
    public Response retry(
            @PathParam("route") String route,
            @PathParam("key") String inPath,
            @Parameter(description = KeyInPath.EXACT) @QueryParam("key") String exact,
            String body) {
        SyncRecord record = find(route, KeyInPath.of(inPath, exact));
        RecordStatus status = RecordStatus.of(record.status);
        if (record.keyless) {
            throw new Conflict(
                    "This row has no key of its own, so it cannot be read by key. Correct it at the source and run "
                            + route + " over all");
        } else if (status == RecordStatus.SUCCESS) {
            throw new Conflict("The record is SUCCESS, there is nothing to retry. To compare it with its source once"
                    + " more: POST /api/routes/" + route + "/runs with its key in keys");
        } else if (status == RecordStatus.IN_PROGRESS) {
            throw new Conflict("The record is IN_PROGRESS: a retry of it is under way already. Wait for it at"
                    + " /api/runs?status=IN_PROGRESS&route=" + route);
        }
        RetryBody asked = bodies.read(body, RetryBody.class);
        if (asked != null) {
            asked.refuseAnotherKey(catalog.get(route).key(), record.key);
        }
        return accepted(orders.retry(
                route,
                new Selection(status, record.key),
                asked == null ? null : asked.text(body),
                who.getPrincipal().getName()));
    }

    @POST
    @Path("/retry")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Reads the records of a route that a filter selects again and sends them",
            description = "status is FAILED (the default), BLOCKED or ON_HOLD; the other parameters are those of"
                    + " /api/records; key names single records of them. The route may be omitted if only one has such"
                    + " records. The answer is the run, with the numbers of records that it selected and skipped")
    public Response retryAll(
            @QueryParam("route") String route,
            @QueryParam("status") String status,
            @QueryParam("reason") String reason,
            @QueryParam("q") String q,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("key") List<String> keys) {
        RecordStatus wanted = status == null ? RecordStatus.FAILED : Statuses.record(status);
        if (wanted == RecordStatus.SUCCESS || wanted == RecordStatus.IN_PROGRESS) {
            throw new BadRequest("Records in status " + wanted
                    + " cannot be retried. status is FAILED, BLOCKED or ON_HOLD; FAILED if it is omitted");
        }
        RecordFilter filter = filter(route, wanted, reason, q, from, to);
        RetriedView retried = retries.place(filter, keys, who.getPrincipal().getName());
        return Response.accepted(retried)
                .location(URI.create("/api/runs/" + retried.run().id()))
                .build();
    }

    private RecordFilter filter(String route, RecordStatus status, String reason, String q, String from, String to) {
        return new RecordFilter(
                route == null ? null : catalog.get(route).id(),
                status,
                reason,
                q,
                Moment.of("from", from, zone),
                Moment.of("to", to, zone));
    }

    private static Response accepted(Run run) {
        return Response.accepted(RunView.of(run))
                .location(URI.create("/api/runs/" + run.id))
                .build();
    }

    private SyncRecord find(String route, String key) {
        SyncRoute found = catalog.get(route);
        return records.find(found.id(), key)
                .or(() -> records.find(found.id(), keys.meant(found, key)))
                .orElseThrow(() -> new NotFound("Route " + route + " has no record '" + key
                        + "'. Either its source does not have it, or no run has read it yet"));
    }

    private RecordView view(SyncRecord record, String payload, List<DocumentView> history) {
        String route = numbers.name(record.route);
        return RecordView.of(record, route, urls.of(route, record), payload, history);
    }
}
