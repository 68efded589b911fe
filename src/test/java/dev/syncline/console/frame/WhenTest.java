package dev.syncline.console.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenTest {
    private static final Instant NOW = Instant.parse("2026-03-29T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T12:00:00Z, now",
        "2026-03-29T11:59:20Z, 40 s ago",
        "2026-03-29T12:04:30Z, in 4 min",
        "2026-03-29T09:00:00Z, 3 h ago",
        "2026-03-28T00:00:00Z, 36 h ago",
        "2026-03-01T08:05:00Z, 1 Mar 09:05",
        "2025-12-31T23:30:00Z, 1 Jan 00:30",
        "2025-11-03T08:05:00Z, 3 Nov 2025"
    })
    void isSaidAsPeopleSayIt(Instant moment, String relative) {
        assertEquals(relative, When.of(moment, NOW, ZoneId.of("Europe/Berlin")).relative());
    }

    @ParameterizedTest
    @CsvSource({"PT0.4S, 0.4 s", "PT12S, 12 s", "PT3M, 3 min", "PT3M5S, 3 min 5 s", "PT2H10M, 2 h 10 min", "PT26H, 26 h"
    })
    void saysHowLongSomethingTook(Duration took, String text) {
        assertEquals(text, When.span(took));
    }
}
