package dev.syncline.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the time at which a record changed, in the unambiguous spellings of ISO-8601 that systems use. */
public final class ChangedAt {
    /** A date, a time of day with or without seconds, an offset with or without a colon and minutes. */
    private static final Pattern TIME = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)"
            + "(?:[Tt ] ?(\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d+)?)?)"
            + " ?([Zz]|UTC|GMT|[+-]\\d\\d(?::?\\d\\d)?)?)?");

    private static final int NANOSECONDS = 9;

    private ChangedAt() {}

    /**
     * Returns the moment that a text means.
     *
     * @param zone zone of a time without offset, or of a date, which means its first moment
     * @throws DateTimeException if it is not a time, or is ambiguous
     */
    public static Instant of(String text, ZoneId zone) {
        String stripped = text.strip();
        Matcher parts = TIME.matcher(stripped);
        if (!parts.matches()) {
            return OffsetDateTime.parse(stripped).toInstant();
        }
        LocalDate date = LocalDate.parse(parts.group(1));
        if (parts.group(2) == null) {
            return date.atStartOfDay(zone).toInstant();
        }
        var local = date.atTime(time(parts.group(2)));
        return parts.group(3) == null ? local.atZone(zone).toInstant() : local.toInstant(offset(parts.group(3)));
    }

    private static LocalTime time(String text) {
        int fraction = Math.max(text.indexOf('.'), text.indexOf(','));
        return LocalTime.parse(
                fraction < 0
                        ? text
                        : text.substring(0, fraction) + "."
                                + text.substring(fraction + 1, Math.min(text.length(), fraction + 1 + NANOSECONDS)));
    }

    private static ZoneOffset offset(String text) {
        boolean isNamed = Character.isLetter(text.charAt(0));
        try {
            return isNamed ? ZoneOffset.UTC : ZoneOffset.of(text);
        } catch (DateTimeException e) {
            throw new DateTimeParseException("Its offset does not exist", text, 0, e);
        }
    }
}
