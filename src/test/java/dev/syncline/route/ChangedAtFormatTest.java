package dev.syncline.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangedAtFormatTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dd-MMM-yy | 28-Feb-15 | 2015-02-27T23:00:00Z",
                "dd-MMM-yy | 28-FEB-15 | 2015-02-27T23:00:00Z",
                "dd-MMM-yy | 01-Jan-99 | 1998-12-31T23:00:00Z",
                "dd-MMM-yy | 01-Jan-69 | 2068-12-31T23:00:00Z",
                "yyyyMMdd | 20260329 | 2026-03-28T23:00:00Z",
                "yyyyMMddHHmmss | 20260329033000 | 2026-03-29T01:30:00Z",
                "yyyyMMddHHmm | 202603290330 | 2026-03-29T01:30:00Z",
                "dd.MM.yyyy HH:mm:ss | 29.03.2026 03:30:00 | 2026-03-29T01:30:00Z",
                "M/d/yyyy h:mm:ss a | 3/9/2026 1:05:09 PM | 2026-03-09T12:05:09Z",
                "M/d/yyyy h:mm:ss a | 3/9/2026 1:05:09 pm | 2026-03-09T12:05:09Z",
                "yyyy-MM-dd HH:mm:ss[.SSS] | 2026-03-29 03:30:00.250 | 2026-03-29T01:30:00.250Z",
                "yyyy-MM-dd HH:mm:ss[.SSS] | 2026-03-29 03:30:00 | 2026-03-29T01:30:00Z",
                "yyyy-MM-dd'T'HH:mm:ssXX | 2026-03-29T03:30:00+0000 | 2026-03-29T03:30:00Z",
                "'year' yyyy, D | year 2026, 59 | 2026-02-27T23:00:00Z",
                "yyyyMMdd | ' 20260329 ' | 2026-03-28T23:00:00Z",
            })
    void readsWhatFits(String format, String text, String expected) {
        assertEquals(
                Optional.of(Instant.parse(expected)), ChangedAtFormat.of(format).instant(text, BERLIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "00000000", "0", "0000-00-00", "0000-00-00 00:00:00", "00.00.0000"})
    void whatHasNoDigitButZerosIsNotKnown(String text) {
        assertEquals(Optional.empty(), ChangedAtFormat.of("yyyyMMdd").instant(text, BERLIN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dd-MMM-yy | 31-Feb-15",
                "dd-MMM-yy | 29-Feb-15",
                "dd-MMM-yy | 2015-02-28",
                "dd-MMM-yy | 28-Feb-2015",
                "yyyyMMdd | 20261301",
                "yyyyMMdd | 2026032",
                "yyyyMMdd | n/a",
                "HH:mm dd.MM.yyyy | 25:00 01.01.2026"
            })
    void refusesWhatIsNoTime(String format, String text) {
        ChangedAtFormat changedAt = ChangedAtFormat.of(format);
        assertThrows(DateTimeException.class, () -> changedAt.instant(text, BERLIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"YYYY-MM-DD", "HH:mm:ss", "yyyyMM", "yyyy-MM-dd hh:mm", "{", "yyyy-MM-dd'", "bbb", "d.M."})
    void isNoFormatWithoutADay(String format) {
        assertThrows(IllegalArgumentException.class, () -> ChangedAtFormat.of(format));
    }
}
