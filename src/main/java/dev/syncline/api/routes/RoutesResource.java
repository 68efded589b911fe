package dev.syncline.api.routes;

import dev.syncline.api.http.Conflict;
import dev.syncline.api.http.JsonBody;
import dev.syncline.api.http.Listing;
import dev.syncline.api.http.QueryParameters;
import dev.syncline.api.http.Roles;
import dev.syncline.api.runs.RunView;
import dev.syncline.api.runs.TriggerBody;
import dev.syncline.health.RouteHealth;
import dev.syncline.health.RouteHealths;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.run.RouteStates;
import dev.syncline.run.Run;
import dev.syncline.run.RunOrders;
import dev.syncline.run.RunQueries;
import dev.syncline.run.RunRequest;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
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
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/routes")
@Tag(name = "Routes and runs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Blocking
public class RoutesResource {

    private final Catalog catalog;
    private final RouteStates states;
    private final RouteHealths healths;
    private final RunOrders orders;
    private final RunQueries runs;
    private final JsonBody bodies;
    private final SecurityIdentity who;
    private final Clock clock;
    private final ZoneId zone;

    RoutesResource(
            Catalog catalog,
            RouteStates states,
            RouteHealths healths,
            RunOrders orders,
            RunQueries runs,
            JsonBody bodies,
            SecurityIdentity who,
            Clock clock,
            @ConfigProperty(name = "syncline.zone") ZoneId zone) {
        this.catalog = catalog;
        this.states = states;
        this.healths = healths;
        this.orders = orders;
        this.runs = runs;
        this.bodies = bodies;
        this.who = who;
        this.clock = clock;
        this.zone = zone;
    }

    @GET
    @Operation(summary = "Lists the routes, each after its prerequisites")
    public Listing<RouteView> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        int size = limit == null ? Listing.MOST : Listing.limit(limit);
        List<SyncRoute> routes = catalog.all().stream()
                .dropWhile(route -> cursor != null && !route.id().equals(cursor))
                .skip(cursor == null ? 0 : 1)
                .limit(size + 1L)
                .toList();
        Map<String, RouteHealth> all = healths.all();
        Map<Long, Run> lastRuns = runs
                .find(routes.stream()
                        .map(route -> all.get(route.id()).state().lastRun())
                        .filter(Objects::nonNull)
                        .toList())
                .stream()
                .collect(Collectors.toMap(run -> run.id, Function.identity()));
        return Listing.of(
                routes.stream()
                        .map(route -> all.get(route.id()))
                        .map(health ->
                                RouteView.of(health, lastRuns.get(health.state().lastRun())))
                        .toList(),
                size,
                RouteView::id);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Returns a route")
    public RouteView get(@PathParam("id") String id) {
        RouteHealth health = healths.all().get(catalog.get(id).id());
        Long lastRun = health.state().lastRun();
        return RouteView.of(health, lastRun == null ? null : runs.find(lastRun).orElse(null));
    }

    @POST
    @Path("/{id}/runs")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Triggers the route")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TriggerBody.class)))
    public Uni<Response> trigger(
            @PathParam("id") String id,
            @QueryParam("range") String range,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("depth") String depth,
            @QueryParam("dryRun") String dryRun,
            @QueryParam("withPrerequisites") String withPrerequisites,
            @QueryParam("keys") List<String> keys,
            @QueryParam("wait") String wait,
            String body) {
        SyncRoute route = catalog.get(id);
        TriggerBody asked = new TriggerBody(
                        range,
                        from,
                        to,
                        depth,
                        QueryParameters.flag("dryRun", dryRun),
                        QueryParameters.flag("withPrerequisites", withPrerequisites),
                        keys)
                .or(bodies.read(body, TriggerBody.class));
        Duration patience = QueryParameters.wait(wait);
        RunRequest request = asked.request(id, who.getPrincipal().getName(), clock, zone);
        if (!route.onDemand()) {
            throw new Conflict("Route " + id + " takes no on-demand runs. It runs on its schedule"
                    + (route.isScheduled() ? ", " + route.schedule() : "")
                    + (route.isScheduledDeep() ? ", and deep, " + route.deepSchedule() : ""));
        }
        Run run = orders.place(request, Boolean.TRUE.equals(asked.withPrerequisites()));
        if (patience.isZero() || run.status.isFinal()) {
            return Uni.createFrom().item(accepted(run));
        }
        return runs.follow(run.id)
                .filter(now -> now.status.isFinal())
                .toUni()
                .ifNoItem()
                .after(patience)
                .recoverWithUni(
                        () -> Uni.createFrom().item(() -> runs.find(run.id).orElseThrow()))
                .map(RoutesResource::accepted);
    }

    @POST
    @Path("/{id}/pause")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Pauses the route's schedule")
    public RouteView pause(@PathParam("id") String id) {
        return schedule(id, false);
    }

    @POST
    @Path("/{id}/resume")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Resumes the route's schedule")
    public RouteView resume(@PathParam("id") String id) {
        return schedule(id, true);
    }

    private RouteView schedule(String id, boolean enabled) {
        catalog.get(id);
        states.schedule(id, enabled, who.getPrincipal().getName());
        return get(id);
    }

    private static Response accepted(Run run) {
        return Response.accepted(RunView.of(run))
                .location(URI.create("/api/runs/" + run.id))
                .build();
    }
}
