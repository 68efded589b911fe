package dev.syncline.supplier.order;

import dev.syncline.document.SupplierOrder;
import java.time.Instant;
import java.util.Comparator;

/**
 * What a document says of an order, and its place among the order's documents, which is by their own dates and numbers,
 * whenever they arrived.
 *
 * @param receivedAt replaces the date of a document without one
 * @param document number of the document in the hub
 * @param part which of the document's orders it is
 * @param warnings of the document
 */
public record OrderStatement(
        SupplierOrder order, Instant receivedAt, long document, int part, java.util.List<String> warnings) {
    /**
     * Orders statements. Document numbers increase: the longer one is later; of two of the same length, the one that is
     * greater as text. On one day, an order precedes its confirmation, which precedes its shipments.
     */
    static final Comparator<OrderStatement> IN_ORDER = Comparator.comparing(OrderStatement::at)
            .thenComparing(said -> said.order.sequence(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(said -> said.order.kind())
            .thenComparing(said -> said.number().length())
            .thenComparing(OrderStatement::number)
            .thenComparing(OrderStatement::document)
            .thenComparing(OrderStatement::part);

    private Instant at() {
        return order.at() == null ? receivedAt : order.at();
    }

    private String number() {
        return order.number() == null ? "" : order.number();
    }

    /** Returns an id that tells a shipment from others of the order. */
    String shipment() {
        return order.number() == null ? "#" + document : order.number();
    }
}
