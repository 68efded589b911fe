package dev.syncline.document.edifact;

import dev.syncline.document.ActionCodes;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Kind;
import dev.syncline.document.SupplierOrder.Side;
import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.edi.ExpectedDate;
import dev.syncline.document.edi.LineDraft;
import dev.syncline.document.edi.MessageReader;
import dev.syncline.document.edi.OrderDraft;
import dev.syncline.document.edi.Segment;
import dev.syncline.document.edi.UnreadableMessage;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the orders of ORDERS, ORDRSP and DESADV. */
final class EdifactOrders implements MessageReader {
    static final Set<String> TYPES = Set.of("ORDERS", "ORDRSP", "DESADV");

    /** The most elements of a segment in any directory; a segment with more contains another one. */
    private static final Map<String, Integer> MOST_ELEMENTS = Map.ofEntries(
            Map.entry("BGM", 4),
            Map.entry("CNT", 1),
            Map.entry("CPS", 3),
            Map.entry("DTM", 1),
            Map.entry("LIN", 6),
            Map.entry("PIA", 6),
            Map.entry("PRI", 2),
            Map.entry("QTY", 1),
            Map.entry("RFF", 1),
            Map.entry("UNS", 1),
            Map.entry("UNT", 2));

    private static final Set<String> SEGMENTS =
            Set.of(("ADR AJT ALC ALI APR ASI ATT AUT BGM CAV CCI CNI CNT COM CPS CST"
                            + " CTA CUX DGS DLI DLM DOC DTM EQA EQD EQN FII FTX GDS GEI GIN GIR GIS HAN HYN ICD IMD INP LIN LOC"
                            + " MEA MOA MTD NAD PAC PAI PAT PCD PCI PIA PIT PRC PRI PYT QTY QUA QVR RCS RFF RJL RNG RTE SCC SEL"
                            + " SGP SPR STG STS TAX TCC TDT TMD TOD TPL UNH UNS UNT")
                    .split(" "));

    private final String type;
    private final EdifactContext context;
    private final EdifactBody body;
    private final Map<String, OrderDraft> orders = new LinkedHashMap<>();
    /** The lines of the message, without sub-lines. */
    private List<EdifactLine> lines = List.of();

    EdifactOrders(String type, EdifactContext context) {
        this.type = type;
        this.context = context;
        this.body = new EdifactBody(context);
    }

    @Override
    public void take(Segment segment, int position) throws UnreadableMessage {
        int most = MOST_ELEMENTS.getOrDefault(segment.tag(), Integer.MAX_VALUE);
        if (segment.size() > most) {
            throw new UnreadableMessage(
                    UnreadableMessage.Kind.SEGMENT,
                    segment.raw(),
                    most + 1,
                    segment.tag() + " has " + segment.size() + " elements where it has at most " + most
                            + ": the terminator of a segment may be missing");
        }
        if (!SEGMENTS.contains(segment.tag())) {
            body.unknownSegment();
            context.warnings().add(segment.raw(), 0, "Segment " + segment.tag() + " does not belong to " + type);
        }
        body.take(segment, position);
    }

    @Override
    public List<SupplierOrder> orders() throws UnreadableMessage {
        if (body.bgm != null && body.bgm.has(3, EdifactCodes.TEST)) {
            throw new UnreadableMessage(
                    UnreadableMessage.Kind.ELEMENT,
                    body.bgm.raw(),
                    3,
                    "It is a test (function 53), and nothing of it is followed");
        }
        lines = body.lines.stream().filter(line -> !isPart(line)).toList();
        switch (type) {
            case "ORDERS" -> order();
            case "ORDRSP" -> response();
            default -> despatch();
        }
        boolean isBuyers = type.equals("ORDERS") && body.bgm.has(3, EdifactCodes.CANCELLATION);
        return orders.values().stream()
                .map(OrderDraft::order)
                .map(order -> isBuyers ? order.from(Side.BUYER) : order)
                .toList();
    }

    /** Returns whether the line is a part of another line's article, and no line of the order. */
    private boolean isPart(EdifactLine line) {
        boolean isPart = line.isPart();
        if (isPart) {
            context.warnings()
                    .add(
                            line.lin.raw(),
                            4,
                            "Line " + line.draft.line
                                    + " is a part of another line's article (a sub-line), and was left out");
        }
        return isPart;
    }

