package dev.syncline.document.x12;

import dev.syncline.document.SupplierOrder.Kind;
import dev.syncline.document.edi.EdiValues;
import dev.syncline.document.edi.OrderDraft;
import dev.syncline.document.edi.Segment;
import dev.syncline.document.edi.Warnings;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a transaction has from around it.
 *
 * @param groupDate GS04
 * @param groupTime GS05
 * @param controlNumber ISA13, which its sender counts up
 */
record X12Context(String groupDate, String groupTime, String controlNumber, Warnings warnings) {
    OrderDraft draft(Kind kind) {
        OrderDraft draft = new OrderDraft();
        draft.kind = kind;
        draft.sequence = EdiValues.sequence(controlNumber);
        return draft;
    }

    LocalDate date(Segment segment, int element) {
        return EdiValues.date(segment, element, segment.get(element), warnings);
    }

    /** What DTM 097, transaction creation, says; it tells documents of one day apart. */
    Instant created(Segment dtm, Instant otherwise) {
        LocalDate date = dtm.has(1, "097") ? date(dtm, 2) : null;
        return date == null ? otherwise : EdiValues.instant(date, dtm.get(3));
    }

    /**
     * The document's own date, with a time where it is known: its own, or that of the group if it was made on that day.
     * Without a date of its own it is as old as the group.
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
