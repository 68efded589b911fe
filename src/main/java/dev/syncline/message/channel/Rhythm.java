package dev.syncline.message.channel;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a channel's messages are sent: at once, every so often ({@code 30m}, {@code 4h}), or at times of day in {@code
 * syncline.zone} ({@code 07:00, 16:00}).
 *
 * @param every null if it is not every so often
 * @param times of day, in order; empty if it is not at times of day
 */
public record Rhythm(Duration every, List<LocalTime> times) {
    public static final Rhythm AT_ONCE = new Rhythm(null, List.of());

    private static final String NAME_OF_AT_ONCE = "at-once";
    private static final Pattern EVERY = Pattern.compile("([1-9][0-9]{0,3})([mhd])");

    /** @throws IllegalArgumentException if it is neither of them; the message says what is expected */
    public static Rhythm of(String text) {
        String rhythm = text.strip();
        if (rhythm.equals(NAME_OF_AT_ONCE)) {
            return AT_ONCE;
        }
        Matcher every = EVERY.matcher(rhythm);
        if (every.matches()) {
            long count = Long.parseLong(every.group(1));
            return new Rhythm(
                    switch (every.group(2)) {
                        case "m" -> Duration.ofMinutes(count);
                        case "h" -> Duration.ofHours(count);
                        default -> Duration.ofDays(count);
                    },
                    List.of());
        }
        return new Rhythm(
                null,
                Arrays.stream(rhythm.split(",", -1)).map(Rhythm::time).sorted().toList());
    }

    /** @throws IllegalArgumentException if it is no time of day */
    public static LocalTime time(String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text.strip() + "' is no time of day", e);
        }
    }

    public boolean isAtOnce() {
        return every == null && times.isEmpty();
    }

    /** Returns the next moment after the given one; null if messages are sent at once. */
    public Instant next(Instant after, ZoneId zone) {
        if (every != null) {
            return after.plus(every);
        }
        LocalDate day = after.atZone(zone).toLocalDate();
        for (int days = 0; days < 3 && !times.isEmpty(); days++) {
            for (LocalTime time : times) {
                // a time that a change to daylight-saving time skips is as much later as was skipped
                Instant next = day.plusDays(days).atTime(time).atZone(zone).toInstant();
                if (next.isAfter(after)) {
                    return next;
                }
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return isAtOnce()
                ? NAME_OF_AT_ONCE
                : every != null
                        ? every.toMinutes() + "m"
                        : String.join(
                                ", ", times.stream().map(LocalTime::toString).toList());
    }
}