    private void order() throws UnreadableMessage {
        boolean cancelled = body.bgm.has(3, EdifactCodes.CANCELLATION);
        String number = body.bgm.get(2);
        if (number == null) {
            throw new UnreadableMessage(UnreadableMessage.Kind.ELEMENT, body.bgm.raw(), 2, "It has no order number");
        }
        OrderDraft order = draft(cancelled ? Kind.CANCELLATION : Kind.ORDER, number, EdifactCodes.EXPECTED);
        order.status = cancelled ? Status.CANCELLED : null;
        for (EdifactLine line : lines) {
            LineDraft draft = line.draft;
            draft.ordered = line.quantity(EdifactCodes.ORDERED, EdifactCodes.DISCRETE);
            draft.expectedOn = expected(EdifactCodes.EXPECTED, line.dates);
            order.lines.add(draft);
        }
        order.wholeOrder = cancelled;
    }

    private void response() throws UnreadableMessage {
        Segment bgm = body.bgm;
        boolean cancelled = bgm.has(3, EdifactCodes.CANCELLATION);
        boolean change = bgm.has(3, EdifactCodes.SELLER_INITIATED_CHANGE);
        Kind kind = cancelled ? Kind.CANCELLATION : change ? Kind.CHANGE : Kind.CONFIRMATION;
        Status byFunction = EdifactCodes.status(EdifactCodes.FUNCTION, bgm, 3, context.warnings());
        Status byResponse = EdifactCodes.status(EdifactCodes.RESPONSE, bgm, 4, context.warnings());
        Status status = cancelled || byResponse == null ? byFunction : byResponse;
        String code = cancelled || byResponse == null ? bgm.get(3) : bgm.get(4);
        boolean isKnown = EdifactCodes.isKnown(EdifactCodes.FUNCTION, bgm.get(3))
                && EdifactCodes.isKnown(EdifactCodes.RESPONSE, bgm.get(4));
        if (lines.isEmpty()) {
            draft(kind, body.orderNumber, EdifactCodes.EXPECTED);
        }
        for (EdifactLine line : lines) {
            OrderDraft order = draft(kind, EdifactReferences.order(line, body), EdifactCodes.EXPECTED);
            confirm(line, status, code, isKnown);
            order.lines.add(line.draft);
            LineDraft other = line.substitute();
            if (other != null) {
                EdifactSubstitution.promise(line.draft, other);
                order.substitutes.add(other);
            }
        }
        for (OrderDraft order : orders.values()) {
            order.status = status;
            order.wholeOrder = status == Status.ACCEPTED || status == Status.REJECTED || status == Status.CANCELLED;
        }
    }

    /**
     * Sets the confirmed quantity: 113, if the line is promised; a changed line without it has its new quantity in 21.
     *
     * @param isKnown whether the message's own codes state the status, or leave it to the lines
     */
    private void confirm(EdifactLine line, Status header, String headerCode, boolean isKnown) throws UnreadableMessage {
        LineDraft draft = line.draft;
        boolean own = line.action() != null;
        draft.status = own ? EdifactCodes.status(ActionCodes.STATUS, line.lin, 2, context.warnings()) : header;
        draft.code = own ? line.action() : header == null ? null : headerCode;
        draft.confirmed = line.quantity(EdifactCodes.TO_BE_DELIVERED, EdifactCodes.COMMITTED, EdifactCodes.DESPATCHED);
        draft.ordered = line.quantity(EdifactCodes.ORDERED, EdifactCodes.DISCRETE);
        if (draft.backOrdered == null) {
            draft.backOrdered = line.quantity(EdifactCodes.BACK_ORDER);
        }
        if (draft.confirmed == null) {
            draft.confirmed = line.lessVariance(draft.ordered);
        }
        boolean later = draft.backOrdered != null && draft.backOrdered.signum() > 0;
        if (draft.status == Status.CHANGED && draft.confirmed == null && !later) {
            draft.confirmed = draft.ordered;
            draft.ordered = null;
        }
        if (later && draft.status != Status.CANCELLED && draft.status != Status.REJECTED) {
            draft.status = Status.BACK_ORDERED;
        }
        boolean isLeftToQuantities = own ? ActionCodes.saysNothing(line.action()) : isKnown;
        if (draft.status == null ? !isLeftToQuantities : !draft.status.isPromise()) {
            draft.confirmed = null;
        }
        draft.expectedOn = expected(EdifactCodes.EXPECTED, line.dates);
        EdifactReferences.supplierLine(line, body);
        if (ActionCodes.UNAFFECTED.contains(String.valueOf(line.action()))) {
            draft.leave();
        }
    }

