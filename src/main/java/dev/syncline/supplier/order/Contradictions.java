package dev.syncline.supplier.order;

import dev.syncline.document.DocumentValues;
import dev.syncline.document.LineNames;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Status;
import java.util.List;
import java.util.Objects;

/** Describes contradictions between and within documents, for the buyer. */
final class Contradictions {
    private static final int MOST_NAMED = 3;

    private Contradictions() {}

    /** Returns a warning if a document cancels or rejects an order and promises lines of it. */
    static List<String> within(SupplierOrder order) {
        if (order.status() == null || !order.status().isOff()) {
            return List.of();
        }
        List<String> promised = order.lines().stream()
                .filter(line -> line.status() != null && line.status().isPromise())
                .filter(line -> line.status() != Status.SHIPPED) // It was shipped before the rest was cancelled.
                .map(line -> LineNames.of(line.line(), line.item(), line.supplierItem()))
                .limit(MOST_NAMED)
                .toList();
        return promised.isEmpty()
                ? List.of()
                : List.of("The supplier " + (order.status() == Status.REJECTED ? "rejects" : "cancels")
                        + " the order, and promises " + String.join(", ", promised)
                        + " of it in the same document. Ask the supplier what it delivers");
    }

    /**
     * Returns a warning if two snapshots of the order, neither of which follows the other, have different lines: the
     * lines of the first are lost.
     *
     * @param earlier null for none
     */
    static List<String> between(OrderStatement earlier, OrderStatement later) {
        if (earlier == null || earlier.order().lines().equals(later.order().lines())) {
            return List.of();
        }
        SupplierOrder one = earlier.order();
        SupplierOrder other = later.order();
        boolean haveTwoNumbers = one.supplierOrderNumber() != null
                && other.supplierOrderNumber() != null
                && !one.supplierOrderNumber().equals(other.supplierOrderNumber());
        boolean areOfOneTime = earlier.document() == later.document()
                && Objects.equals(one.at(), other.at())
                && Objects.equals(one.sequence(), other.sequence());
        if (!haveTwoNumbers && !areOfOneTime) {
            return List.of();
        }
        String numbers = haveTwoNumbers
                ? ", as " + DocumentValues.shown(one.supplierOrderNumber()) + " and as "
                        + DocumentValues.shown(other.supplierOrderNumber())
                : "";
        return List.of(
                "The supplier gives the order twice" + numbers + ", with other lines. The last one counts, and what"
                        + " the other says of lines is not on the order. Ask the supplier for all of the order under one number");
    }
}
