package dev.syncline.purchasing.vendor;

/**
 * A vendor of purchase orders.
 *
 * @param open its orders that are open in the ERP, as far as these were read
 * @param staleOrders the number of its orders that follow their supplier, and about which the supplier sent a
 *     notification some time ago that no sync followed
 */
public record VendorRow(String vendor, String name, boolean autoSync, OpenOrders open, long staleOrders) {
    /**
     * Open orders, counted.
     *
     * @param switchedOn those of them whose own switch is on
     * @param switchedOff those of them whose own switch is off
     */
    public record OpenOrders(long count, long switchedOn, long switchedOff) {}
}
