package dev.syncline.document.x12;

import static dev.syncline.document.SupplierOrder.Status.ACCEPTED;
import static dev.syncline.document.SupplierOrder.Status.BACK_ORDERED;
import static dev.syncline.document.SupplierOrder.Status.CANCELLED;
import static dev.syncline.document.SupplierOrder.Status.CHANGED;
import static dev.syncline.document.SupplierOrder.Status.RECEIVED;
import static dev.syncline.document.SupplierOrder.Status.REJECTED;
import static dev.syncline.document.SupplierOrder.Status.SHIPPED;

import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.edi.EdiWarnings;
import dev.syncline.document.edi.Segment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** X12 code lists and the statuses that they mean; docs/suppliers.md has them with the standard's names. */
final class X12Codes {
    /** Data element 587, acknowledgment type: BAK02, BCA02. */
    static final Map<String, Status> ACKNOWLEDGMENT_TYPE = Map.ofEntries(
            Map.entry("AC", CHANGED),
            Map.entry("AD", ACCEPTED),
            Map.entry("AE", ACCEPTED),
            Map.entry("AH", RECEIVED),
            Map.entry("AK", ACCEPTED),
            Map.entry("AP", RECEIVED),
            Map.entry("AT", ACCEPTED),
            Map.entry("NA", RECEIVED),
            Map.entry("RD", REJECTED),
            Map.entry("RF", REJECTED),
            Map.entry("RJ", REJECTED),
            Map.entry("RN", REJECTED),
            Map.entry("RO", REJECTED),
            Map.entry("RV", REJECTED));

    /** Data element 587: codes without a status of the order. */
    static final Set<String> SILENT = Set.of("ZZ", "DQ", "UQ");

    /** The codes that hold for the whole order, whichever lines are named. */
    static final Set<String> WHOLE_ORDER = Set.of("AE", "AK", "AT", "RF", "RJ");

    /** The codes whose lines are exceptions alone. */
    static final Set<String> EXCEPTIONS_ONLY = Set.of("AE", "RF");

    /** Data element 668, line item status: ACK01, SN108. */
    static final Map<String, Status> LINE_STATUS = lineStatus();

    /** Data element 668: another article is delivered. */
    static final String SUBSTITUTION = "IS";

    /** Data element 670, change or response type: POC02. */
    static final Map<String, Status> CHANGE = change();

    /**
     * Data element 374: delivery as promised, then as requested; then dates of shipping, if the document has no other.
     */
    static final List<String> EXPECTED = List.of("067", "069", "017", "371", "002", "074", "106", "068", "079", "010");

    /** The arrival dates among these, of a ship notice. */
    static final List<String> ARRIVAL = List.of("067", "069", "017", "371");

    /** Data element 128: tracking, carrier's reference (PRO), package, air waybill, waybill. */
    static final Set<String> TRACKING = Set.of("2I", "CN", "08", "AW", "WY");

    private X12Codes() {}

    private static Map<String, Status> lineStatus() {
        Map<String, Status> codes = new HashMap<>();
        List.of("AA", "AR", "IA", "IE", "SP").forEach(code -> codes.put(code, ACCEPTED));
        List.of("DR", "IC", "IP", "IQ", "IS").forEach(code -> codes.put(code, CHANGED));
        List.of("BP", "IB").forEach(code -> codes.put(code, BACK_ORDERED));
        List.of("IF", "IH", "IW").forEach(code -> codes.put(code, RECEIVED));
        List.of("IR", "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8").forEach(code -> codes.put(code, REJECTED));
        codes.put("AC", SHIPPED);
        codes.put("ID", CANCELLED);
        return Map.copyOf(codes);
    }

    private static Map<String, Status> change() {
        Map<String, Status> codes = new HashMap<>();
        List.of(
                        "AI", "CA", "CB", "CC", "CD", "CE", "CG", "CH", "CI", "CT", "MU", "PC", "PQ", "PR", "QD", "QI",
                        "RA", "RB", "RE", "RM", "RQ", "RS", "RZ", "TI")
                .forEach(code -> codes.put(code, CHANGED));
        List.of("NC", "OA", "OC").forEach(code -> codes.put(code, ACCEPTED));
        List.of("CF", "DI").forEach(code -> codes.put(code, CANCELLED));
        codes.put("RC", REJECTED);
        return Map.copyOf(codes);
    }

    /**
     * Returns the status of a code.
     *
     * @return null if the code is missing, states no status, or is not in the list, of which it warns
     */
    static Status status(Map<String, Status> codes, Segment segment, int element, EdiWarnings warnings) {
        String code = segment.get(element);
        boolean isSilent = codes == ACKNOWLEDGMENT_TYPE && SILENT.contains(String.valueOf(code));
        if (code != null && !codes.containsKey(code) && !isSilent) {
            warnings.add(segment.raw(), element, "Code " + code + " is not in the standard's list, and was left out");
        }
        return code == null ? null : codes.get(code);
    }
}
