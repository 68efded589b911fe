package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalBoundsTest {
    @ParameterizedTest
    @CsvSource({
        // an ordinary time is itself
        "Europe/Berlin, 2026-07-01T12:00:00Z, 2026-07-01T14:00, 2026-07-01T14:00",
        // the repeated hour, 02:00 to 03:00: both its readings, and its edges
        "Europe/Berlin, 2026-10-24T23:59:59Z, 2026-10-25T01:59:59, 2026-10-25T01:59:59",
        "Europe/Berlin, 2026-10-25T00:00:00Z, 2026-10-25T02:00, 2026-10-25T03:00",
        "Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-25T02:00, 2026-10-25T03:00",
        "Europe/Berlin, 2026-10-25T01:30:00Z, 2026-10-25T02:00, 2026-10-25T03:00",
        "Europe/Berlin, 2026-10-25T02:00:00Z, 2026-10-25T03:00, 2026-10-25T03:00",
        // the hour that is left out
        "Europe/Berlin, 2026-03-29T00:59:59Z, 2026-03-29T01:59:59, 2026-03-29T01:59:59",
        "Europe/Berlin, 2026-03-29T01:00:00Z, 2026-03-29T03:00, 2026-03-29T03:00",
        // half an hour, and at midnight
        "Australia/Lord_Howe, 2026-04-04T15:10:00Z, 2026-04-05T01:30, 2026-04-05T02:00",
        "Asia/Beirut, 2026-10-24T20:30:00Z, 2026-10-24T23:00, 2026-10-25T00:00",
        "Asia/Beirut, 2026-10-24T21:30:00Z, 2026-10-24T23:00, 2026-10-25T00:00",
    })
    void widensABoundToTheWholeRepeatedHour(String zone, Instant bound, LocalDateTime lower, LocalDateTime upper) {
        assertEquals(lower, LocalBounds.lower(bound, ZoneId.of(zone)));
        assertEquals(upper, LocalBounds.upper(bound, ZoneId.of(zone)));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-10-24T22:00:00Z",
        "Europe/Berlin, 2026-03-28T23:00:00Z",
        "Australia/Lord_Howe, 2026-04-04T13:00:00Z",
        "Asia/Beirut, 2026-10-24T19:00:00Z",
        "America/Santiago, 2026-09-06T02:00:00Z"
    })
    void noRowOfAWindowFallsOutAroundAChange(String zoneName, Instant start) {
        ZoneId zone = ZoneId.of(zoneName);
        List<Instant> instants = new ArrayList<>();
        for (int n = 0; n <= 24; n++) {
            instants.add(start.plus(Duration.ofMinutes(10L * n)));
        }
        for (Instant from : instants) {
            for (Instant to : instants) {
                for (Instant row : instants) {
                    if (!row.isBefore(from) && row.isBefore(to)) {
                        LocalDateTime local = LocalDateTime.ofInstant(row, zone);
                        assertTrue(
                                !local.isBefore(LocalBounds.lower(from, zone))
                                        && local.isBefore(LocalBounds.upper(to, zone)),
                                () -> row + " falls out of " + from + " to " + to);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-25T02:00:00Z, 2026-10-25T03:00:00Z, 2026-10-25T02:59:59",
        "2026-10-24T23:00:00Z, 2026-10-24T23:59:59Z, 2026-10-25T02:00:00",
    })
    void takesNothingOfTheRepeatedHourWhereNoBoundIsInIt(Instant from, Instant to, LocalDateTime row) {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertFalse(!row.isBefore(LocalBounds.lower(from, berlin)) && row.isBefore(LocalBounds.upper(to, berlin)));
    }
}
