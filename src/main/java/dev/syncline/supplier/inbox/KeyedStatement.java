package dev.syncline.supplier.inbox;

import dev.syncline.document.SupplierOrder;
import java.util.List;

/**
 * What a document says of an order whose key is known.
 *
 * @param document number of the document in the hub
 * @param part which of the document's orders it is
 * @param warnings the warnings for the order
 */
record KeyedStatement(String key, long document, int part, SupplierOrder order, List<String> warnings) {}
