package dev.syncline.document.edifact;

import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.edi.LineDraft;
import java.math.BigDecimal;

/** Moves the quantities of a line to the article that replaces the ordered one. */
final class EdifactSubstitution {
    private EdifactSubstitution() {}

    /** Moves the promised quantity to the other article, and cancels as many of the ordered one. */
    static void promise(LineDraft ordered, LineDraft other) {
        boolean isOff = ordered.status != null && ordered.status.isOff();
        BigDecimal quantity = ordered.confirmed != null ? ordered.confirmed : ordered.ordered;
        ordered.replacedBy(other, quantity);
        other.backOrdered = ordered.backOrdered;
        if (isOff) {
            other.confirmed = other.ordered;
        } else {
            other.status = ordered.status == null ? Status.ACCEPTED : ordered.status;
        }
        ordered.status = Status.RECEIVED;
        ordered.confirmed = null;
        ordered.backOrdered = null;
    }

    /** Returns the shipped quantity as a line of the other article. */
    static LineDraft ship(LineDraft ordered, LineDraft other) {
        ordered.replacedBy(other, ordered.shipped);
        other.confirmed = null;
        other.ordered = null;
        other.status = ordered.status;
        other.shipped = ordered.shipped;
        other.cumulative = ordered.cumulative;
        other.backOrdered = ordered.backOrdered;
        other.tracking.addAll(ordered.tracking);
        return other;
    }
}
