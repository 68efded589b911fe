package dev.syncline.api;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A vendor of purchase orders.
 *
 * @param supplier the system that is it; null where none is connected
 * @param autoSync whether its orders follow what it says, but for those with a switch of their own
 * @param openOrders how many of its orders are open in the ERP
 */
@RegisterForReflection
public record VendorView(String vendor, String name, String supplier, boolean autoSync, long openOrders) {}
