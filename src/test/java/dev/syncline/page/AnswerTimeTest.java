package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTimeTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 30 Nov 2026 12:00:00 GMT | 2026-11-30T11:59:58Z",
                "' Mon, 30 Nov 2026 11:50:00 GMT ' | 2026-11-30T11:49:58Z",
                "Thu, 01 Jan 1970 00:00:10 GMT | 1970-01-01T00:00:08Z",
                "Tue, 01 Dec 2026 11:59:00 GMT | 2026-12-01T11:58:58Z",
                "Wed, 02 Dec 2026 12:00:00 GMT | ",
                "Fri, 31 Dec 9999 23:59:59 GMT | ",
                "Tue, 30 Nov 2026 12:00:00 GMT | ",
                "yesterday | ",
                "'' | ",
                " | "
            })
    void isThatOfTheAnswerUnlessItIsFarAhead(String date, Instant asked) {
        assertEquals(asked, AnswerTime.asked(date, 2_000_000_000, NOW));
    }
}
