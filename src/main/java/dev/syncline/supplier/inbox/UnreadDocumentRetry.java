package dev.syncline.supplier.inbox;

import dev.syncline.document.DocumentLimits;
import dev.syncline.document.OrderNumbers;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.Suppliers;
import dev.syncline.supplier.inbox.SupplierOrderTable.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads unreadable documents again, as a newer version of the program may be able to. */
@ApplicationScoped
public class UnreadDocumentRetry {
    private final Suppliers suppliers;
    private final SupplierOrderTable orders;
    private final Inbox inbox;

    UnreadDocumentRetry(Suppliers suppliers, SupplierOrderTable orders, Inbox inbox) {
        this.suppliers = suppliers;
        this.orders = orders;
        this.inbox = inbox;
    }

    /**
     * Reads the unreadable documents among the keys again.
     *
     * @param keys of orders and documents
     * @param keep false to look only
     * @return the orders and faults of these documents, by key
     */
    public Map<String, SupplierRow> of(Supplier supplier, Collection<String> keys, boolean keep) throws Exception {
        List<String> named = keys.stream()
                .filter(key -> key.startsWith(OrderNumbers.DOCUMENT))
                .toList();
        Map<Long, ReceivedDocument> documents = new LinkedHashMap<>();
        for (Kept kept : orders.faults(supplier, named).values()) {
            documents.put(
                    kept.id(),
                    ReceivedDocument.read(suppliers.readerOf(supplier), kept.content(), DocumentLimits.DEFAULT));
        }
        return documents.isEmpty() ? Map.of() : inbox.again(supplier, documents, keep);
    }
}
