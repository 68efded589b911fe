package dev.syncline.document.x12;

import dev.syncline.document.SupplierOrder;
import dev.syncline.document.edi.ExpectedDate;
import dev.syncline.document.edi.LineDraft;
import dev.syncline.document.edi.OrderDraft;
import dev.syncline.document.edi.Segment;
import dev.syncline.document.edi.UnreadableMessage;
import java.util.List;

/** Reads the segments that 855 and 865 share for an order and its lines; the segment that begins a line differs. */
final class X12Reply {
    final OrderDraft order;
    private final X12Context context;
    private final ExpectedDate expected = new ExpectedDate(X12Codes.EXPECTED);
    private LineDraft line;
    private ExpectedDate lineExpected;
    private X12LineStatus lineStatus;

    X12Reply(OrderDraft order, X12Context context) {
        this.order = order;
        this.context = context;
    }

    LineDraft startLine() {
        line = new LineDraft();
        lineExpected = new ExpectedDate(X12Codes.EXPECTED);
        lineStatus = new X12LineStatus(line, lineExpected, context.warnings());
        return line;
    }

    /** Returns the line that is being read; null before the first one and after the last. */
    LineDraft line() {
        return line;
    }

    void endLine() {
        lineStatus.end();
        line.expectedOn = lineExpected.date();
        order.lines.add(line);
        order.substitutes.addAll(lineStatus.substitutes());
        line = null;
    }

    void take(Segment segment) throws UnreadableMessage {
        switch (segment.tag()) {
            case "CUR" -> X12Lines.currency(order, line, segment);
            case "REF" -> reference(segment);
            case "DTM" -> date(segment);
            default -> {
                if (line != null) {
                    ofLine(segment);
                }
            }
        }
    }

    private void reference(Segment ref) {
        if (line == null && order.supplierOrderNumber == null) {
            X12Lines.supplierOrderNumber(order, ref);
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

    private void ofLine(Segment segment) throws UnreadableMessage {
        switch (segment.tag()) {
            case "PID" -> X12Lines.description(line, segment);
            case "SCH" -> lineExpected.offer(segment.get(5), context.date(segment, 6));
            case "ACK" -> lineStatus.take(segment, context.date(segment, 5));
            default -> {
                // Parties, terms and texts are not part of the order's state
            }
        }
    }

    /**
     * Checks the acknowledgment type: one without a status leaves it to each of the lines.
     *
     * @param beginning has the type as its second element
     */
    void checkType(Segment beginning) {
        String type = beginning.get(2);
        boolean isLeftToLines = !order.lines.isEmpty()
                && order.lines.stream().allMatch(line -> line.code != null && !line.code.equals(type));
        if (order.status == null && X12Codes.SILENT.contains(String.valueOf(type)) && !isLeftToLines) {
            context.warnings()
                    .add(
                            beginning.raw(),
                            2,
                            "Code " + type
                                    + " does not say how the order stands, and was left out: nothing is confirmed by it");
        }
    }

    /**
     * Returns the orders, after the last segment.
     *
     * @param isWhole whether the document covers the whole order
     */
    List<SupplierOrder> orders(boolean isWhole) {
        order.expectedOn = expected.date();
        order.wholeOrder = isWhole;
        return List.of(order.order());
    }
}
