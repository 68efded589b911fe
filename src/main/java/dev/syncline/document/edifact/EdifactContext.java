package dev.syncline.document.edifact;

import dev.syncline.document.SupplierOrder.Kind;
import dev.syncline.document.edi.EdiValues;
import dev.syncline.document.edi.EdiWarnings;
import dev.syncline.document.edi.OrderDraft;
import dev.syncline.document.edi.RawSegment;
import dev.syncline.document.edi.Segment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The values that a message takes from its interchange.
 *
 * @param preparedOn UNB's date
 * @param preparedAt UNB's time
 * @param reference UNB's control reference, which its sender counts up
 */
record EdifactContext(String preparedOn, String preparedAt, String reference, EdiWarnings warnings) {
    /** Data element 2379: the places of day, month, year and time in the text. */
    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("2", "ddMMyy"),
            Map.entry("3", "MMddyy"),
            Map.entry("4", "ddMMyyyy"),
            Map.entry("101", "yyMMdd"),
            Map.entry("102", "yyyyMMdd"),
            Map.entry("201", "yyMMddHHmm"),
            Map.entry("202", "yyMMddHHmmss"),
            Map.entry("203", "yyyyMMddHHmm"),
            Map.entry("204", "yyyyMMddHHmmss"),
            Map.entry("205", "yyyyMMddHHmm"),
            Map.entry("303", "yyyyMMddHHmm"),
            Map.entry("304", "yyyyMMddHHmmss"));

    private static final Set<String> ZONED = Set.of("205", "303", "304");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern ZONE = Pattern.compile("\\d{12,14}([+-]\\d{4}|[A-Za-z]{3})");

    OrderDraft draft(Kind kind) {
        OrderDraft draft = new OrderDraft();
        draft.kind = kind;
        draft.sequence = EdiValues.sequence(reference);
        return draft;
    }

    /** Returns the day of a DTM; null if it has none, or one that means "none". */
    LocalDate date(Segment dtm) {
        String text = dtm.get(1, 2);
        if (text == null) {
            return null;
        }
        String format = dtm.get(1, 3);
        if (format == null) {
            warnings.add(dtm.raw(), 1, "A date without its format was read as CCYYMMDD");
            format = "102";
        }
        if (EdifactPeriod.isOne(format)) {
            return endOfPeriod(dtm, format, text);
        }
        String pattern = FORMATS.get(format);
        if (pattern == null) {
            warnings.add(dtm.raw(), 1, "A date of format " + format + " is no day, and was left out");
            return null;
        }
        return EdiValues.date(dtm, 1, day(withoutZone(format, text, pattern), pattern), warnings);
    }

    /** Returns the last day of a period, by which delivery is expected. */
    private LocalDate endOfPeriod(Segment dtm, String format, String text) {
        LocalDate day = EdifactPeriod.lastDay(format, text);
        if (day == null) {
            warnings.add(
                    dtm.raw(),
                    1,
                    "\"" + RawSegment.shown(text, 30) + "\" is no period of format " + format + ", and was left out");
            return null;
        }
        return EdiValues.meant(day);
    }

    /** Removes the offset (205) or the name of the zone (303, 304) behind a time: the day is taken as written. */
    private static String withoutZone(String format, String text, String pattern) {
        boolean isZoned = ZONED.contains(format) && ZONE.matcher(text).matches();
        return isZoned && text.length() > pattern.length() ? text.substring(0, pattern.length()) : text;
    }

    /** Returns year, month and day in this order; the text itself if it is too short. */
    private static String day(String text, String pattern) {
        int year = pattern.indexOf("yy");
        int length = pattern.contains("yyyy") ? 4 : 2;
        int day = pattern.indexOf("dd");
        int month = pattern.indexOf("MM");
        if (!DIGITS.matcher(text).matches() || text.length() < Math.max(year + length, Math.max(day, month) + 2)) {
            return text;
        }
        return text.substring(year, year + length) + text.substring(month, month + 2) + text.substring(day, day + 2);
    }

    /** Returns the moment of a DTM, in UTC unless the message has a zone. */
    Instant moment(Segment dtm) {
        LocalDate date = date(dtm);
        String pattern = FORMATS.getOrDefault(String.valueOf(dtm.get(1, 3)), "");
        int time = pattern.indexOf("HH");
        String text = dtm.get(1, 2);
        return EdiValues.instant(
                date, time < 0 || text.length() < pattern.length() ? null : text.substring(time, pattern.length()));
    }

    Instant prepared(Segment near) {
        return EdiValues.instant(EdiValues.date(near, 0, preparedOn, warnings), preparedAt);
    }

    /** Returns the message's own date; with the time of the interchange if the message has none and is of that day. */
    Instant at(Segment documentDate, Segment near) {
        if (documentDate == null) {
            return prepared(near);
        }
        LocalDate own = date(documentDate);
        Instant prepared = prepared(near);
        if (own == null) {
            return prepared;
        }
        Instant moment = moment(documentDate);
        boolean sameDay = EdiValues.instant(EdiValues.date(near, 0, preparedOn, warnings), null) != null
                && own.equals(EdiValues.date(near, 0, preparedOn, warnings));
        return sameDay && moment.equals(EdiValues.instant(own, null)) ? prepared : moment;
    }
}
