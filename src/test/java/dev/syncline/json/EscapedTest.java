package dev.syncline.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapedTest {
    @ParameterizedTest
    @CsvSource({
        "V-17, V-17",
        "a\u0000b, a\\u0000b",
        "Łódź 日本 😀, Łódź 日本 😀",
        "a\uD83Db, a\\ud83db",
        "\uDE00, \\ude00",
        "0123456789012345678901, 0123456789012345678…",
        "012345678901234567😀901, 012345678901234567…"
    })
    void isFitForATextColumn(String from, String expected) {
        assertEquals(expected, Escaped.bounded(from, 20));
    }
}
