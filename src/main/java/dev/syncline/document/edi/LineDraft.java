package dev.syncline.document.edi;

import dev.syncline.document.LineIds;
import dev.syncline.document.LineNames;
import dev.syncline.document.SupplierOrder.Line;
import dev.syncline.document.SupplierOrder.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects a line while its segments are read. The fields are those of {@link Line}. */
public final class LineDraft {
    public String line;
    public String supplierLine;
    public String item;
    public String supplierItem;
    public String gtin;
    public String description;
    public Status status;
    public BigDecimal ordered;
    public BigDecimal confirmed;
    public BigDecimal shipped;
    public boolean cumulative;
    public BigDecimal backOrdered;
    public BigDecimal cancelled;
    public String unit;
    public BigDecimal unitCost;
    /** Of the price; null where it is the order's. */
    public String currency;

    public LocalDate expectedOn;
    public String code;
    /** The buyer's line that the item replaces. */
    public String insteadOf;

    public final Set<String> tracking = new LinkedHashSet<>();

    public Line line() {
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
                List.copyOf(tracking),
                code,
                insteadOf,
                currency);
    }

    /** Returns whether its item is another than that of a line. */
    public boolean isOtherItem(LineDraft ordered) {
        boolean isAny = item != null || supplierItem != null || gtin != null;
        LineIds other = new LineIds(null, ordered.item, ordered.supplierItem, ordered.gtin);
        return isAny && !new LineIds(null, item, supplierItem, gtin).isSameItem(other);
    }

    /** Returns whether an item number of both lines differs, and none agrees. */
    public boolean contradicts(LineDraft ordered) {
        String any = "1";
        LineIds other = new LineIds(any, ordered.item, ordered.supplierItem, ordered.gtin);
        return !new LineIds(any, item, supplierItem, gtin).isSameId(other);
    }

    /** Returns the line's name for the buyer. */
    public String name() {
        return LineNames.of(line, item, supplierItem == null ? gtin : supplierItem);
    }

    /**
     * Returns the line of the item that replaces this one, and cancels as many of this line. Its own item number, if it
     * has one, is dropped.
     */
    public LineDraft replacedBy(LineDraft other, BigDecimal quantity) {
        other.insteadOf = line != null ? line : supplierLine;
        other.status = Status.ACCEPTED;
        other.ordered = quantity;
        other.confirmed = quantity;
        other.unit = unit;
        other.expectedOn = expectedOn;
        other.code = code;
        return other;
    }

    /** Drops the quantities and the status: the document repeats the line unchanged. */
    public void leave() {
        ordered = null;
        confirmed = null;
        backOrdered = null;
        cancelled = null;
        unitCost = null;
        currency = null;
        expectedOn = null;
        status = null;
    }

    /** Returns an identity that all segments of one order line share; null if it has no number. */
    List<Object> identity() {
        boolean any = line != null || item != null || supplierItem != null || gtin != null;
        return any ? Arrays.asList(line, item, supplierItem, gtin, unit, cumulative, insteadOf) : null;
    }

    /** Adds the quantities that another package has of the same line. */
    void addPackage(LineDraft other) {
        shipped = cumulative ? larger(shipped, other.shipped) : sum(shipped, other.shipped);
        ordered = larger(ordered, other.ordered);
        backOrdered = larger(backOrdered, other.backOrdered);
        cancelled = larger(cancelled, other.cancelled);
        tracking.addAll(other.tracking);
    }

    public static BigDecimal sum(BigDecimal a, BigDecimal b) {
        return a == null ? b : b == null ? a : a.add(b);
    }

    private static BigDecimal larger(BigDecimal a, BigDecimal b) {
        return a == null ? b : b == null ? a : a.max(b);
    }
}
