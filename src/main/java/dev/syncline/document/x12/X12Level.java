package dev.syncline.document.x12;

import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.edi.Broken;
import dev.syncline.document.edi.ExpectedDate;
import dev.syncline.document.edi.LineDraft;
import dev.syncline.document.edi.Segment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A level of a ship notice: what the segments behind one HL say. */
final class X12Level {
    private static final String SHIPMENT = "S";
    private static final String ORDER = "O";
    private static final String ITEM = "I";
    /** Tare, pack, shipping unit: what is tracked on its own. */
    private static final Set<String> PACKAGES = Set.of("T", "P", "K", "E");

    /** Data element 1005, the structures that have packages elsewhere than between order and item. */
    private static final String PACKAGES_BELOW_ITEMS = "0002";

    private static final String PACKAGES_ABOVE_ORDERS = "0003";

    private record Dated(String qualifier, LocalDate date) {}

    private final X12Level above;
    private final String code;
    private final int depth;
    private final LineDraft line = new LineDraft();
    private final List<Dated> dates = new ArrayList<>();
    private final Set<String> tracking = new LinkedHashSet<>();
    private String order;
    private String otherOrder;
    private String supplierOrder;
    private Segment item;
    private Segment quantity;
    private BigDecimal shippedBelow;
    private boolean itemsBelow;

    /** @param above null for what stands before the first HL */
    X12Level(X12Level above, String code) {
        this.above = above;
        this.code = code == null ? "" : code;
        this.depth = above == null ? 0 : above.depth + 1;
        for (X12Level level = above; isItemLevel() && level != null; level = level.above) {
            level.itemsBelow = true;
        }
    }

    int depth() {
        return depth;
    }

    /**
     * Where a level belongs that does not say so (HL02 is optional): to the last one that stands above its kind (HL03) in
     * the structure of the ship notice.
     *
     * @param structure BSN05; null for shipment, order, packages, item
     */
    X12Level parentOf(String code, String structure) {
        int rank = rank(String.valueOf(code), structure);
        X12Level level = this;
        while (level.above != null && rank(level.code, structure) >= rank) {
            level = level.above;
        }
        return level;
    }

    private static int rank(String code, String structure) {
        if (PACKAGES.contains(code)) {
            int within = code.equals("T") ? 0 : 1;
            return within
                    + (PACKAGES_BELOW_ITEMS.equals(structure) ? 60 : PACKAGES_ABOVE_ORDERS.equals(structure) ? 20 : 40);
        }
        return switch (code) {
            case SHIPMENT -> 10;
            case ORDER -> 30;
            case ITEM -> 50;
            default -> 70;
        };
    }

    private boolean isItemLevel() {
        return code.equals(ITEM);
    }

    /** Whether it has what was shipped of a line: as an item, or at another level that has no items of its own. */
    boolean isItem() {
        return isItemLevel() || quantity != null && !itemsBelow && !hasItemAbove();
    }

    private boolean hasItemAbove() {
        for (X12Level level = above; level != null; level = level.above) {
            if (level.isItemLevel()) {
                return true;
            }
        }
        return false;
    }

    /** Refuses what cannot be told of one line: quantities of an order beside those of its items, an item without one. */
    void checkQuantities() throws Broken {
        if (quantity != null && itemsBelow && !PACKAGES.contains(code)) {
            throw new Broken(
                    Broken.Kind.SEGMENT,
                    quantity.raw(),
                    0,
                    "SN1 stands at a level (HL " + code
                            + ") that has items of its own: it is not clear which quantities " + "were shipped");
        }
        boolean saysNothing = quantity == null && shippedBelow == null;
        if (item != null && saysNothing && (isItemLevel() || !itemsBelow && !hasItemAbove())) {
            throw new Broken(
                    Broken.Kind.SEGMENT, item.raw(), 0, "LIN names an item and no SN1 says what was shipped of it");
        }
    }

    void take(Segment segment, X12Context context, X12Totals totals) throws Broken {
        switch (segment.tag()) {
            case "PRF" -> order = same(order, segment);
            case "REF" -> reference(segment);
            case "DTM" -> dates.add(new Dated(segment.get(1), context.date(segment, 2)));
            case "MAN" -> {
                track(segment, 1);
                track(segment, 4);
            }
            case "PID" -> X12Lines.description(line, segment);
            case "LIN" -> {
                item = once(item, segment);
                line.line = segment.get(1);
                X12Lines.items(line, segment, 2);
            }
            case "SN1" -> shipped(segment, context, totals);
            default -> {
                // Weights, carriers and parties are not of the order's state
            }
        }
    }

