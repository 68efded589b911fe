package dev.syncline.value;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;

/**
 * The precision of times in a column. More precise times are rounded half up or truncated, as the database does.
 *
 * @param perMinute number of distinct values within a minute
 */
record TimePrecision(long perMinute, boolean rounds) {
    private static final long MINUTE = 60_000_000_000L;

    /** SQL Server's {@code datetime} counts three-hundredths of a second, and shows them in milliseconds. */
    private static final long OF_DATETIME = 60 * 300;

    private static final long MILLISECOND = 1_000_000;

    /** @param digits of the fraction of a second, for types without a fixed precision */
    static TimePrecision of(String typeName, int digits, boolean rounds) {
        return switch (typeName) {
            case "datetime" -> new TimePrecision(OF_DATETIME, rounds); // other databases use other names
            case "smalldatetime" -> new TimePrecision(1, rounds);
            default -> new TimePrecision(digits(digits), rounds);
        };
    }

    private static long digits(int digits) {
        return 60 * (long) Math.pow(10, Math.max(0, Math.min(9, digits)));
    }

    /** Returns the time as the column holds it; truncated if rounding would leave the range. */
    Object held(Object time, boolean takesInfinity) {
        if (time instanceof Duration span) {
            Duration size = span.abs();
            Duration held = size.plusNanos(change(size.getSeconds() % 60 * 1_000_000_000L + size.getNano(), rounds));
            return span.isNegative() ? held.negated() : held;
        } else if (time instanceof LocalTime day) {
            return held(day, takesInfinity);
        } else if (Times.isInfinite(time)) {
            return time;
        }
        Temporal moment = (Temporal) time;
        Temporal held = changed(moment, rounds);
        return !takesInfinity && isBeyond(held) ? changed(moment, false) : held;
    }

    private Object held(LocalTime day, boolean takesInfinity) {
        if (Times.isInfinite(day)) {
            return day;
        }
        LocalTime held = (LocalTime) changed(day, rounds);
        boolean isNextDay = rounds && held.isBefore(day) && held.equals(LocalTime.MIDNIGHT);
        return !isNextDay ? held : takesInfinity ? LocalTime.MAX : changed(day, false);
    }

    private Temporal changed(Temporal time, boolean rounds) {
        long second = time instanceof Instant instant
                ? Math.floorMod(instant.getEpochSecond(), 60L)
                : time.getLong(ChronoField.SECOND_OF_MINUTE);
        return time.plus(
                change(second * 1_000_000_000L + time.getLong(ChronoField.NANO_OF_SECOND), rounds), ChronoUnit.NANOS);
    }

    private static boolean isBeyond(Temporal time) {
        return time instanceof LocalDateTime local
                ? Times.isBeyond(local.getYear())
                : time instanceof Instant moment && Times.isBeyond(moment);
    }

    /** Returns the nanoseconds to add to a time with that many nanoseconds within its minute. */
    private long change(long nanos, boolean rounds) {
        if (perMinute == OF_DATETIME) {
            long ticks = (nanos * 3 + (rounds ? 5 * MILLISECOND : 0)) / (10 * MILLISECOND);
            long milliseconds = (ticks * 10 + 1) / 3; // 0, 3, 7, 10
            return milliseconds * MILLISECOND - nanos;
        }
        long unit = MINUTE / perMinute;
        return (nanos + (rounds ? unit / 2 : 0)) / unit * unit - nanos;
    }
}
