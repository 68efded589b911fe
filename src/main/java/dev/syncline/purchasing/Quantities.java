package dev.syncline.purchasing;

import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.supplier.order.OrderState;
import java.math.BigDecimal;

/** The quantities of a line, derived from the supplier's and the ordered ones. Null if unknown. */
record Quantities(
        BigDecimal ordered,
        BigDecimal confirmed,
        BigDecimal shipped,
        BigDecimal backOrdered,
        BigDecimal cancelled,
        LineStatus status) {

    /**
     * @param line the supplier's line
     * @param ordered the quantity that the ERP ordered; null for a line that it does not have
     * @param allShipped whether a line without a shipped quantity was shipped completely
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

    /** Returns whether the supplier cancels or rejects a part of the line without mentioning the rest. */
    static boolean isPartlyOff(OrderState.Line line, BigDecimal ordered) {
        return line.status() != null
                && line.status().isOff()
                && line.cancelled() != null
                && line.cancelled().signum() > 0
                && ordered.compareTo(line.cancelled().add(orNone(line.shipped()))) > 0;
    }

    /** Returns the ordered quantity of a line that was added at the supplier, if that is not given. */
    private static BigDecimal spokenOf(OrderState.Line line) {
        BigDecimal promised =
                orNone(line.confirmed()).add(orNone(line.backOrdered())).add(orNone(line.cancelled()));
        return promised.max(orNone(line.shipped()));
    }

    /** Limits the back-ordered quantity to the open one; treats 0 of a back-ordered line as unknown. */
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
