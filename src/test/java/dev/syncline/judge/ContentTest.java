package dev.syncline.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.syncline.value.RawJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"",
                "\\",
                "\\\"",
                "a\nb\r\tc",
                "\u0000",
                "\u0001\u001f",
                "\u007f\u0085",
                "\u2028\u2029",
                "</script>",
                "äöüß€",
                "😀 𝒳",
                "\uFEFF",
                "\uFFFD",
                "'; drop table x --",
                "{\"a\":1}",
                "[1]"
            })
    void givesTextBackAsItCame(String text) throws IOException {
        assertEquals(text, parse(fields("text", text)).get("text").textValue());
        assertEquals(1, parse(fields(text, 1L)).get(text).intValue());
    }

    /** Half a character, as a source can write it with JSON's own escapes, must not stop the run of all others. */
    @Test
    void givesHalfACharacterBackAsItCame() throws IOException {
        JsonNode parsed = parse(fields("text", "a\uD83Db", "list", List.of("\uDE00", Map.of("\uD83D", "\uD83D"))));
        assertEquals("a\uD83Db", parsed.get("text").textValue());
        assertEquals("\uDE00", parsed.get("list").get(0).textValue());
        assertEquals("\uD83D", parsed.get("list").get(1).get("\uD83D").textValue());
        String json = new String(Content.of(fields("a\uD83D", "\uD83D")).json(), StandardCharsets.UTF_8);
        assertFalse(json.contains("\uFFFD"), "is UTF-8");
    }

    @Test
    void givesEveryKindOfValueBack() throws IOException {
        JsonNode parsed = parse(fields(
                "null",
                null,
                "long",
                Long.MIN_VALUE,
                "int",
                7,
                "decimal",
                new BigDecimal("12345678901234567890.0123456789"),
                "plain",
                new BigDecimal("1E+3"),
                "tiny",
                new BigDecimal("1E-7"),
                "double",
                0.1,
                "true",
                true,
                "date",
                LocalDate.of(2026, 3, 29),
                "local",
                LocalDateTime.of(2026, 3, 29, 2, 30, 0, 1_000),
                "instant",
                Instant.parse("2026-03-29T00:30:00.000001Z"),
                "binary",
                new byte[] {0, -1, 1},
                "object",
                new RawJson("{\"a\": [1, null]}"),
                "map",
                new LinkedHashMap<>(Map.of("m", List.of(1L, "two"))),
                "short",
                (short) 3,
                "list",
                Arrays.asList(1L, null, "x", Map.of("k", new BigDecimal("2.50"))),
                "rows",
                new RawJson(" [ {\"no\":1} ] ")));
        assertEquals(17, parsed.size());
        assertEquals(true, parsed.get("null").isNull());
        assertEquals(Long.MIN_VALUE, parsed.get("long").longValue());
        assertEquals(7, parsed.get("int").intValue());
        assertEquals(
                new BigDecimal("12345678901234567890.0123456789"),
                parsed.get("decimal").decimalValue());
        assertEquals("1000", parsed.get("plain").asText());
        assertEquals(new BigDecimal("0.0000001"), parsed.get("tiny").decimalValue());
        assertEquals(new BigDecimal("0.1"), parsed.get("double").decimalValue());
        assertEquals(true, parsed.get("true").booleanValue());
        assertEquals("2026-03-29", parsed.get("date").textValue());
        assertEquals("2026-03-29T02:30:00.000001", parsed.get("local").textValue());
        assertEquals("2026-03-29T00:30:00.000001Z", parsed.get("instant").textValue());
        assertArrayEquals(new byte[] {0, -1, 1}, parsed.get("binary").binaryValue());
        assertEquals("{\"a\":[1,null]}", parsed.get("object").toString());
        assertEquals("{\"m\":[1,\"two\"]}", parsed.get("map").toString());
        assertEquals(3, parsed.get("short").intValue());
        assertEquals("[1,null,\"x\",{\"k\":2.50}]", parsed.get("list").toString());
        assertEquals("[{\"no\":1}]", parsed.get("rows").toString());
    }

    @Test
    void isJsonWithoutFieldsOrWithChildrenOnly() throws IOException {
        assertEquals("{}", parse(fields()).toString());
        assertEquals("{\"lines\":[]}", parse(fields("lines", new RawJson("[]"))).toString());
    }

    @Test
    void hashesEveryDifferenceOfTheFields() {
        List<Map<String, Object>> contents = new ArrayList<>(List.of(
                fields(),
                fields("a", null),
                fields("a", ""),
                fields("a", " "),
                fields("a", 0L),
                fields("a", "0"),
                fields("a", false),
                fields("a", new BigDecimal("0.00")),
                fields("a", "null"),
                fields("b", null),
                fields("a", "x", "b", "y"),
                fields("b", "y", "a", "x"),
                fields("a", "y", "b", "x"),
                fields("a", "x\",\"b\":\"y"),
                fields("a", "xy", "b", ""),
                fields("a", LocalDate.of(2026, 1, 1)),
                fields("a", LocalDate.of(2026, 1, 2))));
        Set<Object> hashes = new HashSet<>();
        contents.forEach(content -> hashes.add(Content.of(content).hash()));
        assertEquals(contents.size(), hashes.size());
    }

    @Test
    void hashesTheSameContentTheSame() {
        Map<String, Object> fields =
                fields("a", new BigDecimal("1.50"), "b", new byte[] {1, 2}, "c", List.of("x"), "d", null);
        Map<String, Object> again =
                fields("a", new BigDecimal("1.50"), "b", new byte[] {1, 2}, "c", List.of("x"), "d", null);
        assertEquals(Content.of(fields).hash(), Content.of(again).hash());
        assertEquals(Content.of(fields).childHash(), Content.of(again).childHash());
        assertArrayEquals(Content.of(fields).fieldHashes(), Content.of(again).fieldHashes());
    }

    @Test
    void hashesChildrenApartFromFields() {
        Content header = Content.of(fields("a", 1L, "b", 2L));
        Content one = Content.of(fields("a", 1L, "lines", new RawJson("[1]"), "b", 2L));
        Content other = Content.of(fields("a", 1L, "lines", new RawJson("[2]"), "b", 2L));
        Content changed = Content.of(fields("a", 9L, "lines", new RawJson("[1]"), "b", 2L));
        assertNull(header.childHash());
        assertEquals(header.hash(), one.hash());
        assertEquals(one.hash(), other.hash());
        assertNotEquals(one.childHash(), other.childHash());
        assertEquals(one.childHash(), changed.childHash());
        assertNotEquals(one.hash(), changed.hash());
        assertArrayEquals(header.fieldHashes(), one.fieldHashes());
    }

    @Test
    void tellsEmptyChildrenFromNoneAndTheNamesOfChildrenApart() {
        Content empty = Content.of(fields("a", 1L, "lines", List.of()));
        assertNotEquals(null, empty.childHash());
        assertNotEquals(
                empty.childHash(),
                Content.of(fields("a", 1L, "files", List.of())).childHash());
    }

    /** The document log names what changed: that nothing became something counts. */
    @Test
    void hashesEachFieldByItsValue() {
        byte[] before = Content.of(fields("a", null, "b", "same", "c", new byte[] {1}, "d", 1L))
                .fieldHashes();
        for (Object value : new Object[] {"", 0L, 0, false, "x", new BigDecimal("0")}) {
            byte[] after = Content.of(fields("a", value, "b", "same", "c", new byte[] {1}, "d", 1L))
                    .fieldHashes();
            assertEquals(8, after.length);
            assertFalse(before[0] == after[0] && before[1] == after[1], "null and " + value);
            assertArrayEquals(Arrays.copyOfRange(before, 2, 8), Arrays.copyOfRange(after, 2, 8));
        }
    }

    private static JsonNode parse(Map<String, Object> fields) throws IOException {
        return JSON.readTree(Content.of(fields).json());
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
