package dev.syncline.sandbox.document;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a supplier says of an order, before it is written in a format.
 *
 * @param number the document's own number
 * @param at its date; whole seconds, as some formats have no more
 * @param order the order after it
 * @param parts the lines that it is about
 * @param tracking of the parcel of a shipment
 * @param whole whether one statement covers all: every line accepted as ordered, or shipped in full
 */
public record Document(
        Kind kind, String number, Instant at, Order order, List<Part> parts, List<String> tracking, boolean whole) {
    public enum Kind {
        /** A copy of an order that was placed at the supplier. */
        ORDER,
        /** The order was received; nothing is promised. */
        RECEIPT,
        CONFIRMATION,
        /** The change of an order that was answered before. */
        CHANGE,
        SHIPMENT,
        CANCELLATION
    }

    /** The changes of a line. */
    public enum Change {
        NONE,
        ADDED,
        REMOVED,
        RESTORED,
        QUANTITY,
        DATE,
        PRICE
    }

    /**
     * A line that the document is about.
     *
     * @param quantity quantity of the line in a shipment; else null
     */
    public record Part(int line, Change change, BigDecimal quantity) {}

    /** Returns when all of the order is expected; null if its lines have different dates. */
    LocalDate expectedOn() {
        LocalDate date = order.expectedOn();
        return date != null && order.lines().stream().allMatch(line -> date.equals(line.expectedOn())) ? date : null;
    }

    OrderLine line(Part part) {
        return order.line(part.line());
    }

    /** Returns a quantity or price as documents write it: without exponent and trailing zeros. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
