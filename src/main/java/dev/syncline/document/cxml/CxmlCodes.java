package dev.syncline.document.cxml;

import dev.syncline.document.SupplierOrder.Status;
import java.util.Map;
import java.util.Set;

/** Types of ConfirmationHeader and ConfirmationStatus, by the cXML User's Guide and Fulfill.dtd. */
final class CxmlCodes {
    /** What a ConfirmationHeader says of the order as a whole. Types that are not here leave that to the lines. */
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

    /** A line of which parts stand differently: what is still to come counts before what was changed. */
    static Status together(Set<Status> parts) {
        if (parts.size() < 2) {
            return parts.stream().findFirst().orElse(null);
        }
        return parts.contains(Status.BACK_ORDERED) ? Status.BACK_ORDERED : Status.CHANGED;
    }
}
