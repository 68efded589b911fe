package dev.syncline.document.x12;

import dev.syncline.document.SupplierOrder.Kind;
import dev.syncline.document.edi.EdiValues;
import dev.syncline.document.edi.EdiWarnings;
import dev.syncline.document.edi.OrderDraft;
import dev.syncline.document.edi.Segment;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The values that a transaction takes from its envelope.
 *
 * @param groupDate GS04
 * @param groupTime GS05
 * @param controlNumber ISA13, which its sender counts up
 */
record X12Context(String groupDate, String groupTime, String controlNumber, EdiWarnings warnings) {
    OrderDraft draft(Kind kind) {
        OrderDraft draft = new OrderDraft();
        draft.kind = kind;
        draft.sequence = EdiValues.sequence(controlNumber);
        return draft;
    }

    LocalDate date(Segment segment, int element) {
        return EdiValues.date(segment, element, segment.get(element), warnings);
    }

    /** Returns the time of DTM 097, transaction creation, which orders documents of one day. */
    Instant created(Segment dtm, Instant otherwise) {
        LocalDate date = dtm.has(1, "097") ? date(dtm, 2) : null;
        return date == null ? otherwise : EdiValues.instant(date, dtm.get(3));
    }

    /**
     * Returns the document's own date, with a time if known: its own, or the group's if the document is of that day. A
     * document without a date has the group's.
     */
    Instant at(Segment segment, int dateElement, String time) {
        LocalDate own = date(segment, dateElement);
        LocalDate group = EdiValues.date(segment, dateElement, groupDate, warnings);
        if (own == null || time == null && own.equals(group)) {
            return EdiValues.instant(group, groupTime);
        }
        return EdiValues.instant(own, time);
    }
}
