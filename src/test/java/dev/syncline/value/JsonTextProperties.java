package dev.syncline.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.judge.Content;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class JsonTextProperties {
    /** Whatever a column of JSON holds: the record has its own fields, with their own values, and no others. */
    @Property(tries = 5_000)
    void noTextMakesFieldsOfItsOwn(@ForAll("texts") String text) throws Exception {
        RawJson json;
        try {
            json = JsonText.parsed(text);
        } catch (UnreadableValue e) {
            return;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("key", "1");
        fields.put("json", json);
        fields.put("name", "n");
        byte[] content = new Content.Writer().of(fields).json();
        JsonNode read = JsonText.mapper().readTree(content);
        Set<String> names = new TreeSet<>();
        read.fieldNames().forEachRemaining(names::add);
        assertEquals(Set.of("key", "json", "name"), names);
        assertEquals("1", read.get("key").textValue());
        assertEquals("n", read.get("name").textValue());
        if (json != null) {
            assertEquals(JsonText.mapper().readTree(text), read.get("json"));
        }
    }

    /** Of a number that cannot be read as one, every reader of the record would break: rules, comparisons, lists. */
    @Property
    void whatIsTakenIsReadByAll(
            @ForAll @IntRange(min = 0, max = 30) int zeros,
            @ForAll @IntRange(min = 1, max = 12) int digits,
            @ForAll("signs") String sign)
            throws Exception {
        String text = "[{\"n\":1.5E" + sign + "0".repeat(zeros) + "9".repeat(digits) + "}]";
        if (digits <= 9) {
            assertEquals(text, JsonText.parsed(text).text());
            assertNotNull(JsonText.mapper().readTree(text));
        } else {
            assertThrows(UnreadableValue.class, () -> JsonText.parsed(text));
        }
    }

    @Provide
    Arbitrary<String> signs() {
        return Arbitraries.of("", "+", "-");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        "\"",
                        "\\",
                        ":",
                        ",",
                        " ",
                        "\n",
                        "\u0000",
                        "\t",
                        "\"a\"",
                        "\"key\"",
                        "1",
                        "-",
                        "0.5",
                        "1e9",
                        "true",
                        "null",
                        "NaN",
                        "//",
                        "/*",
                        "'",
                        "\\u0000",
                        "\\ud800",
                        "\uD800",
                        "\uDE00",
                        "\uD83D\uDE00",
                        "\uFEFF",
                        "ä",
                        "\"x\":",
                        "{}",
                        "[]",
                        "}},{\"key\":\"999\",")
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("", parts));
    }

    @Example
    void halvesOfCharactersAreEscapes() {
        RawJson json = JsonText.parsed("{\"a\uD800\":\"b\uDE00 \uD83D\uDE00\"}");
        assertEquals("{\"a\\ud800\":\"b\\ude00 \uD83D\uDE00\"}", json.text());
        byte[] content = new Content.Writer().of(Map.of("json", json)).json();
        assertEquals("{\"json\":" + json.text() + "}", new String(content, StandardCharsets.UTF_8));
    }

    @Example
    void blankTextIsNothing() {
        assertNull(JsonText.parsed(" \n"));
    }

    @Example
    void noDigitIsLost() throws Exception {
        String number = "1" + "2".repeat(140_000) + "." + "3".repeat(16_000);
        assertEquals(
                number,
                JsonText.mapper()
                        .readTree("[" + number + "]")
                        .get(0)
                        .decimalValue()
                        .toPlainString());
        assertEquals("[" + number + "]", JsonText.parsed("[" + number + "]").text());
        String whole = "1" + "0".repeat(300);
        assertEquals(new BigInteger(whole), JsonText.mapper().readTree(whole).bigIntegerValue());
        assertEquals(
                Map.of("n", new BigInteger(whole)), JsonText.mapper().readValue("{\"n\":" + whole + "}", Map.class));
    }
}
