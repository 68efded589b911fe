package dev.syncline.purchasing;

import dev.syncline.supplier.OrderState;
import dev.syncline.supplier.SupplierOrder.Status;
import java.math.BigDecimal;

/**
 * The quantities of a line as they follow from what the supplier said and from what was ordered. Null is what nobody said
 * anything of.
 */
record Quantities(
        BigDecimal ordered,
        BigDecimal confirmed,
        BigDecimal shipped,
        BigDecimal backOrdered,
        BigDecimal cancelled,
        LineStatus status) {

    /**
     * @param line as the supplier has it
     * @param ordered what the ERP ordered; null for a line that it does not have
     * @param allShipped whether a line without a shipped quantity went out whole
     */
    static Quantities of(OrderState.Line line, BigDecimal ordered, boolean allShipped) {
        Status said = line.status();
        BigDecimal wanted = line.ordered() != null ? line.ordered() : ordered != null ? ordered : spokenOf(line);
        boolean isOff = said != null && said.isOff() && !isPartlyOff(line, wanted);
        BigDecimal shipped = line.shipped();
        if (shipped == null && !isOff && (said == Status.SHIPPED || allShipped && said != null)) {
            shipped = line.confirmed() != null ? line.confirmed() : most(wanted.subtract(orNone(line.cancelled())));
        }
        BigDecimal cancelled =
                line.cancelled() != null ? line.cancelled() : isOff ? most(wanted.subtract(orNone(shipped))) : null;
        BigDecimal open = most(wanted.subtract(orNone(cancelled)));
        BigDecimal backOrdered = backOrdered(line, said, open, shipped);
        BigDecimal confirmed = line.confirmed();
        if (confirmed == null) {
            confirmed = isOff
                    ? orNone(shipped)
                    : said == Status.ACCEPTED || said == Status.CHANGED || said == Status.SHIPPED
                            ? most(open.subtract(orNone(line.backOrdered())))
                            : said == Status.BACK_ORDERED ? BigDecimal.ZERO : null;
        }
        LineStatus status = status(said, isOff && orNone(shipped).signum() == 0, open, confirmed, shipped, backOrdered);
        return new Quantities(wanted, confirmed, shipped, backOrdered, cancelled, status);
    }

    /** Whether the supplier cancels or rejects some of the line, and says nothing of the rest. */
    static boolean isPartlyOff(OrderState.Line line, BigDecimal ordered) {
        return line.status() != null
                && line.status().isOff()
                && line.cancelled() != null
                && line.cancelled().signum() > 0
                && ordered.compareTo(line.cancelled().add(orNone(line.shipped()))) > 0;
    }

    /** How much was ordered of a line that came in at the supplier, where that is not said. */
    private static BigDecimal spokenOf(OrderState.Line line) {
        BigDecimal promised =
                orNone(line.confirmed()).add(orNone(line.backOrdered())).add(orNone(line.cancelled()));
        return promised.max(orNone(line.shipped()));
    }

    /** What is still to come is not more than what is open; 0 of a back-ordered line is no quantity. */
    private static BigDecimal backOrdered(OrderState.Line line, Status said, BigDecimal open, BigDecimal shipped) {
        BigDecimal toCome = most(open.subtract(orNone(shipped)));
        boolean isBackOrdered = said == Status.BACK_ORDERED;
        if (line.backOrdered() != null && (!isBackOrdered || line.backOrdered().signum() > 0)) {
            return line.backOrdered().min(toCome);
        }
        return isBackOrdered ? most(toCome.subtract(orNone(line.confirmed()))) : null;
    }

    private static LineStatus status(
            Status said,
            boolean isOff,
            BigDecimal open,
            BigDecimal confirmed,
            BigDecimal shipped,
            BigDecimal backOrdered) {
        if (isOff || said != null && open.signum() == 0 && orNone(shipped).signum() == 0) {
            return said == Status.REJECTED ? LineStatus.REJECTED : LineStatus.CANCELLED;
        } else if (orNone(shipped).signum() > 0) {
            return shipped.compareTo(open) >= 0 ? LineStatus.SHIPPED : LineStatus.PARTLY_SHIPPED;
        } else if (orNone(confirmed).signum() > 0) {
            return LineStatus.CONFIRMED;
        } else if (orNone(backOrdered).signum() > 0) {
            return LineStatus.BACK_ORDERED;
        }
        return said == null ? LineStatus.OPEN : LineStatus.RECEIVED;
    }

    private static BigDecimal orNone(BigDecimal quantity) {
        return quantity == null ? BigDecimal.ZERO : quantity;
    }

    private static BigDecimal most(BigDecimal quantity) {
        return quantity.max(BigDecimal.ZERO);
    }
}
