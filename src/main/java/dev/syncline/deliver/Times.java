package dev.syncline.deliver;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Dates and times as they come in JSON (ISO-8601, a blank for the T allowed), for columns of all kinds. */
final class Times {
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .parseLenient()
            .appendOffset("+HH:mm", "Z")
            .toFormatter(Locale.ROOT);

    /** How long a date without a time is. */
    private static final int DATE = 10;

    private Times() {}

    private static TemporalAccessor parsed(String text) {
        String form = text.strip();
        if (form.length() > DATE && form.charAt(DATE) == ' ') {
            form = form.substring(0, DATE) + 'T' + form.substring(DATE + 1);
        }
        if (form.length() <= DATE) {
            return FORM.parse(form, LocalDate::from); // parseBest throws and catches for each type before this one
        }
        return FORM.parseBest(form, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    }

    static Instant moment(String text, ZoneId zone) {
        return parsed(text) instanceof OffsetDateTime time
                ? time.toInstant()
                : local(text, zone).atZone(zone).toInstant();
    }

    static LocalDateTime local(String text, ZoneId zone) {
        TemporalAccessor parsed = parsed(text);
        if (parsed instanceof OffsetDateTime time) {
            return time.atZoneSameInstant(zone).toLocalDateTime();
        }
        return parsed instanceof LocalDateTime time ? time : ((LocalDate) parsed).atStartOfDay();
    }

    static LocalDate date(String text, ZoneId zone) {
        return local(text, zone).toLocalDate();
    }

    static LocalTime time(String text) {
        return LocalTime.parse(text.strip());
    }

    /** The least difference that a column tells apart. */
    static Duration unit(String typeName, int digits) {
        return switch (typeName) {
            case "datetime" -> Duration.ofMillis(4); // SQL Server's ends in 0, 3 and 7; others spell it otherwise
            case "smalldatetime" -> Duration.ofMinutes(1);
            default -> Duration.ofNanos((long) Math.pow(10, 9.0 - Math.max(0, Math.min(9, digits))));
        };
    }

    /** Databases cut or round what they cannot hold. */
    static boolean same(Object there, Object ours, Duration unit) {
        if (there == null || ours == null) {
            return there == ours;
        }
        try {
            return Duration.between(zoned(there), zoned(ours)).abs().compareTo(unit) < 0;
        } catch (ArithmeticException | DateTimeException e) {
            return there.equals(ours); // infinity
        }
    }

    private static Temporal zoned(Object time) {
        return time instanceof LocalDateTime local ? local.toInstant(ZoneOffset.UTC) : (Temporal) time;
    }
}
