package dev.syncline.document.x12;

import dev.syncline.document.edi.EdiValues;
import dev.syncline.document.edi.EdiWarnings;
import dev.syncline.document.edi.LineDraft;
import dev.syncline.document.edi.Segment;
import dev.syncline.document.edi.UnreadableMessage;
import dev.syncline.document.edi.UnreadableMessage.Kind;
import java.math.BigDecimal;

/** Compares CTT, the transaction's totals, with its content. */
final class X12Totals {
    private final EdiWarnings warnings;
    private boolean unknownSegments;
    private BigDecimal sum;

    X12Totals(EdiWarnings warnings) {
        this.warnings = warnings;
    }

    /** Notes a segment that may be a line with a damaged tag. */
    void unknownSegment() {
        unknownSegments = true;
    }

    void add(BigDecimal quantity) {
        sum = LineDraft.sum(sum, quantity);
    }

    /**
     * Compares the totals.
     *
     * @param lines number of lines
     * @param others number that some senders count instead
     */
    void compare(Segment ctt, int lines, int others) throws UnreadableMessage {
        BigDecimal declared = EdiValues.amount(ctt, 1, 1, warnings);
        if (declared != null
                && declared.compareTo(BigDecimal.valueOf(lines)) != 0
                && declared.compareTo(BigDecimal.valueOf(others)) != 0) {
            if (unknownSegments && declared.compareTo(BigDecimal.valueOf(lines)) > 0) {
                throw new UnreadableMessage(
                        Kind.SEGMENT,
                        ctt.raw(),
                        1,
                        "CTT declares " + ctt.get(1) + " lines and there are " + lines
                                + ", beside segments that nobody knows: a line is damaged");
            }
            warnings.add(ctt.raw(), 1, "CTT declares " + ctt.get(1) + " lines, there are " + lines);
        }
        BigDecimal hash = EdiValues.amount(ctt, 2, 1, warnings);
        if (hash != null && sum != null && hash.compareTo(sum) != 0) {
            warnings.add(ctt.raw(), 2, "CTT declares a hash total of " + ctt.get(2) + ", it is " + sum.toPlainString());
        }
    }
}
