package dev.syncline.document.ubl;

import dev.syncline.document.ActionCodes;
import dev.syncline.document.SupplierOrder.Status;
import java.util.Map;
import java.util.Set;

/**
 * Maps codes of responses and lines to statuses: UN/ECE 4343 and 1229 as Peppol uses them, and UBL's own list of line
 * statuses.
 */
final class UblCodes {
    /** OrderResponseCode. */
    static final Map<String, Status> RESPONSE = Map.ofEntries(
            Map.entry("AB", Status.RECEIVED),
            Map.entry("AC", Status.CHANGED),
            Map.entry("AD", Status.ACCEPTED),
            Map.entry("AI", Status.CHANGED),
            Map.entry("AJ", Status.RECEIVED),
            Map.entry("AP", Status.ACCEPTED),
            Map.entry("CA", Status.CHANGED),
            Map.entry("NA", Status.REJECTED),
            Map.entry("RE", Status.REJECTED));

    /** UBL's own list of LineStatusCode, beside UN/ECE 1229. */
    static final Map<String, Status> LINE =
            Map.of("Added", Status.CHANGED, "Cancelled", Status.CANCELLED, "Revised", Status.CHANGED);

    /** LineStatusCode without a status. */
    static final String NO_STATUS = "NoStatus";

    /** LineStatusCode of a disputed line, which a person has to look at. */
    static final String DISPUTED = "Disputed";

    /** DocumentStatusCode of a despatch that replaces or revokes an earlier one. */
    static final String REVISED = "Revised";

    static final String CANCELLED = "Cancelled";

    /** Statuses of an order that hold for lines, too, that the document does not name. */
    static final Set<Status> OF_ALL_LINES = Set.of(Status.ACCEPTED, Status.REJECTED, Status.CANCELLED);

    private UblCodes() {}

    /** Returns the status of a LineStatusCode; null if it is in neither list, or states none. */
    static Status line(String code) {
        return code == null ? null : LINE.containsKey(code) ? LINE.get(code) : ActionCodes.STATUS.get(code);
    }
}