    /** A level is of one order: a second PRF would hide the first. */
    private String same(String before, Segment prf) throws Broken {
        if (before != null && !before.equals(prf.get(1))) {
            throw new Broken(
                    Broken.Kind.ELEMENT,
                    prf.raw(),
                    1,
                    "PRF names a second order in one level (HL " + code + "): each order needs an HL of its own");
        }
        return prf.get(1);
    }

    /** A level is one line: a second LIN or SN1 would hide the first. */
    private Segment once(Segment before, Segment segment) throws Broken {
        if (before != null) {
            throw new Broken(
                    Broken.Kind.SEGMENT,
                    segment.raw(),
                    0,
                    segment.tag() + " stands twice in one level (HL " + code + "): each item needs an HL of its own");
        }
        return segment;
    }

    private void reference(Segment ref) {
        String qualifier = String.valueOf(ref.get(1));
        if (qualifier.equals("PO")) {
            otherOrder = ref.get(2);
        } else if (qualifier.equals("VN")) {
            supplierOrder = ref.get(2);
        } else if (X12Codes.TRACKING.contains(qualifier) && ref.get(2) != null) {
            tracking.add(ref.get(2));
        }
    }

    /** CP: the carrier's number of the package. */
    private void track(Segment man, int element) {
        if (man.has(element, "CP") && man.get(element + 1) != null) {
            tracking.add(man.get(element + 1));
        }
    }

    /** SN102 is what this shipment has; SN104, all that was shipped so far, counts only where SN102 says nothing. */
    private void shipped(Segment sn1, X12Context context, X12Totals totals) throws Broken {
        quantity = once(quantity, sn1);
        if (line.line == null) {
            line.line = sn1.get(1);
        }
        line.shipped = X12Lines.quantity(sn1, 2);
        totals.add(line.shipped);
        line.unit = X12Lines.unit(sn1, 3);
        BigDecimal soFar = X12Lines.quantity(sn1, 4);
        if (line.shipped == null && soFar != null) {
            line.shipped = soFar;
            line.cumulative = true;
        }
        if (line.shipped == null) {
            throw new Broken(Broken.Kind.ELEMENT, sn1.raw(), 2, "SN1 says no quantity that was shipped");
        }
        line.ordered = X12Lines.quantity(sn1, 5);
        line.code = sn1.get(8);
        Status status = X12Codes.status(X12Codes.LINE_STATUS, sn1, 8, context.warnings());
        line.status = line.shipped.signum() > 0 ? Status.SHIPPED : status;
    }

    /** Whether it names an order itself. */
    boolean names() {
        return order != null || otherOrder != null;
    }

    /** The number of the order that it belongs to: its own, or that of the next level above that has one. */
    String orderNumber() {
        for (X12Level level = this; level != null; level = level.above) {
            if (level.names()) {
                return level.order != null ? level.order : level.otherOrder;
            }
        }
        return null;
    }

    String supplierOrderNumber() {
        for (X12Level level = this; level != null; level = level.above) {
            if (level.supplierOrder != null) {
                return level.supplierOrder;
            }
        }
        return null;
    }

    /** Its dates and those of the levels above that are no items. */
    void offerDates(ExpectedDate expected) {
        for (X12Level level = isItemLevel() ? above : this; level != null; level = level.above) {
            level.dates.forEach(date -> expected.offer(date.qualifier(), date.date()));
        }
    }

    /** Numbers to follow the shipment by, other than those of its packages. */
    Set<String> shipmentTracking() {
        Set<String> numbers = new LinkedHashSet<>();
        for (X12Level level = this; level != null; level = level.above) {
            if (!level.isItemLevel() && !PACKAGES.contains(level.code)) {
                numbers.addAll(level.tracking);
            }
        }
        return numbers;
    }

    /** Where packages are below their item, the item has their numbers, and their quantities if it has none itself. */
    void tellItemAbove() {
        for (X12Level level = above; level != null && !isItemLevel(); level = level.above) {
            if (level.isItemLevel()) {
                level.tracking.addAll(tracking);
                level.addShipped(this);
            }
        }
    }

    private void addShipped(X12Level below) {
        if (quantity == null && below.quantity != null) {
            shippedBelow = LineDraft.sum(shippedBelow, below.line.shipped);
            line.shipped = shippedBelow;
            line.cumulative = below.line.cumulative;
            line.unit = line.unit == null ? below.line.unit : line.unit;
            line.status = shippedBelow.signum() > 0 ? Status.SHIPPED : below.line.status;
        }
    }

    LineDraft line() {
        ExpectedDate expected = new ExpectedDate(X12Codes.ARRIVAL);
        dates.forEach(date -> expected.offer(date.qualifier(), date.date()));
        line.expectedOn = expected.date();
        for (X12Level level = this; level != null; level = level.above) {
            if (level == this || PACKAGES.contains(level.code)) {
                line.tracking.addAll(level.tracking);
            }
        }
        return line;
    }
}
