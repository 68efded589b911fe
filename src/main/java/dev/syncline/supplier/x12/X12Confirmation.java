package dev.syncline.supplier.x12;

import dev.syncline.supplier.SupplierOrder;
import dev.syncline.supplier.SupplierOrder.Kind;
import dev.syncline.supplier.SupplierOrder.Status;
import dev.syncline.supplier.edi.Broken;
import dev.syncline.supplier.edi.ExpectedDate;
import dev.syncline.supplier.edi.LineDraft;
import dev.syncline.supplier.edi.OrderDraft;
import dev.syncline.supplier.edi.Segment;
import java.util.List;

/** 855 Purchase Order Acknowledgment. */
final class X12Confirmation implements X12Orders.Body {
    private final X12Context context;
    private final X12Totals totals;
    private final ExpectedDate expected = new ExpectedDate(X12Codes.EXPECTED);
    private OrderDraft order;
    private String type;
    private LineDraft line;
    private ExpectedDate lineExpected;
    private X12LineStatus lineStatus;

    X12Confirmation(X12Context context, X12Totals totals) {
        this.context = context;
        this.totals = totals;
    }

    @Override
    public void begin(Segment bak) throws Broken {
        if (bak.has(1, X12Codes.CANCELLATION)) {
            throw new Broken(
                    Broken.Kind.ELEMENT,
                    bak.raw(),
                    1,
                    "It takes back an earlier acknowledgment, and what stood before that is not known. Ask the supplier "
                            + "for the order as it stands");
        }
        order = context.draft(X12Codes.CHANGES.contains(String.valueOf(bak.get(1))) ? Kind.CHANGE : Kind.CONFIRMATION);
        type = bak.get(2);
        order.status = X12Codes.status(X12Codes.ACKNOWLEDGMENT_TYPE, bak, 2, context.warnings());
        order.orderNumber = X12Orders.orderNumber(bak, 3);
        order.supplierOrderNumber = bak.get(8);
        order.at = context.at(bak, 9, null);
    }

    @Override
    public List<SupplierOrder> orders() {
        endLine();
        order.expectedOn = expected.date();
        order.wholeOrder = order.status != null
                && (X12Codes.WHOLE_ORDER.contains(type) || order.lines.isEmpty() && order.status != Status.CHANGED);
        return List.of(order.order());
    }

    @Override
    public void take(Segment segment) throws Broken {
        switch (segment.tag()) {
            case "CUR" -> X12Lines.currency(order, segment);
            case "REF" -> reference(segment);
            case "PO1" -> startLine(segment);
            case "DTM" -> date(segment);
            case "CTT" -> {
                endLine();
                totals.compare(segment, order.lines.size(), order.lines.size());
            }
            default -> {
                if (line != null) {
                    ofLine(segment);
                }
            }
        }
    }

    private void date(Segment dtm) {
        if (line == null) {
            expected.offer(dtm.get(1), context.date(dtm, 2));
            order.at = context.created(dtm, order.at);
        } else {
            lineExpected.offer(dtm.get(1), context.date(dtm, 2));
        }
    }

    private void ofLine(Segment segment) throws Broken {
        switch (segment.tag()) {
            case "PID" -> X12Lines.description(line, segment);
            case "SCH" -> lineExpected.offer(segment.get(5), context.date(segment, 6));
            case "ACK" -> lineStatus.take(segment, context.date(segment, 5));
            default -> {
                // Parties, terms and texts are not of the order's state
            }
        }
    }

    private void reference(Segment ref) {
        if (line == null && order.supplierOrderNumber == null) {
            X12Lines.supplierOrderNumber(order, ref);
        }
    }

    private void startLine(Segment po1) throws Broken {
        endLine();
        line = new LineDraft();
        lineExpected = new ExpectedDate(X12Codes.EXPECTED);
        lineStatus = new X12LineStatus(line, lineExpected, context.warnings());
        line.line = po1.get(1);
        line.ordered = X12Lines.quantity(po1, 2);
        line.unit = X12Lines.unit(po1, 3);
        line.unitCost = X12Lines.unitCost(po1, 4, 5, context.warnings());
        X12Lines.items(line, po1, 6);
        totals.add(line.ordered);
    }

    private void endLine() {
        if (line == null) {
            return;
        }
        if (line.code == null && !X12Codes.EXCEPTIONS_ONLY.contains(String.valueOf(type))) {
            line.status = order.status;
            line.code = type;
        }
        lineStatus.end();
        line.expectedOn = lineExpected.date();
        order.lines.add(line);
        line = null;
    }
}
