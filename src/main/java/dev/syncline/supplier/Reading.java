package dev.syncline.supplier;

import java.util.List;

/**
 * What a document was found to say.
 *
 * @param id tells the document from others of the supplier and of its format: interchange control number, message
 *     reference, payload id, document number; the same when it is sent again; null where it has none
 * @param type the standard's name of what it is: {@code X12 855 004010}, {@code UBL OrderResponse 2.1}
 * @param orders one for each order of each transaction or message, in the document's order
 * @param faults transactions or messages in it that cannot be read; the others stand
 * @param warnings what is wrong with it though its content is whole: a control count, a trailer
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
        String next) {

    /**
     * A part of the document that cannot be read.
     *
     * @param place where: segment or element, with its position
     * @param problem what is wrong there, and what to do
     */
    public record Fault(String place, String problem) {}

    /** The answer in kind: a 997 or 999, a CONTRL, a cXML Response. */
    public record Acknowledgement(String contentType, byte[] content) {}
}
