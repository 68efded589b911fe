package dev.syncline.api.orders;

import dev.syncline.api.http.BadRequest;
import dev.syncline.api.http.Conflict;
import dev.syncline.api.http.JsonBody;
import dev.syncline.api.http.KeyInPath;
import dev.syncline.api.http.Listing;
import dev.syncline.api.http.NotFound;
import dev.syncline.api.http.QueryParameters;
import dev.syncline.api.http.Roles;
import dev.syncline.api.notices.NoticeView;
import dev.syncline.api.runs.RunView;
import dev.syncline.page.Keys;
import dev.syncline.purchasing.OrderQueries;
import dev.syncline.purchasing.OrderRow;
import dev.syncline.purchasing.Switches;
import dev.syncline.record.Notice;
import dev.syncline.record.Notices;
import dev.syncline.record.Notices.Subject;
import dev.syncline.route.SyncRoute;
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
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/purchase-orders")
@Tag(name = "Purchase orders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Blocking
public class PurchaseOrdersResource {
    private static final int NOTICES = 100;
    private static final int NOTICES_IN_LISTS = 10;

    private final OrderQueries orders;
    private final Switches switches;
    private final Suppliers suppliers;
    private final Notices notices;
    private final JsonBody bodies;
    private final SecurityIdentity who;

    PurchaseOrdersResource(
            OrderQueries orders,
            Switches switches,
            Suppliers suppliers,
            Notices notices,
            JsonBody bodies,
            SecurityIdentity who) {
        this.orders = orders;
        this.switches = switches;
        this.suppliers = suppliers;
        this.notices = notices;
        this.bodies = bodies;
        this.who = who;
    }

    @GET
    @Operation(summary = "Lists purchase orders by vendor and number")
    public Listing<PurchaseOrderView> list(
            @QueryParam("vendor") String vendor,
            @Parameter(description = "Whether the supplier sent a notification about it since it was last synced")
                    @QueryParam("stale")
                    String stale,
            @Parameter(description = "Text that its number, or the supplier's, begins with") @QueryParam("q") String q,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor)
            throws SQLException {
        int size = Listing.limit(limit);
        List<String> after = cursor == null || cursor.isBlank()
                ? List.of("", "")
                : Keys.split(cursor, 2)
                        .orElseThrow(() -> new BadRequest("cursor '" + cursor + "' is not a cursor of this list"));
        String begins = q == null || q.isBlank() ? null : q.strip();
        List<OrderRow> found =
                orders.list(vendor, QueryParameters.flag("stale", stale), begins, after.get(0), after.get(1), size + 1);
        return Listing.of(
                views(found, NOTICES_IN_LISTS), size, order -> Keys.joined(List.of(order.vendor(), order.number())));
    }

    @GET
    @Path("/{vendor}/{number}")
    @Operation(summary = "Returns a purchase order")
    public PurchaseOrderView get(
            @PathParam("vendor") String vendorInPath,
            @PathParam("number") String numberInPath,
            @Parameter(description = KeyInPath.EXACT) @QueryParam("vendor") String exactVendor,
            @Parameter(description = KeyInPath.EXACT) @QueryParam("number") String exactNumber)
            throws SQLException {
        String vendor = KeyInPath.of(vendorInPath, exactVendor);
        String number = KeyInPath.of(numberInPath, exactNumber);
        return view(find(vendor, number));
    }

    @PUT
    @Path("/{vendor}/{number}/auto-sync")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Sets the order's own switch")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OrderSwitchBody.class)))
    public PurchaseOrderView autoSync(
            @PathParam("vendor") String vendorInPath,
            @PathParam("number") String numberInPath,
            @Parameter(description = KeyInPath.EXACT) @QueryParam("vendor") String exactVendor,
            @Parameter(description = KeyInPath.EXACT) @QueryParam("number") String exactNumber,
            String body)
            throws SQLException {
        String vendor = KeyInPath.of(vendorInPath, exactVendor);
        String number = KeyInPath.of(numberInPath, exactNumber);
        OrderSwitchBody asked = bodies.read(body, OrderSwitchBody.class);
        if (asked == null || asked.enabled() == null) {
            throw new BadRequest("The body must have the field enabled: {\"enabled\": false}");
        }
        find(vendor, number);
        if (asked.enabled()) {
            supplier(vendor);
        }
        switches.order(vendor, number, asked.enabled(), who.getPrincipal().getName());
        return view(find(vendor, number));
    }

    @POST
    @Path("/{vendor}/{number}/refresh")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Asks the supplier about the order, and updates it")
    public Response refresh(
            @PathParam("vendor") String vendorInPath,
            @PathParam("number") String numberInPath,
            @Parameter(description = KeyInPath.EXACT) @QueryParam("vendor") String exactVendor,
            @Parameter(description = KeyInPath.EXACT) @QueryParam("number") String exactNumber)
            throws SQLException {
        String vendor = KeyInPath.of(vendorInPath, exactVendor);
        String number = KeyInPath.of(numberInPath, exactNumber);
        find(vendor, number);
        Supplier supplier = supplier(vendor);
        Run run = switches.refresh(supplier, number, who.getPrincipal().getName())
                .orElseThrow(() -> new Conflict(
                        "No route reads the orders of supplier " + supplier.system() + ". Add one: docs/suppliers.md"));
        return Response.accepted(RunView.of(run))
                .location(URI.create("/api/runs/" + run.id))
                .build();
    }

    private OrderRow find(String vendor, String number) throws SQLException {
        return orders.find(vendor, number)
                .orElseThrow(() -> new NotFound("Unknown purchase order '" + number + "' of vendor '" + vendor
                        + "'. A route reads the ERP's orders into the order book; GET /api/purchase-orders lists"
                        + " those in it"));
    }

    private Supplier supplier(String vendor) {
        return suppliers
                .ofVendor(vendor)
                .orElseThrow(() -> new Conflict("Vendor " + vendor
                        + " has no supplier system that could report on its orders. Connect one:"
                        + " docs/suppliers.md"));
    }

    private List<String> routes(Supplier supplier) {
        return suppliers.routesOf(supplier).stream().map(SyncRoute::id).toList();
    }

    private PurchaseOrderView view(OrderRow row) {
        return views(List.of(row), NOTICES).get(0);
    }

    private List<PurchaseOrderView> views(List<OrderRow> rows, int most) {
        Map<Subject, List<Notice>> open =
                notices.about(rows.stream().flatMap(this::subjects).toList(), most);
        return rows.stream()
                .map(row -> PurchaseOrderView.of(
                        row,
                        suppliers.ofVendor(row.vendor()).map(Supplier::system).orElse(null),
                        subjects(row)
                                .flatMap(subject -> open.getOrDefault(subject, List.of()).stream())
                                .map(NoticeView::of)
                                .toList()))
                .toList();
    }

    private Stream<Subject> subjects(OrderRow row) {
        return suppliers.ofVendor(row.vendor()).stream()
                .flatMap(supplier -> routes(supplier).stream())
                .map(route -> new Subject(route, row.number()));
    }
}
