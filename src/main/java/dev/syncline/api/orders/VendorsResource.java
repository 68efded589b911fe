package dev.syncline.api.orders;

import dev.syncline.api.http.BadRequest;
import dev.syncline.api.http.Conflict;
import dev.syncline.api.http.JsonBody;
import dev.syncline.api.http.KeyInPath;
import dev.syncline.api.http.Listing;
import dev.syncline.api.http.NotFound;
import dev.syncline.api.http.QueryParameters;
import dev.syncline.api.http.Roles;
import dev.syncline.api.runs.RunView;
import dev.syncline.purchasing.Switches;
import dev.syncline.purchasing.vendor.VendorQueries;
import dev.syncline.purchasing.vendor.VendorRow;
import dev.syncline.run.Run;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.Suppliers;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/vendors")
@Tag(name = "Purchase orders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Blocking
public class VendorsResource {
    private final VendorQueries vendors;
    private final Switches switches;
    private final Suppliers suppliers;
    private final JsonBody bodies;
    private final SecurityIdentity who;

    VendorsResource(
            VendorQueries vendors, Switches switches, Suppliers suppliers, JsonBody bodies, SecurityIdentity who) {
        this.vendors = vendors;
        this.switches = switches;
        this.suppliers = suppliers;
        this.bodies = bodies;
        this.who = who;
    }

    @GET
    @Operation(summary = "Lists the vendors of purchase orders, each with its switch")
    public Listing<VendorView> list(
            @Parameter(description = "Whether only those with stale orders") @QueryParam("stale") String stale,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor)
            throws SQLException {
        int size = Listing.limit(limit);
        boolean onlyStale = Boolean.TRUE.equals(QueryParameters.flag("stale", stale));
        switches.addSuppliers();
        List<VendorRow> found = vendors.list(onlyStale, Objects.toString(cursor, ""), size + 1);
        return Listing.of(found.stream().map(this::view).toList(), size, VendorView::vendor);
    }

    @GET
    @Path("/{vendor}")
    @Operation(summary = "Returns a vendor of purchase orders")
    public VendorView get(
            @PathParam("vendor") String inPath,
            @Parameter(description = KeyInPath.EXACT) @QueryParam("vendor") String exact)
            throws SQLException {
        switches.addSuppliers();
        return view(find(KeyInPath.of(inPath, exact)));
    }

    @POST
    @Path("/{vendor}/refresh")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Asks the supplier about the vendor's stale orders, at most 1,000, and updates them")
    public Response refresh(
            @PathParam("vendor") String inPath,
            @Parameter(description = KeyInPath.EXACT) @QueryParam("vendor") String exact)
            throws SQLException {
        String vendor = KeyInPath.of(inPath, exact);
        find(vendor);
        Supplier supplier = supplier(vendor);
        List<String> stale = switches.stale(vendor);
        if (stale.isEmpty()) {
            throw new Conflict("Vendor " + vendor + " has no stale order: each was synced since its supplier's"
                    + " notification, or that came just now and its run follows");
        }
        Run run = switches.refreshAll(supplier, stale, who.getPrincipal().getName())
                .orElseThrow(() -> new Conflict(
                        "No route reads the orders of supplier " + supplier.system() + ". Add one: docs/suppliers.md"));
        return Response.accepted(RunView.of(run))
                .location(URI.create("/api/runs/" + run.id))
                .build();
    }

    @PUT
    @Path("/{vendor}/auto-sync")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Sets the vendor's switch; with includeOpenOrders, for the orders that are open now too")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SwitchBody.class)))
    public Response autoSync(
            @PathParam("vendor") String inPath,
            @Parameter(description = KeyInPath.EXACT) @QueryParam("vendor") String exact,
            String body)
            throws SQLException {
        String vendor = KeyInPath.of(inPath, exact);
        SwitchBody asked = bodies.read(body, SwitchBody.class);
        if (asked == null || asked.enabled() == null) {
            throw new BadRequest(
                    "The body must have the field enabled: {\"enabled\": true, \"includeOpenOrders\": true}");
        }
        switches.addSuppliers();
        find(vendor);
        if (asked.enabled()) {
            supplier(vendor);
        }
        var run = switches.vendor(
                vendor,
                asked.enabled(),
                Boolean.TRUE.equals(asked.includeOpenOrders()),
                who.getPrincipal().getName());
        Response.ResponseBuilder answer = Response.ok(view(find(vendor)));
        run.ifPresent(begun -> answer.location(URI.create("/api/runs/" + begun.id)));
        return answer.build();
    }

    private VendorRow find(String vendor) throws SQLException {
        return vendors.find(vendor)
                .orElseThrow(() -> new NotFound(
                        "No vendor '" + vendor + "' has purchase orders. GET /api/vendors lists those that do"));
    }

    private Supplier supplier(String vendor) {
        return suppliers
                .ofVendor(vendor)
                .orElseThrow(() -> new Conflict("Vendor " + vendor
                        + " has no supplier system that could report on its orders. Connect one:"
                        + " docs/suppliers.md"));
    }

    private VendorView view(VendorRow row) {
        return VendorView.of(
                row, suppliers.ofVendor(row.vendor()).map(Supplier::system).orElse(null));
    }
}
