package dev.syncline.document.x12;

import dev.syncline.document.edi.Broken;
import dev.syncline.document.edi.Broken.Kind;
import dev.syncline.document.edi.EdiValues;
import dev.syncline.document.edi.LineDraft;
import dev.syncline.document.edi.Segment;
import dev.syncline.document.edi.Warnings;
import java.math.BigDecimal;

/** Compares CTT, the transaction's totals, with what is there. */
final class X12Totals {
    private final Warnings warnings;
    private boolean unknownSegments;
    private BigDecimal sum;

    X12Totals(Warnings warnings) {
        this.warnings = warnings;
    }

    /** There is a segment that may be a line with a damaged name. */
    void unknownSegment() {
        unknownSegments = true;
    }

    void add(BigDecimal quantity) {
        sum = LineDraft.sum(sum, quantity);
    }

    /**
     * @param lines how many there are
     * @param others what some senders count instead
     */
    void compare(Segment ctt, int lines, int others) throws Broken {
        BigDecimal declared = EdiValues.amount(ctt, 1, 1, warnings);
        if (declared != null
                && declared.compareTo(BigDecimal.valueOf(lines)) != 0
                && declared.compareTo(BigDecimal.valueOf(others)) != 0) {
            if (unknownSegments && declared.compareTo(BigDecimal.valueOf(lines)) > 0) {
                throw new Broken(
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
