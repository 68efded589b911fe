package dev.syncline.sandbox.document;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a supplier says of an order, before it is written in a format.
 *
 * @param number the document's own
 * @param at its date; whole seconds, as not all formats have more
 * @param order the order after it
 * @param parts the lines that it speaks of
 * @param tracking of the parcel of a shipment
 * @param whole whether one word says it all: every line accepted as ordered, or shipped in full
 */
public record Document(
        Kind kind, String number, Instant at, Order order, List<Part> parts, List<String> tracking, boolean whole) {
    public enum Kind {
        /** A copy of an order that was placed at the supplier. */
        ORDER,
        /** The order is here, and nothing is promised. */
        RECEIPT,
        CONFIRMATION,
        /** Of an order that was answered before. */
        CHANGE,
        SHIPMENT,
        CANCELLATION
    }

    /** What became of a line. */
    public enum Change {
        NONE,
        ADDED,
        REMOVED,
        RESTORED,
        QUANTITY,
        DATE,
        PRICE
    }

    /** @param quantity what a shipment holds of the line; else null */
    public record Part(int line, Change change, BigDecimal quantity) {}

    /** When all of the order is expected; null where its lines come on different days. */
    LocalDate expectedOn() {
        LocalDate date = order.expectedOn();
        return date != null && order.lines().stream().allMatch(line -> date.equals(line.expectedOn())) ? date : null;
    }

    OrderLine line(Part part) {
        return order.line(part.line());
    }

    /** As documents write quantities and prices: no exponent, no zeros at the end. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
