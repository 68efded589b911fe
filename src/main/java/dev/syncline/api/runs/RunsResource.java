package dev.syncline.api.runs;

import dev.syncline.api.documents.ChangeView;
import dev.syncline.api.documents.LogListing;
import dev.syncline.api.http.Conflict;
import dev.syncline.api.http.Listing;
import dev.syncline.api.http.Moment;
import dev.syncline.api.http.NotFound;
import dev.syncline.api.http.Roles;
import dev.syncline.api.http.Statuses;
import dev.syncline.record.LogEntry;
import dev.syncline.record.LogReader.Asked;
import dev.syncline.record.RecordStatus;
import dev.syncline.run.Run;
import dev.syncline.run.RunQueries;
import dev.syncline.run.history.Timelines;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

@Path("/api/runs")
@Tag(name = "Routes and runs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Blocking
public class RunsResource {
    private final RunQueries runs;
    private final LogListing log;
    private final Timelines timelines;
    private final ComparedReasons reasons;
    private final SecurityIdentity who;
    private final ZoneId zone;

    RunsResource(
            RunQueries runs,
            LogListing log,
            Timelines timelines,
            ComparedReasons reasons,
            SecurityIdentity who,
            @ConfigProperty(name = "syncline.zone") ZoneId zone) {
        this.runs = runs;
        this.log = log;
        this.timelines = timelines;
        this.reasons = reasons;
        this.who = who;
        this.zone = zone;
    }

    @GET
    @Operation(summary = "Lists runs, newest first")
    public Listing<RunView> list(
            @QueryParam("route") String route,
            @QueryParam("status") String status,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        int size = Listing.limit(limit);
        long before = Listing.cursor(cursor, Long.MAX_VALUE);
        return Listing.of(
                runs
                        .newestFirst(
                                route,
                                Statuses.run(status),
                                Moment.of("from", from, zone),
                                Moment.of("to", to, zone),
                                before,
                                size + 1)
                        .stream()
                        .map(RunView::of)
                        .toList(),
                size,
                run -> Long.toString(run.id()));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One run")
    public RunView get(@PathParam("id") String id) {
        return RunView.of(find(id));
    }

    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sends the run on every change as a server-sent event; the last event has its final status")
    public Multi<RunView> events(@PathParam("id") String id) {
        long number = find(id).id;
        return runs.follow(number).map(RunView::of).skip().repetitions();
    }

    @GET
    @Path("/{id}/timeline")
    @Operation(
            summary = "Lists what happened to a run, oldest first",
            description =
                    "what is BEGAN, WAITED, RESUMED, TAKEN_OVER, PART, CANCELLED or ENDED. Waits for the same, one"
                            + " after the other, are one entry. Of runs that ended before this was recorded, it has what the run"
                            + " itself tells")
    public Listing<TimelineView> timeline(
            @PathParam("id") String id, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return Listing.part(
                timelines.of(find(id)).stream().map(TimelineView::of).toList(), limit, cursor);
    }

    @GET
    @Path("/{id}/reasons")
    @Operation(
            summary = "Lists why a run kept records back, the reason of most records first",
            description =
                    "Recorded when the run ends. isNew tells whether the run of the route before it had the reason"
                            + " as well; null if that is not known")
    public Listing<RunReasonView> reasons(
            @PathParam("id") String id, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return Listing.part(reasons.of(find(id)), limit, cursor);
    }

    @GET
    @Path("/{id}/changes")
    @Operation(
            summary = "Lists the changes of a run, or of a dry run those that it would make, field by field",
            description = "A dry run also lists the records that would be FAILED, BLOCKED or ON_HOLD, with the reason."
                    + " status selects those in one status")
    public Listing<ChangeView> changes(
            @PathParam("id") String id,
            @QueryParam("status") String status,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        RecordStatus wanted = Statuses.record(status);
        Listing<LogEntry> found = log.entries(
                Asked.ofRun(find(id).id), entry -> wanted == null || entry.status() == wanted, limit, cursor);
        return new Listing<>(log.changes(found.items()), found.next());
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Cancels a run: the page in flight is finished and recorded, nothing after it is sent")
    public Response cancel(@PathParam("id") String id) {
        Run run = find(id);
        if (run.status.isFinal()) {
            throw new Conflict("Run " + id + " is over already: " + run.status);
        }
        Run cancelled = runs.cancel(run.id, who.getPrincipal().getName()).orElseThrow();
        return Response.accepted(RunView.of(cancelled)).build();
    }

    private Run find(String id) {
        NotFound unknown = new NotFound("Unknown run '" + id + "'. GET /api/runs lists them");
        try {
            return runs.find(Long.parseLong(id)).orElseThrow(() -> unknown);
        } catch (NumberFormatException e) {
            throw unknown;
        }
    }
}
