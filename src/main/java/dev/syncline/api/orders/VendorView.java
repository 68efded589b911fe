package dev.syncline.api.orders;

import dev.syncline.purchasing.vendor.VendorRow;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A vendor of purchase orders.
 *
 * @param supplier the system of this vendor; null if none is connected
 * @param autoSync whether its orders follow the supplier, except those with a switch of their own
 * @param openOrders the number of its orders that are open in the ERP
 * @param switchedOn the number of open orders whose own switch is on
 * @param switchedOff the number of open orders whose own switch is off
 * @param staleOrders the number of orders that follow their supplier, and about which the supplier sent a notification
 *     more than five minutes ago that no sync followed
 */
@RegisterForReflection
public record VendorView(
        String vendor,
        String name,
        String supplier,
        boolean autoSync,
        long openOrders,
        long switchedOn,
        long switchedOff,
        long staleOrders) {
    static VendorView of(VendorRow row, String supplier) {
        return new VendorView(
                row.vendor(),
                row.name(),
                supplier,
                row.autoSync(),
                row.open().count(),
                row.open().switchedOn(),
                row.open().switchedOff(),
                row.staleOrders());
    }
}
