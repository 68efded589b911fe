package dev.syncline.document;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values as XML and JSON documents write them. */
public final class DocumentValues {
    private static final int SHOWN = 40;
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?=\\.?[0-9])[0-9]{0,18}(\\.[0-9]{0,18})?([eE][+-]?[0-9]{1,2})?");
    private static final Pattern SEQUENCE = Pattern.compile("[0-9]{1,18}");
    private static final int DIGITS = 36;
    private static final Pattern DATE =
            Pattern.compile("([0-9]{4})(-?)([0-9]{2})\\2([0-9]{2})([T ].*|Z|[+-][0-9]{2}:?[0-9]{2})?");
    /** Delivery dates outside of these years, and the day that machines count from, are written where there is none. */
    private static final int FIRST_YEAR = 1902;

    private static final int LAST_YEAR = 2898;
    private static final LocalDate EPOCH = LocalDate.of(1970, 1, 1);
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalEnd()
            .appendPattern("[XXX][XX][X]")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private DocumentValues() {}

    /**
     * @return null for null and blank text
     * @throws NumberFormatException where it is no number that a quantity or price can be
     */
    public static BigDecimal decimal(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String plain = text.strip();
        if (!DECIMAL.matcher(plain).matches()) {
            throw new NumberFormatException("'" + shown(plain) + "' is no number");
        }
        return bounded(new BigDecimal(plain));
    }

    /** @throws NumberFormatException where it is larger or finer than any quantity or price */
    public static BigDecimal bounded(BigDecimal number) {
        if (number.precision() > DIGITS || Math.abs(number.scale()) > DIGITS) {
            throw new NumberFormatException("a number with too many digits");
        }
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /** As {@link #decimal}, and not negative. */
    public static BigDecimal quantity(String text) {
        return notNegative(decimal(text));
    }

    public static BigDecimal notNegative(BigDecimal number) {
        if (number != null && number.signum() < 0) {
            throw new NumberFormatException("'" + number + "' is negative");
        }
        return number;
    }

    /**
     * A date, or the date of a time as written, in the zone it is written in.
     *
     * @return null for none, for dates that stand for none such as 9999-12-31, and for impossible ones
     * @param warnings is told of impossible ones
     */
    public static LocalDate date(String text, String place, List<String> warnings) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Matcher date = DATE.matcher(text.strip());
        try {
            if (!date.matches()) {
                throw new DateTimeException("no date");
            }
            int year = Integer.parseInt(date.group(1));
            if (year == 0) {
                return null;
            }
            return meant(LocalDate.of(year, Integer.parseInt(date.group(3)), Integer.parseInt(date.group(4))));
        } catch (DateTimeException e) {
            warnings.add("'" + shown(text) + "' is no date; it was left out (at " + place + ")");
            return null;
        }
    }

    /** Null where the date stands for none. */
    public static LocalDate meant(LocalDate date) {
        boolean isNone =
                date == null || date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR || date.equals(EPOCH);
        return isNone ? null : date;
    }

    /**
     * A time; a date without time is its midnight, without zone UTC.
     *
     * @return null for none, for times that stand for none, and for impossible ones
     * @param warnings is told of impossible ones
     */
    public static Instant instant(String text, String place, List<String> warnings) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            TemporalAccessor time = TIME.parse(text.strip());
            LocalDate date = LocalDate.from(time);
            LocalDateTime local =
                    time.isSupported(ChronoField.NANO_OF_DAY) ? LocalDateTime.from(time) : date.atStartOfDay();
            ZoneOffset offset = time.query(TemporalQueries.offset());
            return meant(date) == null ? null : local.toInstant(offset == null ? ZoneOffset.UTC : offset);
        } catch (DateTimeException e) {
            warnings.add("'" + shown(text) + "' is no time; it was left out (at " + place + ")");
            return null;
        }
    }

    /** A whole number that tells versions apart; null where it is none. */
    public static Long sequence(String text) {
        return text != null && SEQUENCE.matcher(text.strip()).matches() ? Long.valueOf(text.strip()) : null;
    }

    /** Null for blank text. */
    public static String text(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** As much of a text as a message may show. */
    public static String shown(String text) {
        return shown(text, SHOWN);
    }

    public static String shown(String text, int most) {
        String plain = text.strip().replaceAll("\\p{Cntrl}+", " ");
        String cut = plain.length() <= most ? plain : plain.substring(0, most) + "...";
        return cut.replaceAll("\\p{Cs}", "?"); // halves of characters, which no encoding has
    }
}