    private void despatch() throws UnreadableMessage {
        if (EdifactCodes.SHIPS_NOTHING.contains(String.valueOf(body.bgm.get(3)))) {
            boolean isTakenBack = body.bgm.has(3, EdifactCodes.CANCELLATION);
            throw new UnreadableMessage(
                    UnreadableMessage.Kind.ELEMENT,
                    body.bgm.raw(),
                    3,
                    isTakenBack
                            ? "It takes back despatch advice " + body.bgm.get(2)
                                    + ". Correct the shipped quantities by hand"
                            : "Its function (1225) is " + body.bgm.get(3)
                                    + ", which is not that of goods on their way: "
                                    + "nothing of it is followed. Ask the supplier what was shipped");
        }
        if (lines.isEmpty()) {
            draft(Kind.SHIPMENT, body.orderNumber, EdifactCodes.ARRIVAL);
            context.warnings()
                    .add(
                            body.bgm.raw(),
                            0,
                            "The ship notice has no items (LIN), so nothing was counted as shipped; its dates and "
                                    + "tracking numbers were taken. Ask the supplier what was shipped");
        }
        for (EdifactLine line : lines) {
            OrderDraft order = draft(Kind.SHIPMENT, EdifactReferences.order(line, body), EdifactCodes.ARRIVAL);
            LineDraft draft = line.draft;
            draft.shipped = line.quantity(EdifactCodes.DESPATCHED);
            if (draft.shipped == null) {
                draft.shipped = line.quantity(EdifactCodes.CUMULATIVE);
                draft.cumulative = draft.shipped != null;
            }
            draft.ordered = line.quantity(EdifactCodes.ORDERED);
            if (draft.backOrdered == null) {
                draft.backOrdered = line.quantity(EdifactCodes.BACK_ORDER);
            }
            draft.status = despatched(draft);
            draft.code = line.action();
            draft.expectedOn = expected(EdifactCodes.ARRIVAL, line.dates);
            EdifactReferences.supplierLine(line, body);
            LineDraft other = line.substitute();
            order.addPackage(other == null ? draft : EdifactSubstitution.ship(draft, other));
        }
        orders.values().forEach(order -> order.status = Status.SHIPPED);
    }

    /** Returns the status of a despatched line: a line that ships nothing is on back order, or has no status. */
    private static Status despatched(LineDraft line) {
        boolean isLater = line.backOrdered != null && line.backOrdered.signum() > 0;
        boolean isShipped = line.shipped == null ? !isLater : line.shipped.signum() > 0;
        return isShipped ? Status.SHIPPED : line.backOrdered != null ? Status.BACK_ORDERED : null;
    }

    private OrderDraft draft(Kind kind, String orderNumber, List<String> expected) {
        return orders.computeIfAbsent(orderNumber == null ? "" : orderNumber, number -> {
            OrderDraft order = context.draft(kind);
            order.number = body.bgm.get(2);
            order.at = context.at(body.documentDate, body.bgm);
            order.orderNumber = orderNumber;
            order.supplierOrderNumber = body.supplierOrderNumber;
            order.currency = body.currency;
            order.replaces = kind != Kind.ORDER && body.bgm.has(3, EdifactCodes.REPLACE);
            order.expectedOn = expected(expected, body.dates);
            order.tracking.addAll(body.tracking);
            if (orderNumber == null && body.supplierOrderNumber == null) {
                context.warnings().add(body.bgm.raw(), 0, "Some of it names no order, neither by RFF ON nor by RFF VN");
            }
            return order;
        });
    }

    private static LocalDate expected(List<String> qualifiers, List<EdifactLine.Dated> dates) {
        ExpectedDate expected = new ExpectedDate(qualifiers);
        dates.forEach(date -> expected.offer(date.qualifier(), date.date()));
        return expected.date();
    }
}
