package dev.syncline.api.orders;

import dev.syncline.api.http.BadRequest;
import dev.syncline.api.http.KeyInPath;
import dev.syncline.api.http.Listing;
import dev.syncline.api.http.NotFound;
import dev.syncline.api.http.Roles;
import dev.syncline.purchasing.OrderQueries;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.Suppliers;
import dev.syncline.supplier.inbox.OrderDocuments;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the supplier sent about an order, as it came. */
@Path("/api/purchase-orders/{vendor}/{number}/documents")
@Tag(name = "Purchase orders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Blocking
public class OrderDocumentsResource {
    private static final int USUAL_LIMIT = 10;
    private static final int MOST_DOCUMENTS = 100;
    /** The bytes of a document in a list, and of one alone. */
    private static final int SHORT = 20_000;

    private static final int LONG = 1_000_000;

    private final OrderQueries orders;
    private final OrderDocuments documents;
    private final Suppliers suppliers;

    OrderDocumentsResource(OrderQueries orders, OrderDocuments documents, Suppliers suppliers) {
        this.orders = orders;
        this.documents = documents;
        this.suppliers = suppliers;
    }

    @GET
    @Operation(
            summary = "Lists the documents of the supplier that made the order what it is, those that came last first;"
                    + " of each at most 20,000 bytes around the order's number")
    public Listing<SupplierDocumentView> list(
            @PathParam("vendor") String vendorInPath,
            @PathParam("number") String numberInPath,
            @Parameter(description = KeyInPath.EXACT) @QueryParam("vendor") String exactVendor,
            @Parameter(description = KeyInPath.EXACT) @QueryParam("number") String exactNumber,
            @Parameter(description = "10 by default, at most 100") @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor)
            throws SQLException {
        int size = limit == null ? USUAL_LIMIT : limit;
        if (size < 1 || size > MOST_DOCUMENTS) {
            throw new BadRequest("limit is " + limit + ", and must be from 1 to " + MOST_DOCUMENTS);
        }
        String number = KeyInPath.of(numberInPath, exactNumber);
        long before = Listing.cursor(cursor, Long.MAX_VALUE);
        Optional<Supplier> supplier = supplier(KeyInPath.of(vendorInPath, exactVendor), number);
        if (supplier.isEmpty()) {
            return new Listing<>(List.of(), null);
        }
        return Listing.of(
                documents.list(supplier.get(), number, before, size + 1, SHORT).stream()
                        .map(SupplierDocumentView::of)
                        .toList(),
                size,
                document -> Long.toString(document.id()));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Returns one of these documents; at most 1,000,000 bytes around the order's number")
    public SupplierDocumentView get(
            @PathParam("vendor") String vendorInPath,
            @PathParam("number") String numberInPath,
            @PathParam("id") String id,
            @Parameter(description = KeyInPath.EXACT) @QueryParam("vendor") String exactVendor,
            @Parameter(description = KeyInPath.EXACT) @QueryParam("number") String exactNumber)
            throws SQLException {
        String number = KeyInPath.of(numberInPath, exactNumber);
        Optional<Supplier> supplier = supplier(KeyInPath.of(vendorInPath, exactVendor), number);
        NotFound unknown = new NotFound("No document '" + id + "' is about purchase order " + number
                + ". GET /api/purchase-orders/{vendor}/{number}/documents lists those that are");
        try {
            return SupplierDocumentView.of(documents
                    .find(supplier.orElseThrow(() -> unknown), number, Long.parseLong(id), LONG)
                    .orElseThrow(() -> unknown));
        } catch (NumberFormatException e) {
            throw unknown;
        }
    }

    private Optional<Supplier> supplier(String vendor, String number) throws SQLException {
        if (orders.find(vendor, number).isEmpty()) {
            throw new NotFound("Unknown purchase order '" + number + "' of vendor '" + vendor
                    + "'. GET /api/purchase-orders lists those in the order book");
        }
        return suppliers.ofVendor(vendor);
    }
}
