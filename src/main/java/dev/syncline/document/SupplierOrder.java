package dev.syncline.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What one document of a supplier says of one order, whatever the document's format. Nothing is guessed: what the
 * document does not say is null or empty.
 *
 * @param number the document's own number: of the confirmation, the despatch; null where it has none
 * @param at the document's own date; null where it has none. A date without time is its midnight, without zone UTC.
 * @param sequence which of several documents of the same date is the later: a revision or sequence number; else null
 * @param orderNumber the number that the buyer gave the order; null where the document names none
 * @param supplierOrderNumber the number that the supplier gave it
 * @param answers id of the document that this one answers, where that is all it names the order by
 * @param status what it says of the order as a whole; null where it says nothing
 * @param wholeOrder whether it is meant for lines too that it does not name: all confirmed, all shipped, all cancelled
 * @param expectedOn when delivery is expected, for lines without a date of their own
 * @param tracking numbers or addresses to follow the parcels by
 * @param side who else than the supplier sends such a document; null for the supplier's own, and for orders
 * @param replaces whether all that an earlier document of its kind and number said holds no more
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

    /** A document that stands beside the earlier ones. */
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

    /** The same in place of an earlier one of its number, or beside it. */
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

    /** Whether it is the other side's: what a buyer sends to a supplier. */
    @JsonIgnore
    public boolean isBuyers() {
        return kind == Kind.ORDER || side == Side.BUYER;
    }

    /** Who sends such a document. */
    @RegisterForReflection
    public enum Side {
        BUYER,
        /** The standard has it sent by the buyer, and suppliers send it, too. */
        EITHER
    }

    /** What sort of document it is. */
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
        /** A word on how far the order is. */
        STATUS,
        /** The order as it stands at the supplier, whole: lines that it does not name are there no more. */
        SNAPSHOT
    }

    /** How an order or a line stands. */
    @RegisterForReflection
    public enum Status {
        /** Received, and nothing promised. */
        RECEIVED,
        /** To be delivered as ordered. */
        ACCEPTED,
        /** To be delivered otherwise than ordered: quantity, price, date or item. */
        CHANGED,
        BACK_ORDERED,
        SHIPPED,
        /** The supplier will not deliver. */
        REJECTED,
        /** It was called off. */
        CANCELLED;

        /** Whether goods come by it, now or later. */
        public boolean isPromise() {
            return this == ACCEPTED || this == CHANGED || this == BACK_ORDERED || this == SHIPPED;
        }

        /** Whether nothing comes any more. */
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
     * @param ordered quantity ordered; as all quantities, in units of {@code unit}
     * @param shipped quantity of this shipment, or of all of them so far where {@code cumulative}
     * @param backOrdered quantity still to come
     * @param unit as the document has it: EA, PC, C62, KGM
     * @param unitCost price of one unit
     * @param code the standard's own code of the status: {@code IA}, {@code 5}, {@code backordered}
     * @param insteadOf the buyer's line that the item is delivered in place of; null for none
     * @param currency of {@code unitCost}, where that is another than the order's; else null
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
