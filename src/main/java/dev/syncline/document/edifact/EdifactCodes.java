package dev.syncline.document.edifact;

import static dev.syncline.document.SupplierOrder.Status.ACCEPTED;
import static dev.syncline.document.SupplierOrder.Status.CANCELLED;
import static dev.syncline.document.SupplierOrder.Status.CHANGED;
import static dev.syncline.document.SupplierOrder.Status.RECEIVED;
import static dev.syncline.document.SupplierOrder.Status.REJECTED;

import dev.syncline.document.ActionCodes;
import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.edi.EdiWarnings;
import dev.syncline.document.edi.Segment;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** UN/EDIFACT code lists and the statuses that they mean; docs/suppliers.md has them with the standard's names. */
final class EdifactCodes {
    /** Data element 1225, message function. */
    static final String CANCELLATION = "1";

    static final String REPLACE = "5";
    static final String SELLER_INITIATED_CHANGE = "19";
    static final String TEST = "53";

    /** Data element 1225, message function, of an order response. */
    static final Map<String, Status> FUNCTION = Map.ofEntries(
            Map.entry("1", CANCELLED),
            Map.entry("4", CHANGED),
            Map.entry("6", ACCEPTED),
            Map.entry("12", RECEIVED),
            Map.entry("19", CHANGED),
            Map.entry("23", RECEIVED),
            Map.entry("27", REJECTED),
            Map.entry("28", CHANGED),
            Map.entry("29", ACCEPTED),
            Map.entry("30", CHANGED),
            Map.entry("33", CHANGED),
            Map.entry("34", CHANGED),
            Map.entry("36", CHANGED),
            Map.entry("44", ACCEPTED),
            Map.entry("45", CHANGED),
            Map.entry("48", REJECTED),
            Map.entry("52", CHANGED));

    /** Data element 4343, response type. */
    static final Map<String, Status> RESPONSE = Map.of(
            "AB", RECEIVED,
            "AC", CHANGED,
            "AD", ACCEPTED,
            "AI", CHANGED,
            "AJ", RECEIVED,
            "AP", ACCEPTED,
            "CA", CHANGED,
            "RE", REJECTED);

    /** The codes of 1225 and 4343 that leave the status to the lines. */
    static final Set<String> SILENT = Set.of("2", "3", "5", "7", "8", "9", "11", "31", "35", "42", "43", "NA");

    /**
     * Data element 1225, of a despatch advice that ships nothing: proposals, requests, refusals, provisional documents,
     * and those that are for information or revoke an earlier one.
     */
    static final Set<String> SHIPS_NOTHING = Set.of(
            "1", "3", "10", "12", "13", "16", "17", "23", "25", "27", "40", "46", "48", "50", "52", "55", "56", "57",
            "58", "59", "60", "63", "64", "65", "66", "67", "68", "69");

    /**
     * Data element 2005: delivery as promised, then as requested; then dates of shipping, if the document has no other.
     */
    static final List<String> EXPECTED =
            List.of("69", "67", "76", "17", "191", "132", "2", "63", "64", "79", "68", "10");

    /** The arrival dates among these, of a despatch advice. */
    static final List<String> ARRIVAL = List.of("69", "67", "76", "17", "191", "132");

    static final String DOCUMENT_DATE = "137";

    /** Data element 1153: transport document, carrier's reference, air waybill, waybill. */
    static final Set<String> TRACKING = Set.of("AAS", "CN", "AWB", "AAM");

    /** Data element 4347, of PIA: another article replaces the line's, or the line's replaces another. */
    static final String SUBSTITUTED_BY = "3";

    static final String SUBSTITUTED_FOR = "4";
    static final String POTENTIAL_SUBSTITUTION = "2";

    /** Data element 6063. */
    static final String ORDERED = "21";

    static final String DISCRETE = "1";
    static final String TO_BE_DELIVERED = "113";
    static final String COMMITTED = "66";
    static final String DESPATCHED = "12";
    static final String CUMULATIVE = "3";
    static final String BACK_ORDER = "83";

    private EdifactCodes() {}

    /**
     * Returns the status of a code.
     *
     * @return null if the code is missing, says nothing of the status, or is unknown, of which it warns
     */
    static Status status(Map<String, Status> codes, Segment segment, int element, EdiWarnings warnings) {
        String code = segment.get(element);
        if (!isKnown(codes, code)) {
            warnings.add(
                    segment.raw(),
                    element,
                    "Code " + code + " does not say how it stands, and was left out: nothing is confirmed by it");
        }
        return code == null ? null : codes.get(code);
    }

    /**
     * Returns whether the list has the code, or the code is missing. A code that says nothing of the status is known.
     */
    static boolean isKnown(Map<String, Status> codes, String code) {
        return code == null
                || codes.containsKey(code)
                || (codes == ActionCodes.STATUS ? ActionCodes.saysNothing(code) : SILENT.contains(code));
    }
}
