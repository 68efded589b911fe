package dev.syncline.document.x12;

import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.UnitCodes;
import dev.syncline.document.edi.EdiWarnings;
import dev.syncline.document.edi.ExpectedDate;
import dev.syncline.document.edi.LineDraft;
import dev.syncline.document.edi.Segment;
import dev.syncline.document.edi.UnreadableMessage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads ACK, Line Item Acknowledgment: a single one states the status of the line, whatever change POC02 states;
 * several state the status of its parts.
 */
final class X12LineStatus {
    private final LineDraft line;
    private final ExpectedDate expected;
    private final EdiWarnings warnings;
    private final List<LineDraft> substitutes = new ArrayList<>();
    private boolean balance;
    private boolean acknowledged;

    X12LineStatus(LineDraft line, ExpectedDate expected, EdiWarnings warnings) {
        this.line = line;
        this.expected = expected;
        this.warnings = warnings;
    }

    void take(Segment ack, LocalDate date) throws UnreadableMessage {
        Status status = X12Codes.status(X12Codes.LINE_STATUS, ack, 1, warnings);
        BigDecimal quantity = X12Lines.quantity(ack, 2);
        LineDraft other = new LineDraft();
        X12Lines.items(other, ack, 7);
        if (ack.has(1, X12Codes.SUBSTITUTION)) {
            status = isReplaced(ack, other, quantity) ? Status.RECEIVED : status;
        } else if (other.contradicts(line)) {
            warnings.add(
                    ack.raw(),
                    8,
                    "The supplier answers " + line.name() + " with " + other.name()
                            + ", and does not say that it delivers"
                            + " that in place of the ordered article. The ordered one was taken: ask the supplier which"
                            + " one comes");
        }
        expected.offer(ack.get(4), date);
        if (line.unit == null) {
            line.unit = X12Lines.unit(ack, 3);
        } else if (!UnitCodes.isSame(line.unit, X12Lines.unit(ack, 3))) {
            warnings.add(
                    ack.raw(),
                    3,
                    "Line " + line.line + " is ordered in " + line.unit + " and answered in " + X12Lines.unit(ack, 3)
                            + ". The numbers are taken as they are: check the quantities with the supplier");
        }
        line.code = line.code == null ? ack.get(1) : line.code + " " + ack.get(1);
        line.status = acknowledged ? together(line.status, status) : status;
        acknowledged = true;
        if (status == null) {
            return;
        }
        switch (status) {
            case ACCEPTED, CHANGED, SHIPPED -> line.confirmed = LineDraft.sum(line.confirmed, quantity);
            case BACK_ORDERED -> backOrdered(ack, quantity);
            case CANCELLED, REJECTED -> line.cancelled = LineDraft.sum(line.cancelled, quantity);
            default -> {
                // A quantity on hold is neither confirmed nor back-ordered.
            }
        }
    }

    /**
     * Returns whether the article is replaced. ACK07 and later elements name the delivered article; without them, PO1
     * may name it instead of the ordered one.
     */
    private boolean isReplaced(Segment ack, LineDraft other, BigDecimal quantity) {
        if (!other.isOtherItem(line)) {
            line.insteadOf = line.line;
            warnings.add(
                    ack.raw(),
                    7,
                    "The supplier delivers another article in place of that of " + line.name()
                            + ", and names none in ACK07 and ACK08. Ask the supplier which article comes");
            return false;
        }
        substitutes.add(other);
        other.ordered = quantity;
        return true;
    }

    /** Returns the lines of the articles that replace the line's; to be called after {@link #end}. */
    List<LineDraft> substitutes() {
        substitutes.forEach(other -> line.replacedBy(other, other.ordered != null ? other.ordered : line.ordered));
        return substitutes;
    }

    private void backOrdered(Segment ack, BigDecimal quantity) {
        if (ack.has(1, "BP")) {
            line.confirmed = LineDraft.sum(line.confirmed, quantity);
            balance = true;
        } else {
            line.backOrdered = LineDraft.sum(line.backOrdered, quantity);
        }
    }

    /** Ends the line; to be called when all of it was read. */
    void end() {
        if (balance && line.backOrdered == null && line.ordered != null && line.confirmed != null) {
            line.backOrdered = line.ordered.subtract(line.confirmed).max(BigDecimal.ZERO);
        }
        if (line.status == Status.CHANGED && line.confirmed == null && line.cancelled == null) {
            // Price, date or item changed; PO102 or POC03 has the quantity
            line.confirmed = line.ordered;
        }
    }

    /**
     * Returns the status of a line of several parts: back-ordered if one part is, changed if the parts differ
     * otherwise.
     */
    private static Status together(Status before, Status next) {
        if (before == null || next == null || before == next) {
            return next == null ? before : next;
        }
        return before == Status.BACK_ORDERED || next == Status.BACK_ORDERED ? Status.BACK_ORDERED : Status.CHANGED;
    }
}
