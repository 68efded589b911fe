package dev.syncline.document.edifact;

import dev.syncline.document.edi.EdiValues;
import dev.syncline.document.edi.LineDraft;
import dev.syncline.document.edi.Segment;
import dev.syncline.document.edi.UnreadableMessage;
import dev.syncline.document.edi.UnreadableMessage.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the header and the lines of a message of any type. */
final class EdifactBody {
    private static final String LINE_ITEMS = "2";
    private static final String TOTAL_QUANTITY = "1";

    Segment bgm;
    final List<EdifactLine.Dated> dates = new ArrayList<>();
    final List<EdifactLine> lines = new ArrayList<>();
    final Set<String> tracking = new LinkedHashSet<>();
    Segment documentDate;
    String orderNumber;
    boolean hasSeveralOrders;
    String supplierOrderNumber;
    String currency;

    private final EdifactContext context;
    private boolean unknownSegments;
    private EdifactLine line;

    EdifactBody(EdifactContext context) {
        this.context = context;
    }

    /** Notes a segment that may be a line with a damaged tag. */
    void unknownSegment() {
        unknownSegments = true;
    }

    /**
     * Reads a segment.
     *
     * @param position of the segment in the message, from 1
     */
    void take(Segment segment, int position) throws UnreadableMessage {
        if (position == 2) {
            if (!segment.is("BGM")) {
                throw new UnreadableMessage(Kind.SEGMENT, segment.raw(), 0, "BGM is missing: it must stand behind UNH");
            }
            bgm = segment;
        } else if (position > 2) {
            take(segment);
        }
    }

    private void take(Segment segment) throws UnreadableMessage {
        switch (segment.tag()) {
            case "LIN" -> {
                line = new EdifactLine(segment, context);
                lines.add(line);
            }
            case "UNS", "CPS" -> line = null;
            case "CNT" -> {
                line = null;
                compare(segment);
            }
            default -> {
                if (line != null) {
                    line.take(segment);
                } else {
                    ofHeader(segment);
                }
            }
        }
    }

    private void ofHeader(Segment segment) {
        switch (segment.tag()) {
            case "DTM" -> date(segment);
            case "RFF" -> reference(segment);
            case "CUX" -> currency = currency == null ? segment.get(1, 2) : currency;
            default -> {
                // Parties, terms and transport are not part of the order's state
            }
        }
    }

    /**
     * Reads a date. Before the first line it is the message's own; behind a reference it is the reference's, and has
     * another qualifier.
     */
    private void date(Segment dtm) {
        if (dtm.has(1, EdifactCodes.DOCUMENT_DATE)) {
            documentDate = documentDate == null ? dtm : documentDate;
        } else {
            dates.add(new EdifactLine.Dated(dtm.get(1), context.date(dtm)));
        }
    }

    private void reference(Segment rff) {
        String qualifier = String.valueOf(rff.get(1));
        String number = rff.get(1, 2);
        if (qualifier.equals("ON")) {
            hasSeveralOrders |= orderNumber != null && number != null && !orderNumber.equals(number);
            orderNumber = orderNumber == null ? number : orderNumber;
        } else if (qualifier.equals("VN") && supplierOrderNumber == null) {
            supplierOrderNumber = number;
        } else if (EdifactCodes.TRACKING.contains(qualifier) && number != null) {
            tracking.add(number);
        }
    }

    private void compare(Segment cnt) throws UnreadableMessage {
        BigDecimal declared = EdiValues.amount(cnt, 1, 2, context.warnings());
        if (declared == null) {
            return;
        }
        BigDecimal count = BigDecimal.valueOf(lines.size());
        if (cnt.has(1, LINE_ITEMS) && declared.compareTo(count) != 0) {
            if (unknownSegments && declared.compareTo(count) > 0) {
                throw new UnreadableMessage(
                        Kind.SEGMENT,
                        cnt.raw(),
                        1,
                        "CNT declares " + cnt.get(1, 2) + " lines and there are " + count
                                + ", beside segments that nobody knows: a line is damaged");
            }
            context.warnings().add(cnt.raw(), 1, "CNT declares " + cnt.get(1, 2) + " lines, there are " + count);
        }
        BigDecimal sum = lines.stream().map(EdifactLine::first).reduce(null, LineDraft::sum);
        if (cnt.has(1, TOTAL_QUANTITY) && sum != null && declared.compareTo(sum) != 0) {
            context.warnings()
                    .add(cnt.raw(), 1, "CNT declares a total of " + cnt.get(1, 2) + ", it is " + sum.toPlainString());
        }
    }
}
