package dev.syncline.console.orders;

import java.util.List;

/**
 * A page of the list of vendors.
 *
 * @param isStale whether only vendors with stale orders are listed
 * @param next the address of the next page; null at the end
 * @param first the address of the first page; null where this is it
 */
record VendorList(boolean isStale, List<VendorSwitch> rows, String next, String first, String empty) {}
