package dev.syncline.message.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RhythmTest {
    /** With both changes to and from daylight-saving time, at which 02:30 is skipped and comes twice. */
    @ParameterizedTest
    @CsvSource({
        "30m, 2026-03-01T08:10:00Z, 2026-03-01T08:40:00Z",
        "4h, 2026-03-01T08:10:00Z, 2026-03-01T12:10:00Z",
        "1d, 2026-03-01T08:10:00Z, 2026-03-02T08:10:00Z",
        "07:00, 2026-03-01T05:59:59Z, 2026-03-01T06:00:00Z",
        "07:00, 2026-03-01T06:00:00Z, 2026-03-02T06:00:00Z",
        "'16:00, 07:00', 2026-03-01T06:00:00Z, 2026-03-01T15:00:00Z",
        "02:30, 2026-03-28T12:00:00Z, 2026-03-29T01:30:00Z",
        "02:30, 2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z",
        "02:30, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
        "00:00, 2026-12-31T22:00:00Z, 2026-12-31T23:00:00Z"
    })
    void theNextTimeIsInTheZone(String rhythm, Instant after, Instant next) {
        assertEquals(next, Rhythm.of(rhythm).next(after, ZoneId.of("Europe/Berlin")));
    }

    @Test
    void atOnceHasNoNextTime() {
        assertNull(Rhythm.of("at-once").next(Instant.EPOCH, ZoneId.of("UTC")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "0m", "-5m", "30", "30s", "24:00", "7:00", "07:00,", "07:00;08:00", "99999m"})
    void anythingElseIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Rhythm.of(text));
    }
}
