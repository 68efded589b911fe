package dev.syncline.document.cxml;

import dev.syncline.document.SupplierOrder.Status;
import java.util.Map;
import java.util.Set;

/** Maps types of ConfirmationHeader and ConfirmationStatus to statuses, by the cXML User's Guide and Fulfill.dtd. */
final class CxmlCodes {
    /** Statuses of the order as a whole. Other types leave the status to the lines. */
    static final Map<String, Status> HEADER = Map.of(
            "accept", Status.ACCEPTED,
            "except", Status.CHANGED,
            "backordered", Status.BACK_ORDERED,
            "reject", Status.REJECTED);

    static final Set<String> HEADER_WITHOUT_STATUS = Set.of("detail", "allDetail", "requestToPay", "replace");

    static final Map<String, Status> LINE = Map.of(
            "accept", Status.ACCEPTED,
            "allDetail", Status.ACCEPTED,
            "detail", Status.CHANGED,
            "backordered", Status.BACK_ORDERED,
            "reject", Status.REJECTED,
            "unknown", Status.RECEIVED);

    static final Set<String> LINE_WITHOUT_STATUS = Set.of("requestToPay");

    private CxmlCodes() {}

    /**
     * Returns the status of a line whose parts differ: quantities to be delivered later take precedence over changed
     * ones.
     */
    static Status together(Set<Status> parts) {
        if (parts.size() < 2) {
            return parts.stream().findFirst().orElse(null);
        }
        return parts.contains(Status.BACK_ORDERED) ? Status.BACK_ORDERED : Status.CHANGED;
    }
}
