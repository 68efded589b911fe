package dev.syncline.console.orders;

import dev.syncline.console.frame.Chip;
import dev.syncline.console.frame.State;
import java.util.List;

/**
 * A page of the list of purchase orders.
 *
 * @param vendor the switch of the vendor in the filter; null without such a filter
 * @param narrowed whether anything but stale orders is asked for
 * @param next the address of the next page; null at the end
 * @param first the address of the first page; null where this is it
 */
record OrderList(
        Asked asked,
        List<Chip> chips,
        VendorSwitch vendor,
        List<Row> rows,
        boolean narrowed,
        String next,
        String first,
        String empty) {

    /** What was asked for, each empty where it was not. */
    record Asked(String vendor, String stale, String q) {}

    /** @param notices how many are open; empty for none */
    record Row(
            String number,
            String address,
            String vendor,
            String vendorAddress,
            String supplierNo,
            State state,
            State follows,
            String expectedOn,
            Synced synced,
            String notices) {}
}
