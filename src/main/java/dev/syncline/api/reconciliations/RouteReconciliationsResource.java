package dev.syncline.api.reconciliations;

import dev.syncline.api.http.Conflict;
import dev.syncline.api.http.JsonBody;
import dev.syncline.api.http.QueryParameters;
import dev.syncline.api.http.Roles;
import dev.syncline.reconcile.Reconciliation;
import dev.syncline.reconcile.ReconciliationOrders;
import dev.syncline.reconcile.ReconciliationQueries;
import dev.syncline.reconcile.ReconciliationRequest;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/routes/{id}/reconciliations")
@Tag(name = "Reconciliations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Blocking
public class RouteReconciliationsResource {
    private final Catalog catalog;
    private final ReconciliationOrders orders;
    private final ReconciliationQueries reconciliations;
    private final JsonBody bodies;
    private final SecurityIdentity who;
    private final Clock clock;
    private final ZoneId zone;

    RouteReconciliationsResource(
            Catalog catalog,
            ReconciliationOrders orders,
            ReconciliationQueries reconciliations,
            JsonBody bodies,
            SecurityIdentity who,
            Clock clock,
            @ConfigProperty(name = "syncline.zone") ZoneId zone) {
        this.catalog = catalog;
        this.orders = orders;
        this.reconciliations = reconciliations;
        this.bodies = bodies;
        this.who = who;
        this.clock = clock;
        this.zone = zone;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Compares the route's target with its source, and repairs the differences if asked to")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReconciliationBody.class)))
    public Uni<Response> reconcile(
            @PathParam("id") String id,
            @QueryParam("range") String range,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("depth") String depth,
            @QueryParam("repair") String repair,
            @QueryParam("wait") String wait,
            String body) {
        SyncRoute route = catalog.get(id);
        ReconciliationBody asked = new ReconciliationBody(
                        range, from, to, depth, QueryParameters.flag("repair", repair))
                .or(bodies.read(body, ReconciliationBody.class));
        Duration patience = QueryParameters.wait(wait);
        ReconciliationRequest request = asked.request(id, who.getPrincipal().getName(), clock, zone);
        if (request.repair() && !route.onDemand()) {
            throw new Conflict("Route " + id
                    + " takes no on-demand runs, so it cannot be repaired. Reconcile it without" + " repair");
        }
        Reconciliation made = orders.place(request);
        return patience.isZero()
                ? Uni.createFrom().item(accepted(made))
                : reconciliations.whenOver(made.id, patience).map(RouteReconciliationsResource::accepted);
    }

    private static Response accepted(Reconciliation found) {
        return Response.accepted(ReconciliationView.of(found))
                .location(URI.create("/api/reconciliations/" + found.id))
                .build();
    }
}
