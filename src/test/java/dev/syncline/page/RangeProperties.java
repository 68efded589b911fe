package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.value.Micros;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Over any moment, in zones with every kind of oddity. */
class RangeProperties {
    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs().between(0, 4_000_000_000L).map(Instant::ofEpochSecond);
    }

    /** Half-hour changes, midnights that are left out, days that are left out. */
    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "UTC",
                        "Europe/Berlin",
                        "Australia/Lord_Howe",
                        "America/Sao_Paulo",
                        "Pacific/Apia",
                        "Asia/Beirut")
                .map(ZoneId::of);
    }

    @Property
    void aNamedRangeBeginsWithADayAndEndsNow(@ForAll("moments") Instant now, @ForAll("zones") ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        var firstDays = java.util.Map.of(
                Range.TODAY, today,
                Range.LAST_WEEK, today.minusDays(7),
                Range.LAST_MONTH, today.minusMonths(1),
                Range.LAST_YEAR, today.minusYears(1));
        firstDays.forEach((range, day) -> {
            Window window = range.window(Clock.fixed(now, zone), zone);
            assertEquals(now, window.to());
            assertFalse(window.withUnknown());
            assertFalse(window.from().isAfter(now));
            // The first instant that is on that day, or after it where the zone has left the day out.
            assertFalse(LocalDate.ofInstant(window.from(), zone).isBefore(day));
            assertTrue(LocalDate.ofInstant(window.from().minusMillis(1), zone).isBefore(day));
        });
    }

    /** Where a local time stands for two instants, a bound takes in both. */
    @Property
    void noRowFallsOutOfAWindowForLackOfAZone(
            @ForAll("moments") Instant bound, @ForAll("moments") Instant changed, @ForAll("zones") ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(changed, zone);
        if (!changed.isBefore(bound)) {
            assertFalse(local.isBefore(LocalBounds.lower(bound, zone)));
        } else {
            assertTrue(local.isBefore(LocalBounds.upper(bound, zone)));
        }
    }

    @Property
    void aTimeAsMicrosecondsComesBack(@ForAll("moments") Instant moment) {
        assertEquals(moment, Micros.instant(Micros.of(moment)));
    }

    @Property
    void theKeyOfSeveralPartsComesApartAgain(
            @ForAll @Size(min = 2, max = 5) List<@StringLength(min = 1, max = 5) String> parts) {
        String key = Keys.join(parts);
        if (parts.stream().anyMatch(String::isBlank)) {
            assertEquals(null, key);
        } else {
            assertEquals(parts, Keys.split(key, parts.size()).orElseThrow());
        }
    }
}
