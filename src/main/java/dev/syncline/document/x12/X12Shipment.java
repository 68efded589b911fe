package dev.syncline.document.x12;

import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Kind;
import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.edi.ExpectedDate;
import dev.syncline.document.edi.OrderDraft;
import dev.syncline.document.edi.RawSegment;
import dev.syncline.document.edi.Segment;
import dev.syncline.document.edi.UnreadableMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads 856 Ship Notice/Manifest. Its levels (HL) refer to each other by number: shipment, order, tare, pack, item, in
 * the order of BSN05 or without some of them. An item belongs to the order that its own PRF or the nearest level above
 * names.
 */
final class X12Shipment implements X12Orders.Body {
    private static final int DEEPEST = 32;

    private final X12Context context;
    private final X12Totals totals;
    private final Map<String, X12Level> levels = new HashMap<>();
    private final List<X12Level> inOrder = new ArrayList<>();
    private X12Level level = new X12Level(null, null);
    private Segment bsn;
    private String currency;

    X12Shipment(X12Context context, X12Totals totals) {
        this.context = context;
        this.totals = totals;
    }

    @Override
    public void begin(Segment segment) throws UnreadableMessage {
        bsn = segment;
        if (X12Purpose.of(bsn, context.warnings()) == X12Purpose.CANCELS) {
            throw new UnreadableMessage(
                    UnreadableMessage.Kind.ELEMENT,
                    bsn.raw(),
                    1,
                    "It takes back ship notice " + bsn.get(2) + ". Correct the shipped quantities by hand");
        }
    }

    @Override
    public List<SupplierOrder> orders() throws UnreadableMessage {
        if (inOrder.isEmpty()) {
            throw new UnreadableMessage(
                    UnreadableMessage.Kind.SEGMENT, bsn.raw(), 0, "It has no HL behind BSN, so nothing is shipped");
        }
        inOrder.forEach(X12Level::tellItemAbove);
        Map<String, OrderDraft> orders = new LinkedHashMap<>();
        for (X12Level each : inOrder) {
            each.checkQuantities();
            if (each.isItem()) {
                order(orders, each).addPackage(each.line());
            } else if (each.orderNumber() != null && each.names()) {
                order(orders, each);
            }
        }
        if (orders.values().stream().allMatch(order -> order.lines.isEmpty())) {
            context.warnings()
                    .add(
                            bsn.raw(),
                            0,
                            "The ship notice has no items (SN1), so nothing was counted as shipped; its dates and "
                                    + "tracking numbers were taken. Ask the supplier what was shipped");
        }
        if (orders.containsKey("")) {
            context.warnings().add(bsn.raw(), 0, "Some of it names no order, neither by PRF nor by REF PO");
        }
        return orders.values().stream().map(OrderDraft::order).toList();
    }

    @Override
    public void take(Segment segment) throws UnreadableMessage {
        switch (segment.tag()) {
            case "HL" -> startLevel(segment);
            case "CUR" -> currency = segment.get(2);
            case "CTT" ->
                totals.compare(segment, inOrder.size(), (int)
                        inOrder.stream().filter(X12Level::isItem).count());
            default -> level.take(segment, context, totals);
        }
    }

    private void startLevel(Segment hl) throws UnreadableMessage {
        String parent = hl.get(2);
        X12Level above = parent == null ? level.parentOf(hl.get(3), bsn.get(5)) : levels.get(parent);
        if (above == null) {
            throw new UnreadableMessage(
                    UnreadableMessage.Kind.ELEMENT,
                    hl.raw(),
                    2,
                    "HL " + hl.get(1) + " belongs to HL " + RawSegment.shown(parent, 12)
                            + ", which is not there: a segment is missing");
        }
        level = new X12Level(above, hl.get(3));
        if (level.depth() > DEEPEST) {
            throw new UnreadableMessage(
                    UnreadableMessage.Kind.ELEMENT, hl.raw(), 2, "There are more than " + DEEPEST + " levels of HL");
        }
        inOrder.add(level);
        if (hl.get(1) == null || levels.put(hl.get(1), level) != null) {
            throw new UnreadableMessage(UnreadableMessage.Kind.ELEMENT, hl.raw(), 1, "HL has no number of its own");
        }
    }

    private OrderDraft order(Map<String, OrderDraft> orders, X12Level level) {
        String number = level.orderNumber();
        OrderDraft order = orders.get(number == null ? "" : number);
        if (order == null) {
            order = context.draft(Kind.SHIPMENT);
            order.number = bsn.get(2);
            order.at = context.at(bsn, 3, bsn.get(4));
            order.status = Status.SHIPPED;
            order.orderNumber = number;
            order.currency = currency;
            order.replaces = bsn.has(1, X12Purpose.REPLACE);
            orders.put(number == null ? "" : number, order);
        }
        if (order.supplierOrderNumber == null) {
            order.supplierOrderNumber = level.supplierOrderNumber();
        }
        ExpectedDate expected = new ExpectedDate(X12Codes.ARRIVAL);
        level.offerDates(expected);
        if (order.expectedOn == null) {
            order.expectedOn = expected.date();
        }
        order.tracking.addAll(level.shipmentTracking());
        return order;
    }
}
