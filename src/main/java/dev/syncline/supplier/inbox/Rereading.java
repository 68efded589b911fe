package dev.syncline.supplier.inbox;

import dev.syncline.document.Limits;
import dev.syncline.document.OrderNumbers;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.Suppliers;
import dev.syncline.supplier.inbox.SupplierOrders.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads documents again that could not be read: they may be by now, as the program may be a newer one. */
@ApplicationScoped
public class Rereading {
    private final Suppliers suppliers;
    private final SupplierOrders orders;
    private final Inbox inbox;

    Rereading(Suppliers suppliers, SupplierOrders orders, Inbox inbox) {
        this.suppliers = suppliers;
        this.orders = orders;
        this.inbox = inbox;
    }

    /**
     * @param keys of orders and documents
     * @param keep false to look only
     * @return what came of the documents among them, by key
     */
    public Map<String, SupplierRow> of(Supplier supplier, Collection<String> keys, boolean keep) throws Exception {
        List<String> named = keys.stream()
                .filter(key -> key.startsWith(OrderNumbers.DOCUMENT))
                .toList();
        Map<Long, ReceivedDocument> documents = new LinkedHashMap<>();
        for (Kept kept : orders.faults(supplier, named).values()) {
            documents.put(
                    kept.id(), ReceivedDocument.read(suppliers.readerOf(supplier), kept.content(), Limits.DEFAULT));
        }
        return documents.isEmpty() ? Map.of() : inbox.again(supplier, documents, keep);
    }
}
