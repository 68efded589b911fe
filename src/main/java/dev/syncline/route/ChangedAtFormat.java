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
 * How a source writes the time of a change as text or digits: the parameter {@code changedAtFormat} of a route, a pattern
 * of {@link DateTimeFormatter} with English names. The 31st of February is no time.
 */
public final class ChangedAtFormat {
    /** Years of two digits, outside of quotes. */
    private static final Pattern YEAR = Pattern.compile("'[^']*'|y+|u+");

    /** A year of two digits is between this one and 99 years later. */
    private static final int FIRST_SHORT_YEAR = 1970;

    private static final Pattern NOTHING = Pattern.compile("[0\\-/.: T]*");

    private final DateTimeFormatter format;

    private ChangedAtFormat(DateTimeFormatter format) {
        this.format = format;
    }

    /** @throws IllegalArgumentException when it is no pattern, or one that tells no day */
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
                throw new IllegalArgumentException("it does not tell whether an hour is before or after noon");
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("it tells no day of a year", e);
        }
        return format;
    }

    /**
     * Returns when it was, or nothing where the text is blank or has no digit but zeros, as databases without nulls have
     * it.
     *
     * @param zone of a time that has none
     * @throws DateTimeException when it is no such time
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
