package dev.syncline.route.validation;

import dev.syncline.route.ChangedAtFormat;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.quartz.CronExpression;

/** A rule for the value of a parameter. */
record ValueRule(Fault fault, String cure) {

    /** Returns the error of a value, as the end of a sentence that begins with the value. */
    interface Fault {
        Optional<String> of(String value);
    }

    private static ValueRule must(Predicate<String> fit, String be, String cure) {
        return new ValueRule(value -> fit.test(value) ? Optional.empty() : Optional.of("must be " + be), cure);
    }

    static ValueRule text(String cure) {
        return must(value -> !value.isBlank(), "a text", cure);
    }

    static ValueRule oneOf(String... values) {
        return must(List.of(values)::contains, "one of " + String.join(", ", values), "write one of these");
    }

    static ValueRule number(int least, int most) {
        return must(
                value -> isWholeNumber(value) && Long.parseLong(value) >= least && Long.parseLong(value) <= most,
                "a whole number from " + least + " to " + most,
                "write a number in these bounds, or leave the parameter out for its default");
    }

    static ValueRule durationOrRowVersions() {
        return must(
                value -> isWholeNumber(value) || isDuration(value),
                "an ISO-8601 duration or a whole number",
                "write a duration such as PT5M (five minutes) or P1D, or a number of row versions");
    }

    static ValueRule zone() {
        return must(
                value -> value.isBlank() || isZone(value),
                "a time zone",
                "write a zone id such as Europe/Zurich or UTC, or leave the parameter out for syncline.zone");
    }

    static ValueRule timeFormat() {
        return new ValueRule(
                ValueRule::formatFault,
                "write a pattern such as yyyyMMdd, dd.MM.yyyy HH:mm:ss or dd-MMM-yy (letters as in Java's"
                        + " DateTimeFormatter, names in English), or omit it if the column is a time");
    }

    private static Optional<String> formatFault(String value) {
        try {
            if (!value.isBlank()) {
                ChangedAtFormat.of(value);
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("is not a pattern for a date or time: " + e.getMessage());
        }
    }

    static ValueRule schedule() {
        return new ValueRule(
                ValueRule::cronFault,
                "Quartz wants seconds first: second minute hour day-of-month month day-of-week, one of the two days"
                        + " being '?', such as '0 0/5 * * * ?' (every five minutes);"
                        + " leave the parameter out for runs on demand only");
    }

    private static Optional<String> cronFault(String value) {
        try {
            boolean fires = new CronExpression(value).getNextValidTimeAfter(new Date(0)) != null;
            return fires ? Optional.empty() : Optional.of("is a schedule that never fires");
        } catch (ParseException e) {
            return Optional.of("is not a schedule: " + e.getMessage());
        }
    }

    /** Accepts at most 18 digits, which always fit a long. */
    private static boolean isWholeNumber(String value) {
        return !value.isEmpty() && value.length() <= 18 && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isDuration(String value) {
        try {
            return !Duration.parse(value).isNegative();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isZone(String value) {
        try {
            return ZoneId.of(value) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
