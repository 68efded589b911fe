package dev.syncline.purchasing;

import java.util.Map;

/**
 * An item that the ERP's order does not have: what the ERP or the catalog knows of it.
 *
 * @param number the ERP's product number
 * @param product fields of the product that is to be created in the ERP; null where it is there
 */
record Item(String number, Map<String, Object> product) {}
