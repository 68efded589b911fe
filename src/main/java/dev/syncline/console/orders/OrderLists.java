package dev.syncline.console.orders;

import dev.syncline.api.http.Listing;
import dev.syncline.api.http.NotFound;
import dev.syncline.api.orders.PurchaseOrderView;
import dev.syncline.api.orders.PurchaseOrdersResource;
import dev.syncline.api.orders.VendorsResource;
import dev.syncline.console.frame.Address;
import dev.syncline.console.frame.Chip;
import dev.syncline.console.frame.Numbers;
import dev.syncline.console.orders.OrderList.Asked;
import dev.syncline.console.orders.OrderList.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes a page of the list of purchase orders, from the calls that the API has for it. */
@ApplicationScoped
class OrderLists {
    /** As many notices as the call answers of each order of a list. */
    private static final int MOST_NOTICES = 10;

    private final PurchaseOrdersResource orders;
    private final VendorsResource vendors;
    private final SyncedTexts synced;

    OrderLists(PurchaseOrdersResource orders, VendorsResource vendors, SyncedTexts synced) {
        this.orders = orders;
        this.vendors = vendors;
        this.synced = synced;
    }

    /** Each part null where it is not asked for. */
    OrderList of(String vendor, String stale, String q, String cursor) throws SQLException {
        Listing<PurchaseOrderView> found = orders.list(vendor, stale, q, null, cursor);
        boolean isStale = "true".equals(stale);
        return new OrderList(
                new Asked(
                        Objects.requireNonNullElse(vendor, ""),
                        Objects.requireNonNullElse(stale, ""),
                        Objects.requireNonNullElse(q, "")),
                List.of(
                        new Chip("All", address(vendor, null, q).toString(), stale == null),
                        new Chip(
                                "Older than the supplier's notification",
                                address(vendor, "true", q).toString(),
                                isStale)),
                vendor == null ? null : vendor(vendor),
                found.items().stream().map(this::row).toList(),
                vendor != null || q != null,
                found.next() == null
                        ? null
                        : address(vendor, stale, q).with("cursor", found.next()).toString(),
                cursor == null ? null : address(vendor, stale, q).toString(),
                empty(vendor != null || q != null, isStale));
    }

    private static Address address(String vendor, String stale, String q) {
        return Address.of("/orders").with("vendor", vendor).with("stale", stale).with("q", q);
    }

    /** Null for a vendor without orders. */
    private VendorSwitch vendor(String vendor) throws SQLException {
        try {
            return VendorSwitch.of(vendors.get(vendor, vendor));
        } catch (NotFound e) {
            return null; // the list says that nothing matches
        }
    }

    private Row row(PurchaseOrderView order) {
        Map<String, Object> fields = order.fields();
        int notices = order.notices().size();
        return new Row(
                order.number(),
                OrderDetails.address(order.vendor(), order.number()),
                order.vendor(),
                Address.of("/orders").with("vendor", order.vendor()).toString(),
                FieldValues.text(fields.get("supplierOrderNo")),
                OrderStates.of(fields.get("status")),
                OrderStates.follows(order.autoSync()),
                FieldValues.text(fields.get("expectedOn")),
                synced.of(order),
                notices == 0
                        ? ""
                        : notices == MOST_NOTICES
                                ? MOST_NOTICES + " or more open notices"
                                : Numbers.of(notices, "open notice"));
    }

    private static String empty(boolean isNarrowed, boolean isStale) {
        if (isStale) {
            return "No order" + (isNarrowed ? " that matches" : "") + " is older than its supplier's notification.";
        }
        return isNarrowed
                ? "No order matches: numbers are searched from their beginning. Remove a part of the filter to see more."
                : "The order book is empty. Run the route that reads the ERP's purchase orders; the overview lists it.";
    }
}
