package dev.syncline.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** A moment as calls name it: ISO-8601 with offset, or a date. */
final class Moment {
    /** The first and last moments of the years 1 to 9999 are in any zone within a day of those of UTC. */
    private static final Instant FIRST = Instant.parse("0000-12-31T00:00:00Z");

    private static final Instant LAST = Instant.parse("+10000-01-01T23:59:59Z");

    private Moment() {}

    /**
     * @param name of the parameter
     * @param value null for none
     * @param zone where a date begins
     * @throws BadRequest when it is no time, or none that databases have
     */
    static Instant of(String name, String value, ZoneId zone) {
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
                    + "' is no time. Write it in ISO-8601 with offset, as 2026-03-29T00:00:00+01:00, or as a date");
        }
        if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
            throw new BadRequest(name + " '" + value + "' is out of range. Name a time of the years 1 to 9999");
        }
        return moment;
    }
}
