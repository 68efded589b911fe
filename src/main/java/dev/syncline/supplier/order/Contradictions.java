package dev.syncline.supplier.order;

import dev.syncline.document.DocumentValues;
import dev.syncline.document.LineNames;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Status;
import java.util.List;
import java.util.Objects;

/** What documents say that cannot be all true, in words for the buyer. */
final class Contradictions {
    private static final int MOST_NAMED = 3;

    private Contradictions() {}

    /** Of an order that is off, the lines that come all the same: one of both is wrong. */
    static List<String> within(SupplierOrder order) {
        if (order.status() == null || !order.status().isOff()) {
            return List.of();
        }
        List<String> promised = order.lines().stream()
                .filter(line -> line.status() != null && line.status().isPromise())
                .filter(line -> line.status() != Status.SHIPPED) // what left before the rest was called off
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
     * Each of two snapshots says that it is all of the order: where they do not follow each other, what one says is lost.
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
