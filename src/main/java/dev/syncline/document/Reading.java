package dev.syncline.document;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a document was found to say.
 *
 * @param id tells the document from others of the supplier and of its format: interchange control number, message
 *     reference, payload id, document number; the same when it is sent again; null where it has none
 * @param type the standard's name of what it is: {@code X12 855 004010}, {@code UBL OrderResponse 2.1}
 * @param orders one for each order of each transaction or message, in the document's order
 * @param faults transactions or messages in it that cannot be read; the others stand
 * @param warnings what is wrong with it though its content is whole: a control count, a trailer
 * @param ofOrders those of the warnings that are of orders, by order, each by itself and not by what it says; the others are
 *     of the document
 * @param acknowledgement the answer in kind; null where the format has none
 * @param next the cursor of the next page of orders, where the document itself names it; else null
 */
public record Reading(
        String id,
        String type,
        List<SupplierOrder> orders,
        List<Fault> faults,
        List<String> warnings,
        Acknowledgement acknowledgement,
        String next,
        Map<SupplierOrder, List<String>> ofOrders) {
    /** One whose warnings are of all that is in it. */
    public Reading(
            String id,
            String type,
            List<SupplierOrder> orders,
            List<Fault> faults,
            List<String> warnings,
            Acknowledgement acknowledgement,
            String next) {
        this(id, type, orders, faults, warnings, acknowledgement, next, Map.of());
    }

    /** The warnings that are of no order. */
    public List<String> ofDocument() {
        Set<String> ofOrder = new HashSet<>();
        ofOrders.values().forEach(ofOrder::addAll);
        return warnings.stream().filter(warning -> !ofOrder.contains(warning)).toList();
    }

    /**
     * A part of the document that cannot be read.
     *
     * @param place where: segment or element, with its position
     * @param problem what is wrong there, and what to do
     * @param type what sort of document the part is where a document may hold several: 855, DESADV; else null
     * @param orders the buyer's numbers of the orders that the part names
     */
    public record Fault(String place, String problem, String type, Set<String> orders) {
        public Fault(String place, String problem) {
            this(place, problem, null, Set.of());
        }

        /** The same, of an order. */
        public Fault of(String order) {
            return order == null ? this : new Fault(place, problem, type, Set.of(order));
        }
    }

    /** The answer in kind: a 997 or 999, a CONTRL, a cXML Response. */
    public record Acknowledgement(String contentType, byte[] content) {}
}
