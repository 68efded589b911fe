package dev.syncline.purchasing;

import java.util.Collection;

/** The status of a line of a purchase order with its supplier, as written to the ERP. */
enum LineStatus {
    OPEN,
    RECEIVED,
    CONFIRMED,
    BACK_ORDERED,
    PARTLY_SHIPPED,
    SHIPPED,
    REJECTED,
    CANCELLED;

    /** Returns whether nothing more of the line will be delivered. */
    boolean isOff() {
        return this == REJECTED || this == CANCELLED;
    }

    /** Returns whether some of it was shipped. */
    boolean isShipped() {
        return this == SHIPPED || this == PARTLY_SHIPPED;
    }

    /** Returns the status of an order with lines in these statuses. */
    static String ofOrder(Collection<LineStatus> lines) {
        if (!lines.isEmpty() && lines.stream().allMatch(LineStatus::isOff)) {
            return "CANCELLED";
        }
        boolean allShipped = lines.stream().filter(line -> !line.isOff()).allMatch(line -> line == SHIPPED);
        if (allShipped && !lines.isEmpty()) {
            return "SHIPPED";
        }
        if (lines.stream().anyMatch(LineStatus::isShipped)) {
            return "PARTLY_SHIPPED";
        }
        return lines.stream().anyMatch(line -> line == CONFIRMED || line == BACK_ORDERED) ? "CONFIRMED" : "OPEN";
    }
}
