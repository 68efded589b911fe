package dev.syncline.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangedAtTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-01T10:00:00Z | 2026-03-01T10:00:00Z",
                "2026-03-01T10:00Z | 2026-03-01T10:00:00Z",
                "2026-03-01t10:00:00z | 2026-03-01T10:00:00Z",
                "2026-03-01T10:00:00+0000 | 2026-03-01T10:00:00Z",
                "2026-03-01T10:00:00.000+0000 | 2026-03-01T10:00:00Z",
                "2026-03-01T10:00:00+02 | 2026-03-01T08:00:00Z",
                "2026-03-01T10:00:00+02:00 | 2026-03-01T08:00:00Z",
                "2026-03-01 10:00:00 -0530 | 2026-03-01T15:30:00Z",
                "2026-03-01 10:00:00 UTC | 2026-03-01T10:00:00Z",
                "2026-03-01T10:00:00 | 2026-03-01T09:00:00Z",
                "2026-03-01 10:00 | 2026-03-01T09:00:00Z",
                "2026-07-01 | 2026-06-30T22:00:00Z",
                "2026-03-01T10:00:00,5Z | 2026-03-01T10:00:00.5Z",
                "2026-03-01T10:00:00.1234567891Z | 2026-03-01T10:00:00.123456789Z",
                "'  2026-03-01T10:00:00Z ' | 2026-03-01T10:00:00Z"
            })
    void aPlainMeaningIsTaken(String text, Instant moment) {
        assertEquals(moment, ChangedAt.of(text, ZONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31-Feb-15",
                "2026-02-31T10:00:00Z",
                "01/02/2026",
                "2026-03-01T25:00:00Z",
                "2026-03-01T10:00:00+99:00",
                "2026-03-01T10:00:00 CET",
                "1772359200",
                "yesterday",
                "0000-00-00 00:00:00"
            })
    void whatIsNoTimeIsRefused(String text) {
        assertThrows(DateTimeException.class, () -> ChangedAt.of(text, ZONE));
    }
}
