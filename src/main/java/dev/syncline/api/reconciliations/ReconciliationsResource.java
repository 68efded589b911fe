package dev.syncline.api.reconciliations;

import dev.syncline.api.http.BadRequest;
import dev.syncline.api.http.Conflict;
import dev.syncline.api.http.Listing;
import dev.syncline.api.http.NotFound;
import dev.syncline.api.http.Roles;
import dev.syncline.reconcile.Difference;
import dev.syncline.reconcile.DifferenceKind;
import dev.syncline.reconcile.Reconciliation;
import dev.syncline.reconcile.ReconciliationOrders;
import dev.syncline.reconcile.ReconciliationQueries;
import dev.syncline.route.Catalog;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/reconciliations")
@Tag(name = "Reconciliations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public class ReconciliationsResource {
    private final ReconciliationQueries reconciliations;
    private final ReconciliationOrders orders;
    private final Catalog catalog;
    private final SecurityIdentity who;

    ReconciliationsResource(
            ReconciliationQueries reconciliations, ReconciliationOrders orders, Catalog catalog, SecurityIdentity who) {
        this.reconciliations = reconciliations;
        this.orders = orders;
        this.catalog = catalog;
        this.who = who;
    }

    @GET
    @Operation(summary = "Lists reconciliations, newest first")
    public Listing<ReconciliationView> list(
            @QueryParam("route") String route,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        int size = Listing.limit(limit);
        String id = route == null ? null : catalog.get(route).id();
        List<ReconciliationView> found =
                reconciliations.newestFirst(id, Listing.cursor(cursor, Long.MAX_VALUE), size + 1).stream()
                        .map(ReconciliationView::of)
                        .toList();
        return Listing.of(found, size, view -> Long.toString(view.id()));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Returns a reconciliation")
    public ReconciliationView get(@PathParam("id") String id) {
        return ReconciliationView.of(find(id));
    }

    @GET
    @Path("/{id}/differences")
    @Operation(summary = "Lists the records in which source and target differ, by kind and key")
    public Listing<DifferenceView> differences(
            @PathParam("id") String id,
            @QueryParam("kind") String kind,
            @QueryParam("q") String q,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        int size = Listing.limit(limit);
        try {
            Listing<Difference> found = Listing.of(
                    reconciliations.differences(find(id).id, kind(kind), q, cursor, size + 1),
                    size,
                    ReconciliationQueries::cursor);
            return new Listing<>(found.items().stream().map(DifferenceView::of).toList(), found.next());
        } catch (IllegalArgumentException e) {
            throw new BadRequest(e.getMessage());
        }
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Cancels a reconciliation: the page in flight is finished and recorded")
    public Response cancel(@PathParam("id") String id) {
        Reconciliation found = find(id);
        if (found.status.isFinal()) {
            throw new Conflict("Reconciliation " + id + " is over already: " + found.status);
        }
        return Response.accepted(ReconciliationView.of(
                        orders.cancel(found.id, who.getPrincipal().getName()).orElseThrow()))
                .build();
    }

    private Reconciliation find(String id) {
        NotFound unknown = new NotFound("Unknown reconciliation '" + id + "'. GET /api/reconciliations lists them");
        try {
            return reconciliations.find(Long.parseLong(id)).orElseThrow(() -> unknown);
        } catch (NumberFormatException e) {
            throw unknown;
        }
    }

    private static DifferenceKind kind(String name) {
        return name == null
                ? null
                : Arrays.stream(DifferenceKind.values())
                        .filter(kind -> kind.apiName().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new BadRequest("Unknown kind '" + name + "'. Kinds are "
                                + Arrays.stream(DifferenceKind.values())
                                        .map(DifferenceKind::apiName)
                                        .collect(Collectors.joining(", "))));
    }
}
