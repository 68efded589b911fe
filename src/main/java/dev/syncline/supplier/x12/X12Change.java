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

/** 865 Purchase Order Change Acknowledgment/Request - Seller Initiated. */
final class X12Change implements X12Orders.Body {
    private final X12Context context;
    private final X12Totals totals;
    private final ExpectedDate expected = new ExpectedDate(X12Codes.EXPECTED);
    private OrderDraft order;
    private LineDraft line;
    private ExpectedDate lineExpected;
    private X12LineStatus lineStatus;

    X12Change(X12Context context, X12Totals totals) {
        this.context = context;
        this.totals = totals;
    }

    @Override
    public void begin(Segment bca) throws Broken {
        boolean cancelled = bca.has(1, X12Codes.CANCELLATION);
        order = context.draft(cancelled ? Kind.CANCELLATION : Kind.CHANGE);
        order.status = cancelled
                ? Status.CANCELLED
                : X12Codes.status(X12Codes.ACKNOWLEDGMENT_TYPE, bca, 2, context.warnings());
        order.orderNumber = X12Orders.orderNumber(bca, 3);
        order.supplierOrderNumber = bca.get(9);
        order.at = context.at(bca, 10, null);
    }

    @Override
    public List<SupplierOrder> orders() {
        endLine();
        order.expectedOn = expected.date();
        order.wholeOrder = order.kind == Kind.CANCELLATION
                || order.status != null && order.status != Status.CHANGED && order.lines.isEmpty();
        return List.of(order.order());
    }

    @Override
    public void take(Segment segment) throws Broken {
        switch (segment.tag()) {
            case "CUR" -> X12Lines.currency(order, segment);
            case "REF" -> reference(segment);
            case "POC" -> startLine(segment);
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

    /** POC03 is the quantity as it is ordered now, POC04 what of it is still to be received. */
    private void startLine(Segment poc) throws Broken {
        endLine();
        line = new LineDraft();
        lineExpected = new ExpectedDate(X12Codes.EXPECTED);
        lineStatus = new X12LineStatus(line, lineExpected, context.warnings());
        line.line = poc.get(1);
        line.status = X12Codes.status(X12Codes.CHANGE, poc, 2, context.warnings());
        line.ordered = X12Lines.quantity(poc, 3);
        X12Lines.quantity(poc, 4);
        line.unit = X12Lines.unit(poc, 5);
        line.unitCost = X12Lines.unitCost(poc, 6, 7, context.warnings());
        line.code = poc.get(2);
        X12Lines.items(line, poc, 8);
        totals.add(line.ordered);
    }

    /** A supplier that refuses the change as a whole has confirmed none of the lines in it. */
    private void endLine() {
        if (line == null) {
            return;
        }
        if (order.status == Status.REJECTED && line.status != null) {
            line.status = Status.REJECTED;
        }
        lineStatus.end();
        line.expectedOn = lineExpected.date();
        order.lines.add(line);
        line = null;
    }
}
