package dev.syncline.document.x12;

import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Kind;
import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.edi.LineDraft;
import dev.syncline.document.edi.OrderDraft;
import dev.syncline.document.edi.Segment;
import dev.syncline.document.edi.UnreadableMessage;
import java.util.List;

/** Reads 855 Purchase Order Acknowledgment. */
final class X12Confirmation implements X12Orders.Body {
    private final X12Context context;
    private final X12Totals totals;
    private X12Reply reply;
    private Segment beginning;
    private String type;

    X12Confirmation(X12Context context, X12Totals totals) {
        this.context = context;
        this.totals = totals;
    }

    @Override
    public void begin(Segment bak) throws UnreadableMessage {
        beginning = bak;
        X12Purpose purpose = X12Purpose.of(bak, context.warnings());
        if (purpose == X12Purpose.CANCELS) {
            throw new UnreadableMessage(
                    UnreadableMessage.Kind.ELEMENT,
                    bak.raw(),
                    1,
                    "It takes back an earlier acknowledgment, and what stood before that is not known. Ask the supplier "
                            + "for the order as it stands");
        }
        OrderDraft order = context.draft(purpose == X12Purpose.CHANGES ? Kind.CHANGE : Kind.CONFIRMATION);
        type = bak.get(2);
        order.status = X12Codes.status(X12Codes.ACKNOWLEDGMENT_TYPE, bak, 2, context.warnings());
        order.orderNumber = X12Orders.orderNumber(bak, 3);
        order.supplierOrderNumber = bak.get(8);
        order.at = context.at(bak, 9, null);
        reply = new X12Reply(order, context);
    }

    @Override
    public List<SupplierOrder> orders() {
        endLine();
        OrderDraft order = reply.order;
        reply.checkType(beginning);
        return reply.orders(order.status != null
                && (X12Codes.WHOLE_ORDER.contains(type) || order.lines.isEmpty() && order.status != Status.CHANGED));
    }

    @Override
    public void take(Segment segment) throws UnreadableMessage {
        switch (segment.tag()) {
            case "PO1" -> startLine(segment);
            case "CTT" -> {
                endLine();
                int lines = reply.order.lines.size();
                totals.compare(segment, lines, lines);
            }
            default -> reply.take(segment);
        }
    }

    private void startLine(Segment po1) throws UnreadableMessage {
        endLine();
        LineDraft line = reply.startLine();
        X12Lines.ordered(line, po1, context.warnings());
        totals.add(line.ordered);
    }

    private void endLine() {
        LineDraft line = reply.line();
        if (line == null) {
            return;
        }
        if (line.code == null && !X12Codes.EXCEPTIONS_ONLY.contains(String.valueOf(type))) {
            line.status = reply.order.status;
            line.code = type;
        }
        reply.endLine();
    }
}
