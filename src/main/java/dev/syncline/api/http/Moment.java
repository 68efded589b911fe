package dev.syncline.api.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** Reads a moment that a call names: ISO-8601 with offset, or a date. */
public final class Moment {
    /** The years 1 to 9999 of every zone lie between these moments. */
    private static final Instant FIRST = Instant.parse("0000-12-31T00:00:00Z");

    private static final Instant LAST = Instant.parse("+10000-01-01T23:59:59Z");

    private Moment() {}

    /**
     * @param name of the parameter
     * @param value may be null, and then the result is null
     * @param zone where a date begins
     * @throws BadRequest if it is not a time, or is outside of the years 1 to 9999
     */
    public static Instant of(String name, String value, ZoneId zone) {
        if (value == null) {
            return null;
        }
        Instant moment;
        try {
            moment = value.length() == 10
                    ? LocalDate.parse(value).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw new BadRequest(name + " '" + value
                    + "' is not a time. Write it in ISO-8601 with offset, as 2026-03-29T00:00:00+01:00, or as a date");
        }
        if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
            throw new BadRequest(name + " '" + value + "' is out of range. Use a time in the years 1 to 9999");
        }
        return moment;
    }

    /**
     * Parses a time with offset in which {@code +} may have become a blank.
     *
     * @throws BadRequest if it is not a time with offset, or is outside of the years 1 to 9999
     */
    public static Instant withOffset(String name, String value) {
        try {
            if (value == null) {
                return null;
            }
            OffsetDateTime time = OffsetDateTime.parse(value.replace(' ', '+'));
            if (time.getYear() < 1 || time.getYear() > 9_999) {
                throw new BadRequest(name + " '" + value + "' is not in the years 1 to 9999");
            }
            return time.toInstant();
        } catch (DateTimeParseException e) {
            throw new BadRequest(name + " '" + value + "' is not an ISO-8601 time with offset");
        }
    }
}
