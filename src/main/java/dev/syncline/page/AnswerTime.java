package dev.syncline.page;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** When the system at the other end was asked, by its own clock: its answers say when they were given. */
final class AnswerTime {
    /** Clocks and zones may differ; what is further ahead is a mistake, and would hide what changes next. */
    private static final Duration FURTHEST_AHEAD = Duration.ofDays(1);

    private AnswerTime() {}

    /**
     * @param date the answer's header {@code Date}; null where it has none
     * @param nanos how long ago it was asked, all waiting included
     * @param now by our clock
     * @return null where the answer does not say it, or says a time that is far ahead
     */
    static Instant asked(String date, long nanos, Instant now) {
        if (date == null) {
            return null;
        }
        try {
            Instant asked = ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .minusNanos(nanos);
            return asked.isAfter(now.plus(FURTHEST_AHEAD)) ? null : asked;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
