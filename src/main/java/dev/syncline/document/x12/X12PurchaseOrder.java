package dev.syncline.document.x12;

import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Kind;
import dev.syncline.document.SupplierOrder.Side;
import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.edi.ExpectedDate;
import dev.syncline.document.edi.LineDraft;
import dev.syncline.document.edi.OrderDraft;
import dev.syncline.document.edi.Segment;
import dev.syncline.document.edi.UnreadableMessage;
import java.util.List;

/** Reads 850 Purchase Order. */
final class X12PurchaseOrder implements X12Orders.Body {
    private final X12Context context;
    private final X12Totals totals;
    private final ExpectedDate expected = new ExpectedDate(X12Codes.EXPECTED);
    private OrderDraft order;
    private LineDraft line;
    private ExpectedDate lineExpected;

    X12PurchaseOrder(X12Context context, X12Totals totals) {
        this.context = context;
        this.totals = totals;
    }

    @Override
    public void begin(Segment beg) throws UnreadableMessage {
        boolean cancelled = X12Purpose.of(beg, context.warnings()) == X12Purpose.CANCELS;
        order = context.draft(cancelled ? Kind.CANCELLATION : Kind.ORDER);
        order.status = cancelled ? Status.CANCELLED : null;
        order.orderNumber = X12Orders.orderNumber(beg, 3);
        order.number = order.orderNumber;
        order.at = context.at(beg, 5, null);
        order.wholeOrder = cancelled;
    }

    @Override
    public List<SupplierOrder> orders() {
        endLine();
        order.expectedOn = expected.date();
        return List.of(order.kind == Kind.CANCELLATION ? order.order().from(Side.BUYER) : order.order());
    }

    @Override
    public void take(Segment segment) throws UnreadableMessage {
        switch (segment.tag()) {
            case "CUR" -> X12Lines.currency(order, line, segment);
            case "REF" -> X12Lines.supplierOrderNumber(order, segment);
            case "PO1" -> startLine(segment);
            case "PID" -> description(segment);
            case "DTM" -> (line == null ? expected : lineExpected).offer(segment.get(1), context.date(segment, 2));
            case "SCH" -> schedule(segment);
            case "CTT" -> {
                endLine();
                totals.compare(segment, order.lines.size(), order.lines.size());
            }
            default -> {
                // Parties, terms and texts are not part of the order's state
            }
        }
    }

    private void startLine(Segment po1) throws UnreadableMessage {
        endLine();
        line = new LineDraft();
        lineExpected = new ExpectedDate(X12Codes.EXPECTED);
        X12Lines.ordered(line, po1, context.warnings());
        totals.add(line.ordered);
    }

    private void description(Segment pid) {
        if (line != null) {
            X12Lines.description(line, pid);
        }
    }

    private void schedule(Segment sch) {
        if (line != null) {
            lineExpected.offer(sch.get(5), context.date(sch, 6));
        }
    }

    private void endLine() {
        if (line != null) {
            line.expectedOn = lineExpected.date();
            order.lines.add(line);
            line = null;
        }
    }
}
