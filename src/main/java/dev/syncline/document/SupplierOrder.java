package dev.syncline.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What one document of a supplier says of one order, in any format. Nothing is guessed: a value that the document does
 * not state is null or empty.
 *
 * @param number the document's own number, of the confirmation or the despatch; null if it has none
 * @param at the document's own date; null if it has none. A date without a time is its midnight, without a zone in UTC.
 * @param sequence orders documents of the same date: a revision or sequence number; null if the document has none
 * @param orderNumber the buyer's number of the order; null if the document does not name it
 * @param supplierOrderNumber the supplier's number of the order; null if the document does not name it
 * @param answers id of the document that this one answers, if it names the order in no other way; else null
 * @param status status of the order as a whole; null if the document does not state one
 * @param wholeOrder whether the status holds for lines that the document does not name, too: all confirmed, all
 *     shipped, all cancelled
 * @param expectedOn when delivery is expected, for lines without a date of their own
 * @param tracking numbers or addresses by which the parcels are tracked
 * @param side who sends such a document besides the supplier; null for a document that only suppliers send, and for
 *     orders
 * @param replaces whether it replaces an earlier document of its kind and number
 */
@RegisterForReflection
public record SupplierOrder(
        Kind kind,
        String number,
        Instant at,
        Long sequence,
        String orderNumber,
        String supplierOrderNumber,
        String answers,
        Status status,
        boolean wholeOrder,
        String currency,
        LocalDate expectedOn,
        List<String> tracking,
        List<Line> lines,
        @JsonInclude(JsonInclude.Include.NON_NULL) Side side,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean replaces) {
    /** A line has a currency of its own where its price is in another one than the order. */
    public SupplierOrder {
        if (currency != null && lines.stream().anyMatch(line -> currency.equals(line.currency()))) {
            lines = lines.stream()
                    .map(line -> currency.equals(line.currency()) ? line.inCurrency(null) : line)
                    .toList();
        }
    }

    /** Creates a document that replaces no earlier one. */
    public SupplierOrder(
            Kind kind,
            String number,
            Instant at,
            Long sequence,
            String orderNumber,
            String supplierOrderNumber,
            String answers,
            Status status,
            boolean wholeOrder,
            String currency,
            LocalDate expectedOn,
            List<String> tracking,
            List<Line> lines,
            Side side) {
        this(
                kind,
                number,
                at,
                sequence,
                orderNumber,
                supplierOrderNumber,
                answers,
                status,
                wholeOrder,
                currency,
                expectedOn,
                tracking,
                lines,
                side,
                false);
    }

    /** Its lines, each price with its currency. */
    public List<Line> pricedLines() {
        return currency == null
                ? lines
                : lines.stream()
                        .map(line ->
                                line.unitCost() == null || line.currency() != null ? line : line.inCurrency(currency))
                        .toList();
    }

    public SupplierOrder from(Side sender) {
        return with(sender, replaces);
    }

    /** Returns the same document, which replaces an earlier one of its number or does not. */
    public SupplierOrder inPlace(boolean ofEarlier) {
        return with(side, ofEarlier);
    }

    private SupplierOrder with(Side sender, boolean ofEarlier) {
        return new SupplierOrder(
                kind,
                number,
                at,
                sequence,
                orderNumber,
                supplierOrderNumber,
                answers,
                status,
                wholeOrder,
                currency,
                expectedOn,
                tracking,
                lines,
                sender,
                ofEarlier);
    }

    /** Returns whether the buyer sent it. */
    @JsonIgnore
    public boolean isBuyers() {
        return kind == Kind.ORDER || side == Side.BUYER;
    }

    /** The senders of a document besides the supplier. */
    @RegisterForReflection
    public enum Side {
        BUYER,
        /** By the standard, the buyer sends it; in practice, suppliers send it, too. */
        EITHER
    }

    /** The kinds of documents. */
    @RegisterForReflection
    public enum Kind {
        /** An order, as the buyer sent it or as it was placed at the supplier. */
        ORDER,
        /** The supplier's answer to an order. */
        CONFIRMATION,
        /** A change of an order that was answered before. */
        CHANGE,
        /** Goods on their way. Quantities add up over shipments of different numbers. */
        SHIPMENT,
        CANCELLATION,
        /** A progress report. */
        STATUS,
        /** The complete order as the supplier has it: a line that is not in it is no longer in the order. */
        SNAPSHOT
    }

    /** The statuses of an order or a line. */
    @RegisterForReflection
    public enum Status {
        /** Received; nothing is promised. */
        RECEIVED,
        /** To be delivered as ordered. */
        ACCEPTED,
        /** To be delivered, but not as ordered: quantity, price, date or item differ. */
        CHANGED,
        BACK_ORDERED,
        SHIPPED,
        /** The supplier will not deliver. */
        REJECTED,
        /** Cancelled by either side. */
        CANCELLED;

        /** Returns whether goods will be delivered. */
        public boolean isPromise() {
            return this == ACCEPTED || this == CHANGED || this == BACK_ORDERED || this == SHIPPED;
        }

        /** Returns whether nothing more will be delivered. */
        public boolean isOff() {
            return this == REJECTED || this == CANCELLED;
        }
    }

    /**
     * What the document says of one line.
     *
     * @param line the buyer's line id, as the document has it
     * @param supplierLine the supplier's line id
     * @param item the buyer's item number
     * @param supplierItem the supplier's item number
     * @param gtin the item's GTIN, UPC or EAN
     * @param ordered quantity ordered; all quantities are in units of {@code unit}
     * @param shipped quantity of this shipment, or of all shipments so far if {@code cumulative}
     * @param backOrdered quantity to be delivered later
     * @param unit as the document has it: EA, PC, C62, KGM
     * @param unitCost price of one unit
     * @param code the standard's own code of the status: {@code IA}, {@code 5}, {@code backordered}
     * @param insteadOf the buyer's line that the item replaces; null if it replaces none
     */
    @RegisterForReflection
    public record Line(
            String line,
            String supplierLine,
            String item,
            String supplierItem,
            String gtin,
            String description,
            Status status,
            BigDecimal ordered,
            BigDecimal confirmed,
            BigDecimal shipped,
            boolean cumulative,
            BigDecimal backOrdered,
            BigDecimal cancelled,
            String unit,
            BigDecimal unitCost,
            LocalDate expectedOn,
            List<String> tracking,
            String code,
            @JsonInclude(JsonInclude.Include.NON_NULL) String insteadOf,
            @JsonInclude(JsonInclude.Include.NON_NULL) String currency) {
        /** A line whose price is in the order's currency. */
        public Line(
                String line,
                String supplierLine,
                String item,
                String supplierItem,
                String gtin,
                String description,
                Status status,
                BigDecimal ordered,
                BigDecimal confirmed,
                BigDecimal shipped,
                boolean cumulative,
                BigDecimal backOrdered,
                BigDecimal cancelled,
                String unit,
                BigDecimal unitCost,
                LocalDate expectedOn,
                List<String> tracking,
                String code,
                String insteadOf) {
            this(
                    line,
                    supplierLine,
                    item,
                    supplierItem,
                    gtin,
                    description,
                    status,
                    ordered,
                    confirmed,
                    shipped,
                    cumulative,
                    backOrdered,
                    cancelled,
                    unit,
                    unitCost,
                    expectedOn,
                    tracking,
                    code,
                    insteadOf,
                    null);
        }

        /** The same with a price in this currency; null for the order's. */
        public Line inCurrency(String ofPrice) {
            return new Line(
                    line,
                    supplierLine,
                    item,
                    supplierItem,
                    gtin,
                    description,
                    status,
                    ordered,
                    confirmed,
                    shipped,
                    cumulative,
                    backOrdered,
                    cancelled,
                    unit,
                    unitCost,
                    expectedOn,
                    tracking,
                    code,
                    insteadOf,
                    ofPrice);
        }
    }
}
