package dev.syncline.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** When the system at the other end was asked, by its own clock: its answers say when they were given. */
final class AnswerTime {
    private AnswerTime() {}

    /**
     * @param date the answer's header {@code Date}; null where it has none
     * @param nanos how long ago it was asked, all waiting included
     * @return null where the answer does not say it
     */
    static Instant asked(String date, long nanos) {
        if (date == null) {
            return null;
        }
        try {
            return ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .minusNanos(nanos);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
