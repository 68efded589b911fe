package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RangeTest {
    /** Clocks change in Berlin on 2026-03-29 at 01:00Z and 2026-10-25 at 01:00Z. */
    @ParameterizedTest
    @CsvSource({
        // the day of a change: 23 and 25 hours
        "TODAY, 2026-03-29T10:00:00Z, 2026-03-28T23:00:00Z",
        "TODAY, 2026-03-29T22:00:00Z, 2026-03-29T22:00:00Z",
        "TODAY, 2026-10-25T10:00:00Z, 2026-10-24T22:00:00Z",
        "TODAY, 2026-10-25T22:59:59.999999Z, 2026-10-24T22:00:00Z",
        "TODAY, 2026-10-25T23:00:00Z, 2026-10-25T23:00:00Z",
        // both hours of 02:30 are the same day
        "TODAY, 2026-10-25T00:30:00Z, 2026-10-24T22:00:00Z",
        "TODAY, 2026-10-25T01:30:00Z, 2026-10-24T22:00:00Z",
        // midnight in Berlin is the day before in Greenwich
        "TODAY, 2026-07-01T21:59:59.999999Z, 2026-06-30T22:00:00Z",
        "TODAY, 2026-07-01T22:00:00Z, 2026-07-01T22:00:00Z",
        // across a change
        "LAST_WEEK, 2026-04-01T10:00:00Z, 2026-03-24T23:00:00Z",
        "LAST_WEEK, 2026-04-05T10:00:00Z, 2026-03-28T23:00:00Z",
        "LAST_WEEK, 2026-10-28T10:00:00Z, 2026-10-20T22:00:00Z",
        "LAST_WEEK, 2026-11-01T10:00:00Z, 2026-10-24T22:00:00Z",
        "LAST_WEEK, 2026-11-02T10:00:00Z, 2026-10-25T23:00:00Z",
        "LAST_MONTH, 2026-04-10T10:00:00Z, 2026-03-09T23:00:00Z",
        "LAST_MONTH, 2026-11-10T10:00:00Z, 2026-10-09T22:00:00Z",
        "LAST_YEAR, 2026-03-29T10:00:00Z, 2025-03-28T23:00:00Z",
        "LAST_YEAR, 2026-03-30T10:00:00Z, 2025-03-29T23:00:00Z",
        "LAST_YEAR, 2026-03-31T10:00:00Z, 2025-03-30T22:00:00Z",
    })
    void beginsAtMidnightInBerlin(Range range, Instant now, Instant from) {
        assertEquals(from, window(range, now, "Europe/Berlin").from());
    }

    @ParameterizedTest
    @CsvSource({
        "LAST_MONTH, 2026-03-31T10:00:00Z, 2026-02-28T00:00:00Z",
        "LAST_MONTH, 2028-03-31T10:00:00Z, 2028-02-29T00:00:00Z",
        "LAST_MONTH, 2026-03-28T10:00:00Z, 2026-02-28T00:00:00Z",
        "LAST_MONTH, 2026-12-31T10:00:00Z, 2026-11-30T00:00:00Z",
        "LAST_MONTH, 2026-01-31T10:00:00Z, 2025-12-31T00:00:00Z",
        "LAST_YEAR, 2028-02-29T10:00:00Z, 2027-02-28T00:00:00Z",
        "LAST_WEEK, 2028-03-01T10:00:00Z, 2028-02-23T00:00:00Z",
    })
    void takesTheLastDayOfAShorterMonth(Range range, Instant now, Instant from) {
        assertEquals(from, window(range, now, "UTC").from());
    }

    /** Where the clock goes forward at midnight, that day begins at one; where it goes back, midnight comes once. */
    @ParameterizedTest
    @CsvSource({
        "Asia/Beirut, TODAY, 2026-03-29T10:00:00Z, 2026-03-28T22:00:00Z",
        "Asia/Beirut, TODAY, 2026-03-28T22:00:00Z, 2026-03-28T22:00:00Z",
        "Asia/Beirut, TODAY, 2026-03-28T21:59:59Z, 2026-03-27T22:00:00Z",
        "Asia/Beirut, LAST_WEEK, 2026-04-05T10:00:00Z, 2026-03-28T22:00:00Z",
        "Asia/Beirut, TODAY, 2026-10-25T10:00:00Z, 2026-10-24T22:00:00Z",
        "Asia/Beirut, TODAY, 2026-10-24T21:30:00Z, 2026-10-23T21:00:00Z",
        "America/Santiago, TODAY, 2026-09-06T12:00:00Z, 2026-09-06T04:00:00Z",
        "America/Santiago, LAST_MONTH, 2026-10-06T12:00:00Z, 2026-09-06T04:00:00Z",
        "America/Santiago, TODAY, 2026-04-05T03:30:00Z, 2026-04-04T03:00:00Z",
        "America/Santiago, TODAY, 2026-04-05T12:00:00Z, 2026-04-05T04:00:00Z",
    })
    void beginsWithTheDayWhereMidnightIsLeftOutOrRepeated(String zone, Range range, Instant now, Instant from) {
        assertEquals(from, window(range, now, zone).from());
    }

    @ParameterizedTest
    @EnumSource(names = {"TODAY", "LAST_WEEK", "LAST_MONTH", "LAST_YEAR"})
    void endsNowAndLeavesOutRowsWithoutATime(Range range) {
        Instant now = Instant.parse("2026-03-29T10:00:00.123456Z");
        Window window = window(range, now, "Europe/Berlin");
        assertEquals(now, window.to());
        assertEquals(new Window(window.from(), now, null, false), window);
    }

    @ParameterizedTest
    @EnumSource(names = {"CHANGES", "ALL", "FROM_TO"})
    void hasNoWindowWhereTheClockDoesNotMakeIt(Range range) {
        assertThrows(IllegalStateException.class, () -> window(range, Instant.EPOCH, "UTC"));
    }

    @ParameterizedTest
    @CsvSource({
        "changes, CHANGES",
        "today, TODAY",
        "last-week, LAST_WEEK",
        "last-month, LAST_MONTH",
        "last-year, LAST_YEAR",
        "all, ALL"
    })
    void isKnownByItsName(String name, Range range) {
        assertEquals(range, Range.of(name));
        assertEquals(name, range.apiName());
    }

    @Test
    void saysWhichNamesThereAre() {
        for (String name : new String[] {"yesterday", "LAST_WEEK", "from-to", ""}) {
            String message = assertThrows(IllegalArgumentException.class, () -> Range.of(name))
                    .getMessage();
            assertTrue(message.contains("'" + name + "'"), message);
            assertTrue(
                    message.contains("changes, today, last-week, last-month, last-year, all, or from and to"), message);
        }
    }

    private static Window window(Range range, Instant now, String zone) {
        return range.window(Clock.fixed(now, ZoneOffset.UTC), ZoneId.of(zone));
    }
}
