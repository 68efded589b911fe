package dev.syncline.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.syncline.judge.Content;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A value is the same in keys, titles and rules as in the content. */
class FieldTextTest {
    static Stream<Arguments> values() {
        return Stream.of(
                arguments(null, "null"),
                arguments("a", "\"a\""),
                arguments(1L, "1"),
                arguments(new BigInteger("123456789012345678901234567890"), "123456789012345678901234567890"),
                arguments(new BigDecimal("1.50"), "1.50"),
                arguments(new BigDecimal("1E+2"), "100"),
                arguments(new BigDecimal("1E+100"), "1" + "0".repeat(100)),
                arguments(new BigDecimal("1E+20000"), "1E+20000"),
                arguments(new BigDecimal("1E-20000"), "1E-20000"),
                arguments(new BigDecimal("0." + "0".repeat(9_999) + "10"), "1.0E-10000"),
                arguments(new BigDecimal("1." + "2".repeat(12_000)), "1." + "2".repeat(12_000)),
                arguments(true, "true"),
                arguments(LocalDate.of(2026, 2, 28), "\"2026-02-28\""),
                arguments(LocalDateTime.of(2026, 2, 28, 12, 30), "\"2026-02-28T12:30:00\""),
                arguments(LocalDateTime.of(2026, 2, 28, 12, 30, 5), "\"2026-02-28T12:30:05\""),
                arguments(LocalDateTime.of(2026, 2, 28, 12, 30, 0, 1_000), "\"2026-02-28T12:30:00.000001\""),
                arguments(LocalTime.of(12, 30), "\"12:30:00\""),
                arguments(Instant.parse("2026-02-28T12:30:00Z"), "\"2026-02-28T12:30:00Z\""),
                arguments(new byte[] {0, -1, 16}, "\"AP8Q\""),
                arguments(new RawJson("{\"a\": 1}"), "{\"a\": 1}"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void isWhatTheContentHas(Object value, String json) {
        byte[] content =
                new Content.Writer().of(Collections.singletonMap("v", value)).json();
        assertEquals("{\"v\":" + json + "}", new String(content, StandardCharsets.UTF_8));
        String text = FieldText.of(value);
        assertEquals(json, json.startsWith("\"") ? '"' + text + '"' : String.valueOf(text));
    }

    static Stream<Arguments> noNumbers() {
        return Stream.of(
                arguments(Double.NaN, "NaN"),
                arguments(Float.NaN, "NaN"),
                arguments(Double.POSITIVE_INFINITY, "Infinity"),
                arguments(Float.NEGATIVE_INFINITY, "-Infinity"));
    }

    @ParameterizedTest
    @MethodSource("noNumbers")
    void whatIsNoNumberInJsonIsText(Object value, String text) {
        byte[] content =
                new Content.Writer().of(Collections.singletonMap("v", value)).json();
        assertEquals("{\"v\":\"" + text + "\"}", new String(content, StandardCharsets.UTF_8));
        assertEquals(text, FieldText.of(value));
    }
}
