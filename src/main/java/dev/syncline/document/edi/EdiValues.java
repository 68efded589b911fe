package dev.syncline.document.edi;

import dev.syncline.document.edi.UnreadableMessage.Kind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** Reads numbers and dates as EDI writes them. */
public final class EdiValues {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,18}([.,]\\d{0,9})?|[.,]\\d{1,9})-?");
    /** Senders that must fill a date write the first or the last one that they can. */
    private static final Pattern STANDS_FOR_NONE = Pattern.compile("0+|9{6,8}");

    private static final Pattern DAY = Pattern.compile("\\d{6}|\\d{8}");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3])[0-5]\\d([0-5]\\d\\d{0,2})?");
    private static final Pattern SEQUENCE = Pattern.compile("\\d{1,18}");

    private static final int EARLIEST = 1970;
    private static final int LATEST = 2098;

    private EdiValues() {}

    /**
     * Reads a quantity.
     *
     * @return null if it is missing
     * @throws UnreadableMessage if it is no number, or negative
     */
    public static BigDecimal quantity(Segment segment, int element, int component) throws UnreadableMessage {
        return notNegative(segment, element, difference(segment, element, component));
    }

    /** Reads a quantity with a sign, such as a difference; null if it is missing. */
    public static BigDecimal difference(Segment segment, int element, int component) throws UnreadableMessage {
        String text = segment.get(element, component);
        BigDecimal number = number(text);
        if (text != null && number == null) {
            throw new UnreadableMessage(
                    Kind.ELEMENT, segment.raw(), element, "\"" + RawSegment.shown(text, 20) + "\" is no quantity");
        }
        return number;
    }

    /**
     * Reads a price.
     *
     * @return null if it is missing or no number, of which it warns
     * @throws UnreadableMessage if it is negative
     */
    public static BigDecimal price(Segment segment, int element, int component, EdiWarnings warnings)
            throws UnreadableMessage {
        return notNegative(segment, element, amount(segment, element, component, warnings));
    }

    /** Reads a total or a basis; null if it is missing or no number, of which it warns. */
    public static BigDecimal amount(Segment segment, int element, int component, EdiWarnings warnings) {
        String text = segment.get(element, component);
        BigDecimal number = number(text);
        if (text != null && number == null) {
            warnings.add(
                    segment.raw(), element, "\"" + RawSegment.shown(text, 20) + "\" is no number, and was left out");
        }
        return number;
    }

    private static BigDecimal notNegative(Segment segment, int element, BigDecimal number) throws UnreadableMessage {
        if (number != null && number.signum() < 0) {
            throw new UnreadableMessage(
                    Kind.ELEMENT, segment.raw(), element, "\"" + number.toPlainString() + "\" is negative");
        }
        return number;
    }

    /** Reads a number with a decimal point or comma and no thousands separators; the sign may follow it. */
    static BigDecimal number(String text) {
        if (text == null || !NUMBER.matcher(text).matches()) {
            return null;
        }
        String plain = text.replace(',', '.');
        if (plain.endsWith("-")) {
            plain = "-" + plain.substring(0, plain.length() - 1);
        }
        return plain.startsWith("--") || plain.startsWith("-+") ? null : new BigDecimal(plain);
    }

    /**
     * Reads a date of six or eight digits; years of two digits are from 1970 to 2069.
     *
     * @return null if it is missing, if it means "none", and if it is no date, of which it warns
     */
    public static LocalDate date(Segment segment, int element, String text, EdiWarnings warnings) {
        if (text == null || STANDS_FOR_NONE.matcher(text).matches()) {
            return null;
        }
        LocalDate date = day(text);
        if (date == null) {
            warnings.add(segment.raw(), element, "\"" + RawSegment.shown(text, 20) + "\" is no date, and was left out");
            return null;
        }
        return meant(date);
    }

    /** Returns the date; null if it means "none". */
    public static LocalDate meant(LocalDate date) {
        return date.getYear() < EARLIEST || date.getYear() > LATEST ? null : date;
    }

    private static LocalDate day(String text) {
        if (!DAY.matcher(text).matches()) {
            return null;
        }
        int digits = text.length() - 4;
        int year = Integer.parseInt(text.substring(0, digits));
        if (digits == 2) {
            year += year < 70 ? 2000 : 1900;
        }
        try {
            return LocalDate.of(
                    year,
                    Integer.parseInt(text.substring(digits, digits + 2)),
                    Integer.parseInt(text.substring(digits + 2)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Returns a date with a time as HHMM or HHMMSS, in UTC; midnight if the time is not one. */
    public static Instant instant(LocalDate date, String time) {
        LocalTime at = LocalTime.MIDNIGHT;
        if (time != null && TIME.matcher(time).matches()) {
            at = LocalTime.of(
                    Integer.parseInt(time.substring(0, 2)),
                    Integer.parseInt(time.substring(2, 4)),
                    time.length() >= 6 ? Integer.parseInt(time.substring(4, 6)) : 0);
        }
        return date == null ? null : date.atTime(at).toInstant(ZoneOffset.UTC);
    }

    /** Returns a control number as a number; null if it is not one. */
    public static Long sequence(String text) {
        return SEQUENCE.matcher(text).matches() ? Long.valueOf(text) : null;
    }
}
