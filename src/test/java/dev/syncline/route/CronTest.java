package dev.syncline.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.CronExpression;

/** When schedules come round where clocks are put forward (29 March 2026 in Berlin) and back (25 October). */
class CronTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # put back at 01:00Z: 02:00 to 03:00 comes twice
                    0 0/30 * * * ?  | 2026-10-24T23:59:59Z | 00:00 00:30 01:00 01:30 02:00 02:30
                    0 15 * * * ?    | 2026-10-24T23:59:59Z | 00:15 01:15 02:15
                    0 30 2 * * ?    | 2026-10-24T23:59:59Z | 00:30 2026-10-26T01:30:00Z
                    0 0,30 2 * * ?  | 2026-10-24T23:59:59Z | 00:00 00:30 2026-10-26T01:00:00Z
                    0 0 3 * * ?     | 2026-10-24T23:59:59Z | 02:00 2026-10-26T02:00:00Z
                    0 0/20 1-2 * * ?| 2026-10-25T00:30:00Z | 00:40 01:00 01:20 01:40 2026-10-26T00:00:00Z
                    0 30 2 * * ?    | 2026-10-25T00:30:00Z | 2026-10-26T01:30:00Z
                    0 30 2 * * ?    | 2026-10-25T01:10:00Z | 2026-10-26T01:30:00Z
                    # put forward at 01:00Z: 02:00 to 03:00 is left out
                    0 0/30 * * * ?  | 2026-03-29T00:00:00Z | 00:30 01:00 01:30 02:00
                    0 15 * * * ?    | 2026-03-29T00:00:00Z | 00:15 01:15 02:15
                    0 30 2 * * ?    | 2026-03-28T12:00:00Z | 2026-03-29T01:00:00Z 2026-03-30T00:30:00Z
                    0 0,30 2 * * ?  | 2026-03-28T12:00:00Z | 2026-03-29T01:00:00Z 2026-03-30T00:00:00Z
                    0 30 2,3 * * ?  | 2026-03-29T00:00:00Z | 01:30 2026-03-30T00:30:00Z
                    0 0 3 * * ?     | 2026-03-29T00:00:00Z | 01:00 2026-03-30T01:00:00Z
                    0 0 0/2 * * ?   | 2026-03-28T23:30:00Z | 2026-03-29T01:00:00Z 2026-03-29T02:00:00Z
                    0 30 2 29 3 ?   | 2026-01-01T00:00:00Z | 2026-03-29T01:00:00Z 2027-03-29T00:30:00Z""")
    void comesRoundAsPeopleExpect(String schedule, Instant after, String expected) {
        Cron cron = new Cron(schedule, BERLIN);
        Instant at = after;
        for (String time : expected.split(" ")) {
            at = cron.next(at);
            LocalDate day = after.atOffset(ZoneOffset.UTC).toLocalDate();
            Instant wanted = time.length() > 5
                    ? Instant.parse(time)
                    : Instant.parse(
                            (day.equals(LocalDate.parse("2026-10-24")) ? day.plusDays(1) : day) + "T" + time + ":00Z");
            assertEquals(wanted, at);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "Asia/Beirut",
                "America/Santiago",
                "UTC"
            })
    void anIntervalKeepsItsBeatTheWholeYear(String zone) {
        Cron cron = new Cron("0 0/30 * * * ?", ZoneId.of(zone));
        Instant at = Instant.parse("2025-12-31T23:30:00Z");
        while (at.isBefore(Instant.parse("2027-01-01T00:00:00Z"))) {
            Instant next = cron.next(at);
            assertEquals(Duration.ofMinutes(30), Duration.between(at, next), zone + " after " + at);
            at = next;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "Asia/Beirut",
                "America/Santiago",
                "UTC"
            })
    void aNamedHourRunsOncePerDay(String name) {
        ZoneId zone = ZoneId.of(name);
        for (int hour = 0; hour < 24; hour++) {
            for (int minute : new int[] {0, 15, 30, 59}) {
                Cron cron = new Cron("0 " + minute + " " + hour + " * * ?", zone);
                Instant at = LocalDate.parse("2026-01-01")
                        .atStartOfDay(zone)
                        .toInstant()
                        .minusSeconds(1);
                for (LocalDate day = LocalDate.parse("2026-01-01"); day.getYear() == 2026; day = day.plusDays(1)) {
                    at = cron.next(at);
                    assertEquals(day, at.atZone(zone).toLocalDate(), hour + ":" + minute + " in " + zone);
                }
            }
        }
    }

    @Test
    void isQuartzWhereClocksAreNotChanged() throws Exception {
        for (String schedule : List.of("0 0/7 8-18 ? * MON-FRI", "30 5 0 L * ?", "0 0 12 ? * 2#1", "*/10 * * * * ?")) {
            CronExpression quartz = new CronExpression(schedule);
            quartz.setTimeZone(TimeZone.getTimeZone("Asia/Tokyo"));
            Cron cron = new Cron(schedule, ZoneId.of("Asia/Tokyo"));
            List<Instant> here = new ArrayList<>();
            List<Instant> there = new ArrayList<>();
            Instant at = Instant.parse("2026-01-31T14:59:58.250Z");
            Instant other = at;
            for (int i = 0; i < 200; i++) {
                at = cron.next(at);
                other = quartz.getNextValidTimeAfter(Date.from(other)).toInstant();
                here.add(at);
                there.add(other);
            }
            assertEquals(there, here);
        }
    }

    @Test
    void findsTimesThatAreFarAwayAndEnds() {
        Cron never = new Cron(SyncRoute.NEVER, BERLIN);
        Instant far = never.next(Instant.parse("2026-01-01T00:00:00Z"));
        assertEquals(Instant.parse("2098-12-31T23:00:00Z"), far);
        assertNull(never.next(far));
        assertThrows(IllegalArgumentException.class, () -> new Cron("0 0 25 * * ?", BERLIN));
    }
}
