package dev.syncline.api.orders;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A vendor of purchase orders.
 *
 * @param supplier the system of this vendor; null if none is connected
 * @param autoSync whether its orders follow the supplier, except those with a switch of their own
 * @param openOrders the number of its orders that are open in the ERP
 */
@RegisterForReflection
public record VendorView(String vendor, String name, String supplier, boolean autoSync, long openOrders) {}
