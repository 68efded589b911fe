package dev.syncline.system;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rate at which a system may be called.
 *
 * @param interval time from one call to the next; calls are spread evenly, so that the limit holds over any period
 */
record RateLimit(Duration interval) {
    private static final Pattern FORM =
            Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(?:/\\s*(s|sec|second|min|minute|h|hour|d|day))?");

    /** @throws IllegalArgumentException if the text is not a rate */
    static RateLimit of(String property, String text) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        BigDecimal calls = form.matches() ? new BigDecimal(form.group(1)) : BigDecimal.ZERO;
        if (calls.signum() == 0) {
            throw new IllegalArgumentException(
                    property + " is '" + text + "'. Write calls per second, such as 5, or 100/min, 1000/h");
        }
        BigDecimal unit =
                BigDecimal.valueOf(Duration.ofSeconds(seconds(form.group(2))).toNanos());
        return new RateLimit(Duration.ofNanos(unit.divide(calls, RoundingMode.CEILING)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact()));
    }

    private static long seconds(String unit) {
        return switch (unit == null ? 's' : unit.charAt(0)) {
            case 'm' -> 60;
            case 'h' -> 3_600;
            case 'd' -> 86_400;
            default -> 1;
        };
    }
}
