package dev.syncline.document.x12;

import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.edi.ExpectedDate;
import dev.syncline.document.edi.LineDraft;
import dev.syncline.document.edi.Segment;
import dev.syncline.document.edi.UnreadableMessage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects a level of a ship notice: the segments behind one HL. */
final class X12Level {
    private static final String SHIPMENT = "S";
    private static final String ORDER = "O";
    private static final String ITEM = "I";
    /** Codes of levels that are tracked on their own: tare, pack, shipping unit. */
    private static final Set<String> PACKAGES = Set.of("T", "P", "K", "E");

    /** Data element 1005: the structures whose packages are not between order and item. */
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

    /** @param above the level above; null for the segments before the first HL */
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
     * Returns the parent of a level without HL02, which is optional: the last level of a kind (HL03) that is above its
     * own in the structure of the ship notice.
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

    /** Returns whether it has a shipped quantity: as an item, or as another level without items of its own. */
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

    /**
     * Checks that the quantities are of one line: an order with quantities beside those of its items, or an item
     * without one, is refused.
     */
    void checkQuantities() throws UnreadableMessage {
        if (quantity != null && itemsBelow && !PACKAGES.contains(code)) {
            throw new UnreadableMessage(
                    UnreadableMessage.Kind.SEGMENT,
                    quantity.raw(),
                    0,
                    "SN1 stands at a level (HL " + code
                            + ") that has items of its own: it is not clear which quantities " + "were shipped");
        }
        boolean saysNothing = quantity == null && shippedBelow == null;
        if (item != null && saysNothing && (isItemLevel() || !itemsBelow && !hasItemAbove())) {
            throw new UnreadableMessage(
                    UnreadableMessage.Kind.SEGMENT,
                    item.raw(),
                    0,
                    "LIN names an item and no SN1 says what was shipped of it");
        }
    }

    void take(Segment segment, X12Context context, X12Totals totals) throws UnreadableMessage {
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
                // Weights, carriers and parties are not part of the order's state
            }
        }
    }

    /** Reads PRF. A level is of one order: a second PRF would hide the first. */
    private String same(String before, Segment prf) throws UnreadableMessage {
        if (before != null && !before.equals(prf.get(1))) {
            throw new UnreadableMessage(
                    UnreadableMessage.Kind.ELEMENT,
                    prf.raw(),
                    1,
                    "PRF names a second order in one level (HL " + code + "): each order needs an HL of its own");
        }
        return prf.get(1);
    }

    /** Reads a segment that a level has once: a second LIN or SN1 would hide the first. */
    private Segment once(Segment before, Segment segment) throws UnreadableMessage {
        if (before != null) {
            throw new UnreadableMessage(
                    UnreadableMessage.Kind.SEGMENT,
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

    /** Reads CP, the carrier's number of the package. */
    private void track(Segment man, int element) {
        if (man.has(element, "CP") && man.get(element + 1) != null) {
            tracking.add(man.get(element + 1));
        }
    }

    /** Reads the shipped quantity: SN102, of this shipment; SN104, of all shipments so far, if SN102 is empty. */
    private void shipped(Segment sn1, X12Context context, X12Totals totals) throws UnreadableMessage {
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
            throw new UnreadableMessage(
                    UnreadableMessage.Kind.ELEMENT, sn1.raw(), 2, "SN1 says no quantity that was shipped");
        }
        line.ordered = X12Lines.quantity(sn1, 5);
        line.code = sn1.get(8);
        Status status = X12Codes.status(X12Codes.LINE_STATUS, sn1, 8, context.warnings());
        line.status = line.shipped.signum() > 0 ? Status.SHIPPED : status;
    }

    /** Returns whether it names an order itself. */
    boolean names() {
        return order != null || otherOrder != null;
    }

    /** Returns the number of its order: its own, or that of the nearest level above that has one. */
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

    /** Offers its dates, and those of the levels above that are no items. */
    void offerDates(ExpectedDate expected) {
        for (X12Level level = isItemLevel() ? above : this; level != null; level = level.above) {
            level.dates.forEach(date -> expected.offer(date.qualifier(), date.date()));
        }
    }

    /** Returns the tracking numbers of the shipment, without those of its packages. */
    Set<String> shipmentTracking() {
        Set<String> numbers = new LinkedHashSet<>();
        for (X12Level level = this; level != null; level = level.above) {
            if (!level.isItemLevel() && !PACKAGES.contains(level.code)) {
                numbers.addAll(level.tracking);
            }
        }
        return numbers;
    }

    /**
     * Adds to the item above the tracking numbers of the packages below it, and their quantities if it has none itself.
     */
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
