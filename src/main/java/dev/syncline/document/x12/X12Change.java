package dev.syncline.document.x12;

import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Kind;
import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.edi.LineDraft;
import dev.syncline.document.edi.OrderDraft;
import dev.syncline.document.edi.Segment;
import dev.syncline.document.edi.UnreadableMessage;
import java.util.List;

/** Reads 865 Purchase Order Change Acknowledgment/Request - Seller Initiated. */
final class X12Change implements X12Orders.Body {
    private final X12Context context;
    private final X12Totals totals;
    private X12Reply reply;
    private Segment beginning;

    X12Change(X12Context context, X12Totals totals) {
        this.context = context;
        this.totals = totals;
    }

    @Override
    public void begin(Segment bca) throws UnreadableMessage {
        beginning = bca;
        boolean cancelled = X12Purpose.of(bca, context.warnings()) == X12Purpose.CANCELS;
        OrderDraft order = context.draft(cancelled ? Kind.CANCELLATION : Kind.CHANGE);
        order.status = cancelled
                ? Status.CANCELLED
                : X12Codes.status(X12Codes.ACKNOWLEDGMENT_TYPE, bca, 2, context.warnings());
        order.orderNumber = X12Orders.orderNumber(bca, 3);
        order.supplierOrderNumber = bca.get(9);
        order.at = context.at(bca, 10, null);
        reply = new X12Reply(order, context);
    }

    @Override
    public List<SupplierOrder> orders() {
        endLine();
        OrderDraft order = reply.order;
        reply.checkType(beginning);
        return reply.orders(order.kind == Kind.CANCELLATION
                || order.status != null && order.status != Status.CHANGED && order.lines.isEmpty());
    }

    @Override
    public void take(Segment segment) throws UnreadableMessage {
        switch (segment.tag()) {
            case "POC" -> startLine(segment);
            case "CTT" -> {
                endLine();
                int lines = reply.order.lines.size();
                totals.compare(segment, lines, lines);
            }
            default -> reply.take(segment);
        }
    }

    /** POC03 is the quantity that is ordered now, POC04 the part of it that is still to be received. */
    private void startLine(Segment poc) throws UnreadableMessage {
        endLine();
        LineDraft line = reply.startLine();
        line.line = poc.get(1);
        line.status = X12Codes.status(X12Codes.CHANGE, poc, 2, context.warnings());
        line.ordered = X12Lines.quantity(poc, 3);
        X12Lines.quantity(poc, 4);
        line.unit = X12Lines.unit(poc, 5);
        line.unitCost = X12PriceBasis.unitCost(poc, 6, 7, line.unit, context.warnings());
        line.code = poc.get(2);
        X12Lines.items(line, poc, 8);
        totals.add(line.ordered);
    }

    /** A supplier that rejects the whole change has confirmed none of its lines. */
    private void endLine() {
        LineDraft line = reply.line();
        if (line == null) {
            return;
        }
        if (reply.order.status == Status.REJECTED && line.status != null) {
            line.status = Status.REJECTED;
        }
        reply.endLine();
    }
}
