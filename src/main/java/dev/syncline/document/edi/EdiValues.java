package dev.syncline.document.edi;

import dev.syncline.document.edi.Broken.Kind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** Numbers and dates as EDI has them. */
public final class EdiValues {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,18}([.,]\\d{0,9})?|[.,]\\d{1,9})-?");
    /** Systems that must fill a date fill it with the first or last one that they know. */
    private static final Pattern STANDS_FOR_NONE = Pattern.compile("0+|9{6,8}");

    private static final Pattern DAY = Pattern.compile("\\d{6}|\\d{8}");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3])[0-5]\\d([0-5]\\d\\d{0,2})?");
    private static final Pattern SEQUENCE = Pattern.compile("\\d{1,18}");

    private static final int EARLIEST = 1970;
    private static final int LATEST = 2098;

    private EdiValues() {}

    /** @return null where there is none; a quantity that is no number, or negative, makes the message unreadable */
    public static BigDecimal quantity(Segment segment, int element, int component) throws Broken {
        return notNegative(segment, element, difference(segment, element, component));
    }

    /** A quantity with a sign, as a difference has it; null where there is none. */
    public static BigDecimal difference(Segment segment, int element, int component) throws Broken {
        String text = segment.get(element, component);
        BigDecimal number = number(text);
        if (text != null && number == null) {
            throw new Broken(
                    Kind.ELEMENT, segment.raw(), element, "\"" + RawSegment.shown(text, 20) + "\" is no quantity");
        }
        return number;
    }

    /**
     * @return null where there is none or it is no number, which is warned of; a negative price makes the message
     *     unreadable
     */
    public static BigDecimal price(Segment segment, int element, int component, Warnings warnings) throws Broken {
        return notNegative(segment, element, amount(segment, element, component, warnings));
    }

    /** A total or a basis; null where there is none or it is no number, which is warned of. */
    public static BigDecimal amount(Segment segment, int element, int component, Warnings warnings) {
        String text = segment.get(element, component);
        BigDecimal number = number(text);
        if (text != null && number == null) {
            warnings.add(
                    segment.raw(), element, "\"" + RawSegment.shown(text, 20) + "\" is no number, and was left out");
        }
        return number;
    }

    private static BigDecimal notNegative(Segment segment, int element, BigDecimal number) throws Broken {
        if (number != null && number.signum() < 0) {
            throw new Broken(Kind.ELEMENT, segment.raw(), element, "\"" + number.toPlainString() + "\" is negative");
        }
        return number;
    }

    /** Decimal point or comma, no thousands; the sign may stand behind. */
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
     * A date of six or eight digits; years of two digits are those from 1970 to 2069.
     *
     * @return null where there is none, where it is one that stands for none, and where it is no date, which is warned of
     */
    public static LocalDate date(Segment segment, int element, String text, Warnings warnings) {
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

    /** Null where the date stands for none. */
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

    /** A date with HHMM or HHMMSS behind it, in UTC; midnight where that is no time. */
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

    /** A control number as a number; null where it is none. */
    public static Long sequence(String text) {
        return SEQUENCE.matcher(text).matches() ? Long.valueOf(text) : null;
    }
}
