package dev.syncline.system.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedPauseTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | Retry-After: 2 | 2",
                "503 | Retry-After: Sun, 22 Nov 2026 10:01:30 GMT | 90",
                "503 | Retry-After: Sun, 22 Nov 2026 09:00:00 GMT |",
                "503 | Retry-After: soon |",
                "503 | Retry-After: -5 |",
                "200 | Retry-After: 5 |",
                "503 | Date: Sun, 22 Nov 2026 12:00:00 GMT; Retry-After: Sun, 22 Nov 2026 12:00:07 GMT | 7",
                "200 | X-RateLimit-Remaining: 0; X-RateLimit-Reset: 30 | 30",
                "200 | X-RateLimit-Remaining: 1; X-RateLimit-Reset: 30 |",
                "200 | X-RateLimit-Remaining: 0; X-RateLimit-Reset: 1795341660 | 60",
                "200 | X-RateLimit-Remaining: 0; X-RateLimit-Reset: 1795341660000 | 60",
                "200 | X-RateLimit-Remaining: 0 |",
                "429 | X-RateLimit-Reset: 12 | 12",
                "200 | RateLimit-Remaining: 0; RateLimit-Reset: 9 | 9",
                "200 | RateLimit: limit=100, remaining=0, reset=8 | 8",
                "200 | RateLimit: limit=100, remaining=10, reset=8 |",
            })
    void isWhatTheAnswerSays(int status, String headers, Integer seconds) {
        BasicHttpResponse answer = new BasicHttpResponse(status);
        for (String header : headers.split("; ")) {
            String[] parts = header.split(": ", 2);
            answer.addHeader(parts[0], parts[1]);
        }
        assertEquals(
                Optional.ofNullable(seconds).map(Duration::ofSeconds),
                AskedPause.of(answer, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    @Test
    void theNewestFormOfTheDraftIsUnderstood() {
        BasicHttpResponse answer = new BasicHttpResponse(200);
        answer.addHeader("RateLimit", "\"default\";r=0;t=5");
        assertEquals(Optional.of(Duration.ofSeconds(5)), AskedPause.of(answer, Clock.fixed(NOW, ZoneOffset.UTC)));
    }
}
