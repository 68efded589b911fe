package dev.syncline.purchasing;

import java.util.Map;

/**
 * What the ERP or the catalog knows of an item that is not in the ERP's order.
 *
 * @param number the ERP's product number
 * @param product the fields of the product to create in the ERP; null if it exists
 */
record Item(String number, Map<String, Object> product) {}
