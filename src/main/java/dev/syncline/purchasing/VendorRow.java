package dev.syncline.purchasing;

/** @param openOrders the number of its orders that are open in the ERP, as far as these were read */
public record VendorRow(String vendor, String name, boolean autoSync, long openOrders) {}
