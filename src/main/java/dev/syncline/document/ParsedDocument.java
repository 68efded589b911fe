package dev.syncline.document;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a document says.
 *
 * @param id tells the document from others of the supplier in its format: interchange control number, message
 *     reference, payload id, document number; a document that is sent again has the same; null if it has none
 * @param type the standard's name for it: {@code X12 855 004010}, {@code UBL OrderResponse 2.1}
 * @param orders one for each order of each transaction or message, in the document's order
 * @param faults transactions or messages that cannot be read; they do not affect the others
 * @param warnings what is wrong although the content is complete: a control count, a trailer
 * @param ofOrders the warnings that concern one order, by order; all others concern the document
 * @param acknowledgement the acknowledgement in kind; null if the format has none
 * @param next the cursor of the next page of orders, if the document names it; else null
 */
public record ParsedDocument(
        String id,
        String type,
        List<SupplierOrder> orders,
        List<Fault> faults,
        List<String> warnings,
        Acknowledgement acknowledgement,
        String next,
        Map<SupplierOrder, List<String>> ofOrders) {
    /** Creates a document whose warnings all concern the document. */
    public ParsedDocument(
            String id,
            String type,
            List<SupplierOrder> orders,
            List<Fault> faults,
            List<String> warnings,
            Acknowledgement acknowledgement,
            String next) {
        this(id, type, orders, faults, warnings, acknowledgement, next, Map.of());
    }

    /** Returns the warnings that concern no single order. */
    public List<String> ofDocument() {
        Set<String> ofOrder = new HashSet<>();
        ofOrders.values().forEach(ofOrder::addAll);
        return warnings.stream().filter(warning -> !ofOrder.contains(warning)).toList();
    }

    /**
     * A part of the document that cannot be read.
     *
     * @param place segment or element, with its position
     * @param problem what is wrong there, and what to do
     * @param type the type of the part, if a document may hold several: 855, DESADV; else null
     * @param orders the buyer's numbers of the orders that the part names
     */
    public record Fault(String place, String problem, String type, Set<String> orders) {
        public Fault(String place, String problem) {
            this(place, problem, null, Set.of());
        }

        /** Returns the same fault for an order; the fault itself if the order is null. */
        public Fault of(String order) {
            return order == null ? this : new Fault(place, problem, type, Set.of(order));
        }
    }

    /** An acknowledgement in kind: a 997 or 999, a CONTRL, a cXML Response. */
    public record Acknowledgement(String contentType, byte[] content) {}
}
