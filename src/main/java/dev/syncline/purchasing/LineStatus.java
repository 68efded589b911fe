package dev.syncline.purchasing;

import java.util.Collection;

/** How a line of a purchase order stands with its supplier, in the words that the ERP is told. */
enum LineStatus {
    OPEN,
    RECEIVED,
    CONFIRMED,
    BACK_ORDERED,
    PARTLY_SHIPPED,
    SHIPPED,
    REJECTED,
    CANCELLED;

    /** Whether nothing comes of the line any more. */
    boolean isOff() {
        return this == REJECTED || this == CANCELLED;
    }

    /** Whether something of it left the supplier. */
    boolean isShipped() {
        return this == SHIPPED || this == PARTLY_SHIPPED;
    }

    /** How an order stands whose lines stand so. */
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
