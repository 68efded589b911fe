package dev.syncline.route;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses the time of a change that a source gives as text or digits, by the route's parameter {@code changedAtFormat}:
 * a pattern of {@link DateTimeFormatter} with English names. Strict: rejects the 31st of February.
 */
public final class ChangedAtFormat {
    /** Finds years of two digits outside of quotes. */
    private static final Pattern YEAR = Pattern.compile("'[^']*'|y+|u+");

    /** The first of the hundred years that two digits can mean. */
    private static final int FIRST_SHORT_YEAR = 1970;

    private static final Pattern NOTHING = Pattern.compile("[0\\-/.: T]*");

    private final DateTimeFormatter format;

    private ChangedAtFormat(DateTimeFormatter format) {
        this.format = format;
    }

    /** @throws IllegalArgumentException if it is not a pattern, or has no date */
    public static ChangedAtFormat of(String pattern) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        Matcher year = YEAR.matcher(pattern);
        int from = 0;
        while (year.find()) {
            if (year.group().startsWith("'")) {
                continue;
            }
            builder.appendPattern(pattern.substring(from, year.start()));
            if (year.group().length() == 2) {
                builder.appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_SHORT_YEAR);
            } else {
                builder.appendPattern("u".repeat(year.group().length()));
            }
            from = year.end();
        }
        ChangedAtFormat format = new ChangedAtFormat(builder.appendPattern(pattern.substring(from))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT));
        LocalDateTime evening = LocalDateTime.of(2026, 12, 31, 22, 50, 40);
        String text = format.written(evening);
        try {
            boolean isDay = format.parsed(text) instanceof LocalDate;
            if (isDay && !text.equals(format.written(evening.withHour(5)))) {
                throw new IllegalArgumentException("it does not say whether an hour is before or after noon");
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("it does not give a date", e);
        }
        return format;
    }

    /**
     * Returns the time; empty if the text is blank or has only zeros as digits, which is how databases without nulls
     * write none.
     *
     * @param zone the zone of a time without one
     * @throws DateTimeException if the text does not match the pattern
     */
    public Optional<Instant> instant(String text, ZoneId zone) {
        String stripped = text.strip();
        if (NOTHING.matcher(stripped).matches()) {
            return Optional.empty();
        }
        Object time = parsed(stripped);
        if (time instanceof ZonedDateTime zoned) {
            return Optional.of(zoned.toInstant());
        }
        LocalDateTime local = time instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) time;
        return Optional.of(local.atZone(zone).toInstant());
    }

    private Object parsed(String text) {
        return format.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
    }

    private String written(LocalDateTime time) {
        return format.format(time.atZone(ZoneOffset.UTC));
    }
}
