package dev.syncline.document.x12;

import dev.syncline.document.SupplierOrder;
import dev.syncline.document.edi.Broken;
import dev.syncline.document.edi.ExpectedDate;
import dev.syncline.document.edi.LineDraft;
import dev.syncline.document.edi.OrderDraft;
import dev.syncline.document.edi.Segment;
import java.util.List;

/** What 855 and 865 say of an order and its lines in the same segments; what begins a line is their own. */
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

    /** The line that is being read; null before the first one and after the last. */
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

    void take(Segment segment) throws Broken {
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

    /**
     * An acknowledgment type that says nothing of the order leaves it to the lines, to each of them.
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

    /** All of it was read; whether it tells of the whole order is known. */
    List<SupplierOrder> orders(boolean isWhole) {
        order.expectedOn = expected.date();
        order.wholeOrder = isWhole;
        return List.of(order.order());
    }
}
