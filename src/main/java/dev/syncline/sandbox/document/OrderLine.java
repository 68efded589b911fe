package dev.syncline.sandbox.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A line of an order as the supplier has it.
 *
 * @param line the buyer's line number, or the supplier's own for a line that the buyer does not know
 * @param changed whether its price or date differs from the ordered one
 * @param added whether the supplier added it: the buyer does not know it
 */
public record OrderLine(
        int line,
        Item item,
        Quantities quantities,
        BigDecimal unitCost,
        LocalDate expectedOn,
        List<String> tracking,
        boolean changed,
        boolean added) {
    /** The statuses of a line at the supplier, in the words of its own API. */
    public enum Status {
        OPEN,
        CONFIRMED,
        CHANGED,
        BACKORDERED,
        SHIPPED,
        CANCELLED
    }

    /**
     * The ordered item.
     *
     * @param number the buyer's item number; null if the buyer has none
     * @param supplierNumber the supplier's; null if unknown
     */
    public record Item(String number, String supplierNumber, String gtin, String description, String unit) {}

    /** The quantities, in units of the item; {@code shipped} is the total so far. */
    public record Quantities(
            BigDecimal ordered,
            BigDecimal confirmed,
            BigDecimal shipped,
            BigDecimal backOrdered,
            BigDecimal cancelled) {
        public static Quantities ordered(BigDecimal ordered) {
            return new Quantities(ordered, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        }

        public Quantities confirming(BigDecimal confirmed, BigDecimal backOrdered, BigDecimal cancelled) {
            return new Quantities(ordered, confirmed, shipped, backOrdered, cancelled);
        }

        /** Returns the quantity that is not shipped yet. */
        public BigDecimal left() {
            return ordered.subtract(shipped);
        }

        /** Returns the quantity that may be shipped: the confirmed one, or the ordered one before it is confirmed. */
        public BigDecimal shippable() {
            BigDecimal promised =
                    confirmed.signum() > 0 || backOrdered.signum() > 0 ? confirmed : ordered.subtract(cancelled);
            return promised.subtract(shipped).max(BigDecimal.ZERO);
        }
    }

    public Status status() {
        Quantities q = quantities;
        if (isOff() && q.shipped().signum() == 0) {
            return Status.CANCELLED;
        }
        if (q.backOrdered().signum() > 0) {
            return Status.BACKORDERED;
        }
        if (q.shipped().signum() > 0 && q.shippable().signum() == 0) {
            return Status.SHIPPED;
        }
        if (q.confirmed().signum() == 0) {
            return Status.OPEN;
        }
        return changed || q.confirmed().compareTo(q.ordered()) != 0 ? Status.CHANGED : Status.CONFIRMED;
    }

    /** Returns whether all that is not shipped is cancelled. */
    boolean isOff() {
        return quantities.cancelled().signum() > 0 && quantities.cancelled().compareTo(quantities.left()) >= 0;
    }

    public OrderLine with(Quantities now) {
        return new OrderLine(line, item, now, unitCost, expectedOn, tracking, changed, added);
    }

    public OrderLine expected(LocalDate date) {
        return new OrderLine(
                line, item, quantities, unitCost, date, tracking, changed || !date.equals(expectedOn), added);
    }

    public OrderLine costing(BigDecimal cost) {
        return new OrderLine(line, item, quantities, cost, expectedOn, tracking, true, added);
    }

    public OrderLine tracked(List<String> numbers) {
        return new OrderLine(line, item, quantities, unitCost, expectedOn, numbers, changed, added);
    }
}
