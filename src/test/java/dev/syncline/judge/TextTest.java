package dev.syncline.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    @ParameterizedTest
    @CsvSource({
        "V-17, V-17",
        "a\u0000b, a\u2400b",
        "Łódź 日本 😀, Łódź 日本 😀",
        "a\uD83Db, a\uFFFDb",
        "\uDE00, \uFFFD",
        "0123456789012345678901, 0123456789012345678…",
        "012345678901234567😀901, 012345678901234567\uFFFD…"
    })
    void isFitForATextColumn(String from, String expected) {
        assertEquals(expected, Text.bounded(from, 20));
    }
}
