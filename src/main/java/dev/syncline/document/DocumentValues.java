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

/** Reads values as XML and JSON documents write them. */
public final class DocumentValues {
    private static final int SHOWN = 40;
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?=\\.?[0-9])[0-9]{0,18}(\\.[0-9]{0,18})?([eE][+-]?[0-9]{1,2})?");
    private static final Pattern SEQUENCE = Pattern.compile("[0-9]{1,18}");
    private static final int DIGITS = 36;
    private static final Pattern DATE =
            Pattern.compile("([0-9]{4})(-?)([0-9]{2})\\2([0-9]{2})([T ].*|Z|[+-][0-9]{2}:?[0-9]{2})?");
    /** Senders without a delivery date write one outside of these years, or the first day of Unix time. */
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
     * Reads a number.
     *
     * @return null for null and blank text
     * @throws NumberFormatException if it cannot be a quantity or a price
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

    /**
     * Returns the number with a scale of at least 0.
     *
     * @throws NumberFormatException if it is larger or finer than any quantity or price
     */
    public static BigDecimal bounded(BigDecimal number) {
        if (number.precision() > DIGITS || Math.abs(number.scale()) > DIGITS) {
            throw new NumberFormatException("a number with too many digits");
        }
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /**
     * Reads a number as {@link #decimal} does.
     *
     * @throws NumberFormatException also if it is negative
     */
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
     * Reads a date, or the date of a time as it is written, in the time's own zone.
     *
     * @param warnings receives a warning if the text is no date
     * @return null for blank text, for text that is no date, and for dates that mean "none", such as 9999-12-31
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

    /** Returns the date; null if it means "none". */
    public static LocalDate meant(LocalDate date) {
        boolean isNone =
                date == null || date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR || date.equals(EPOCH);
        return isNone ? null : date;
    }

    /**
     * Reads a time. A date without a time is its midnight; a time without a zone is in UTC.
     *
     * @param warnings receives a warning if the text is no time
     * @return null for blank text, for text that is no time, and for times that mean "none"
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

    /** Returns a whole number that tells versions apart; null if the text is not one. */
    public static Long sequence(String text) {
        return text != null && SEQUENCE.matcher(text.strip()).matches() ? Long.valueOf(text.strip()) : null;
    }

    /** Returns the text without surrounding blanks; null if it is blank. */
    public static String text(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Returns as much of a text as a message shows. */
    public static String shown(String text) {
        return shown(text, SHOWN);
    }

    public static String shown(String text, int most) {
        String plain = text.strip().replaceAll("\\p{Cntrl}+", " ");
        String cut = plain.length() <= most ? plain : plain.substring(0, most) + "...";
        return cut.replaceAll("\\p{Cs}", "?"); // No encoding has halves of characters.
    }
}
