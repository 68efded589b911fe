package dev.syncline.document.ubl;

import dev.syncline.document.ActionCodes;
import dev.syncline.document.SupplierOrder.Status;
import java.util.Map;
import java.util.Set;

/** Codes of responses and lines: UN/ECE 4343 and 1229 as Peppol uses them, and UBL's own list of line statuses. */
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

    /** LineStatusCode that says nothing of the line. */
    static final String NO_STATUS = "NoStatus";

    /** LineStatusCode of a line that is argued about: a person has to look at it. */
    static final String DISPUTED = "Disputed";

    /** DocumentStatusCode of a despatch that takes the place of an earlier one, or takes it back. */
    static final String REVISED = "Revised";

    static final String CANCELLED = "Cancelled";

    /** Statuses of a whole order that hold for lines too that are not named. */
    static final Set<Status> OF_ALL_LINES = Set.of(Status.ACCEPTED, Status.REJECTED, Status.CANCELLED);

    private UblCodes() {}

    /** Null for a LineStatusCode that is in neither list, or says nothing. */
    static Status line(String code) {
        return code == null ? null : LINE.containsKey(code) ? LINE.get(code) : ActionCodes.STATUS.get(code);
    }
}
