package dev.syncline.document.ubl;

import dev.syncline.document.SupplierOrder.Line;
import dev.syncline.document.UnreadablePart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.OrderReferenceType;

/**
 * Assigns the lines of a document to orders. A line's own reference takes precedence over the header's; a line without
 * one is of the header's order, if the header has exactly one.
 */
final class UblReferences {
    private final Ubl document;
    private final List<OrderReferenceType> header;
    private final Map<String, List<Line>> lines = new LinkedHashMap<>();
    private final Map<String, String> supplierNumbers = new LinkedHashMap<>();

    UblReferences(Ubl document, List<OrderReferenceType> header) throws UnreadablePart {
        this.document = document;
        this.header = header;
        for (OrderReferenceType reference : header) {
            add(reference, document.root().child("OrderReference").place());
        }
    }

    private String add(OrderReferenceType reference, String place) throws UnreadablePart {
        String order = Ubl.text(reference.getID());
        if (order == null) {
            throw new UnreadablePart(place, "OrderReference has no ID, so it names no order");
        }
        String supplierNumber = Ubl.text(reference.getSalesOrderID());
        String known = supplierNumbers.putIfAbsent(order, supplierNumber);
        if (known != null && supplierNumber != null && !known.equals(supplierNumber)) {
            throw new UnreadablePart(place, "One order has two numbers of the supplier; ask which is right");
        }
        if (known == null) {
            supplierNumbers.put(order, supplierNumber);
        }
        lines.computeIfAbsent(order, none -> new ArrayList<>());
        return order;
    }

    /**
     * Adds a line.
     *
     * @param own the line's own reference; null if it has none
     */
    void add(Line line, OrderReferenceType own, int index) throws UnreadablePart {
        String order;
        if (own != null) {
            order = add(own, document.line(index).place());
        } else if (header.isEmpty()) {
            throw new UnreadablePart(
                    document.line(index).place(),
                    "No order is named: neither the " + document.type().root()
                            + " nor its line has an OrderReference; ask for it with one");
        } else if (header.stream()
                        .map(each -> Ubl.text(each.getID()))
                        .distinct()
                        .count()
                > 1) {
            throw new UnreadablePart(
                    document.line(index).place(),
                    "The document is of several orders, and the line does not say of which; ask for it with an "
                            + "OrderReference");
        } else {
            order = Ubl.text(header.get(0).getID());
        }
        lines.get(order).add(line);
    }

    /** Returns the lines by order, in the document's order. */
    Map<String, List<Line>> lines() throws UnreadablePart {
        if (lines.isEmpty()) {
            throw new UnreadablePart(
                    document.root().place(), "No order is named: OrderReference is missing; ask for it with one");
        }
        return lines;
    }

    /** Returns the supplier's number of an order; null if the document does not name it. */
    String supplierNumber(String order) {
        return supplierNumbers.get(order);
    }
}
