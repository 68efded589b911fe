package dev.syncline.console.frame;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A moment as a page shows it.
 *
 * @param iso as programs read it
 * @param exact by the clocks of the zone, to the second
 * @param relative as people say it: {@code 4 min ago}
 */
public record When(String iso, String exact, String relative) {
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss zzz", Locale.ENGLISH);
    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long TWO_DAYS = 48 * HOUR;

    /** Null where there is no moment. */
    public static When of(Instant moment, Instant now, ZoneId zone) {
        if (moment == null) {
            return null;
        }
        ZonedDateTime shown = moment.atZone(zone);
        return new When(
                moment.truncatedTo(ChronoUnit.SECONDS).toString(), EXACT.format(shown), relative(shown, now, zone));
    }

    private static String relative(ZonedDateTime moment, Instant now, ZoneId zone) {
        Duration since = Duration.between(moment.toInstant(), now);
        long seconds = since.abs().toSeconds();
        if (seconds >= TWO_DAYS) {
            boolean isThisYear = moment.getYear() == now.atZone(zone).getYear();
            return (isThisYear ? THIS_YEAR : DAY).format(moment);
        }
        if (seconds == 0) {
            return "now";
        }
        String span = span(seconds);
        return since.isNegative() ? "in " + span : span + " ago";
    }

    private static String span(long seconds) {
        return seconds < MINUTE ? seconds + " s" : seconds < HOUR ? seconds / MINUTE + " min" : seconds / HOUR + " h";
    }

    /** How long something took: {@code 2.4 s}, {@code 3 min 5 s}, {@code 2 h 10 min}. */
    public static String span(Duration took) {
        long seconds = took.toSeconds();
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1_000.0);
        } else if (seconds < MINUTE) {
            return seconds + " s";
        } else if (seconds < HOUR) {
            return seconds / MINUTE + " min" + (seconds % MINUTE == 0 ? "" : " " + seconds % MINUTE + " s");
        }
        return seconds / HOUR + " h" + (seconds % HOUR < MINUTE ? "" : " " + seconds % HOUR / MINUTE + " min");
    }
}
