package dev.syncline.purchasing;

/** @param openOrders how many orders of it are open in the ERP, as far as they were read */
public record VendorRow(String vendor, String name, boolean autoSync, long openOrders) {}
