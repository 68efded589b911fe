package dev.syncline.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonAnswerTest {
    private final List<Element> records = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "UTF-8, application/json, ''",
        "UTF-8, application/json; charset=utf-8, \uFEFF",
        "UTF-8, application/json; charset=ISO-8859-1, ''",
        "UTF-8, application/json; charset=nonsense, ''",
        "UTF-8, , \uFEFF",
        "UTF-16LE, application/json, \uFEFF",
        "UTF-16BE, application/json; charset=utf-8, ''",
        "UTF-16LE, application/json, ''",
        "UTF-32BE, application/json, \uFEFF",
        "UTF-32LE, application/json, ''",
        "ISO-8859-1, application/json; charset=ISO-8859-1, ''",
        "windows-1252, 'text/json; charset=\"windows-1252\"', ''"
    })
    void isReadInTheCharsetThatItHasWhateverItSays(String charset, String contentType, String mark) throws IOException {
        String json = mark + "{\"records\":[{\"name\":\"Müller & Söhne\"}]}";
        read(new ByteArrayInputStream(json.getBytes(Charset.forName(charset))), contentType, 1_000);
        assertEquals("Müller & Söhne", records.get(0).field("name"));
        assertNull(records.get(0).problem());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "application/json; charset=utf-16"})
    void aByteThatIsNoTextIsToldWhateverTheAnswerSays(String contentType) throws IOException {
        byte[] json = "{\"records\":[{\"name\":\"Größe\"},{\"name\":\"b\"}]}".getBytes(StandardCharsets.ISO_8859_1);
        read(new ByteArrayInputStream(json), contentType, 1_000);
        assertTrue(records.get(0).problem().contains("0xF6"), records.get(0).problem());
        assertNull(records.get(1).problem());
    }

    @Test
    void aByteThatIsNoTextIsToldOfItsRecordAlone() throws IOException {
        byte[] json =
                "{\"records\":[{\"name\":\"ä\"},{\"address\":{\"city\":\"K?ln\"}},{\"name\":\"ö\"}],\"next\":\"2\"}"
                        .getBytes(StandardCharsets.UTF_8);
        json[new String(json, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xF6;
        JsonAnswer answer = read(new ByteArrayInputStream(json), "application/json; charset=ISO-8859-1", 1_000);
        assertNull(records.get(0).problem());
        assertTrue(
                records.get(1).problem().contains("address.city"),
                records.get(1).problem());
        assertTrue(records.get(1).problem().contains("0xF6"), records.get(1).problem());
        assertEquals("ö", records.get(2).field("name"));
        assertNull(records.get(2).problem());
        assertEquals("2", answer.field("next"));
    }

    @Test
    void aTextOfManyMegabytesIsItsRecordsProblemAndNotKept() throws IOException {
        String before = "{\"records\":[{\"key\":1,\"text\":\"";
        String after = "\\\"\",\"last\":7},{\"key\":2}],\"next\":null}";
        JsonAnswer answer = read(new Long21(before, after), null, 1L << 20);
        assertEquals(2, records.size());
        assertTrue(
                records.get(0).problem().contains("longest-record"),
                records.get(0).problem());
        assertEquals(1L, records.get(0).field("key"));
        assertNull(records.get(1).problem());
        assertTrue(answer.isWhole());
        assertTrue(answer.hasField("next"));
    }

    /** 21 MB of a text between a beginning and an end. */
    private static final class Long21 extends InputStream {
        private final byte[] before;
        private final byte[] after;
        private int at;

        private Long21(String before, String after) {
            this.before = before.getBytes(StandardCharsets.UTF_8);
            this.after = after.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            int place = at++;
            if (place < before.length) {
                return before[place];
            } else if (place < before.length + 21_000_000) {
                return 'x';
            }
            int rest = place - before.length - 21_000_000;
            return rest < after.length ? after[rest] : -1;
        }
    }

    /** Each takes memory, however short it is written: none is left out without a word. */
    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "0", "\"\"", "{\"a\":[]}", "[[[]]]"})
    void smallThingsCountByWhatTheyTake(String thing) throws IOException {
        int many = 20_000;
        String list = (thing + ",").repeat(many) + thing;
        read("{\"records\":[{\"key\":\"K\",\"things\":[" + list + "]},{\"key\":\"L\"}]}", 50_000);
        assertTrue(
                records.get(0).problem().contains("longest-record"),
                records.get(0).problem());
        assertEquals("K", records.get(0).field("key"));
        List<?> kept = (List<?>) records.get(0).field("things");
        assertTrue(kept == null || kept.size() <= 50_000 / 16, "" + kept);
        assertNull(records.get(1).problem());
    }

    @Test
    void manyLargeRecordsAreReadOneAfterTheOther() throws IOException {
        String large = "{\"key\":\"K\",\"text\":\"" + "x".repeat(300_000) + "\"}";
        read("{\"records\":[" + (large + ",").repeat(9) + large + "]}", 1L << 20);
        assertEquals(10, records.size());
        read("{\"records\":[" + large + "," + large + "," + large + "]}", 1L << 20);
        assertEquals(13, records.size(), "none of them keeps the others waiting");
    }

    @Test
    void aRecordOfManyFieldsIsBoundedAsAWholeAndKnownByItsKey() throws IOException {
        StringBuilder json = new StringBuilder("{\"records\":[{\"data\":{");
        for (int i = 0; i < 10_000; i++) {
            json.append("\"field")
                    .append(i)
                    .append("\":\"")
                    .append("v".repeat(50))
                    .append("\",");
        }
        json.append("\"z\":0},\"key\":\"K-1\"},{\"key\":\"K-2\"}]}");
        read(json.toString(), 10_000);
        assertEquals("K-1", records.get(0).field("key"));
        assertTrue(
                records.get(0).problem().contains("more than 10000 characters"),
                records.get(0).problem());
        assertNull(records.get(1).problem());
    }

    @Test
    void aRecordThatIsTooDeepIsToldAndTheNextIsRead() throws IOException {
        read(
                "{\"records\":[{\"key\":1,\"deep\":" + "[".repeat(90_000) + "]".repeat(90_000) + "},{\"key\":2}]}",
                1 << 20);
        assertTrue(
                records.get(0).problem().contains("deeper than 500"),
                records.get(0).problem());
        assertEquals(1L, records.get(0).field("key"));
        assertEquals(2L, records.get(1).field("key"));
        assertNull(records.get(1).problem());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
    void whatIsNoNumberIsItsRecordsProblem(String value) throws IOException {
        read("{\"records\":[{\"key\":1,\"n\":" + value + "},{\"key\":2,\"n\":1}]}", 1_000);
        assertNotNull(records.get(0).problem());
        assertNull(records.get(1).problem());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "<html>",
                "{\"records\":[{\"key\":1},{\"key\"",
                "{\"records\":[{\"key\":1}]}{\"records\":[]}",
                "{\"records\":[{\"key\":1}]} and more",
                "{\"records\":[1,]}"
            })
    void whatIsNoJsonIsNoAnswer(String json) {
        assertThrows(JsonProcessingException.class, () -> read(json, 1_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "17",
                "\"text\"",
                "null",
                "{}",
                "{\"records\":{}}",
                "{\"records\":null}",
                "{\"Records\":[]}"
            })
    void anotherKindOfAnswerHasNoSuchListAndIsToldWithWhatNamesIt(String json) throws IOException {
        JsonAnswer answer = read(json, 1_000);
        assertFalse(answer.hasList("records"));
        assertEquals(
                "no list 'records', which the parameter 'records' of its http-read names"
                        + (json.equals("[]")
                                ? "; the answer is a list itself, and must be an object that has the list, or the parameter empty"
                                : ""),
                answer.without("records", "'records' of its http-read"));
    }

    /** Many systems have their records in an object, and the next page in another. */
    @Test
    void fieldsOfObjectsInTheAnswerAreNamedWithDots() throws IOException {
        String json = "{\"meta\":{\"page\":{\"next\":\"c\",\"size\":2},\"total\":25,\"rows\":[1]},\"a.b\":7,"
                + "\"other\":{\"next\":\"x\"},\"data\":{\"rows\":[{\"id\":{\"no\":1},\"x.y\":2},{}],\"more\":[3]},"
                + "\"last\":null}";
        JsonAnswer answer = JsonAnswer.read(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                null,
                Set.of("data.rows"),
                Set.of("meta.page.next", "meta.total", "a.b", "last"),
                1_000,
                (list, record) -> records.add(record));
        assertTrue(answer.hasList("data.rows") && answer.isWhole());
        assertEquals(2, records.size());
        assertEquals("c", answer.field("meta.page.next"));
        assertEquals(25L, answer.field("meta.total"));
        assertEquals(7L, answer.field("a.b"), "a name that has a dot");
        assertNull(answer.field("last"));
        assertNull(answer.field("other.next"), "nobody asked for it");
        assertEquals(1L, records.get(0).field("id.no"));
        assertEquals(2L, records.get(0).field("x.y"));
        assertNull(records.get(1).field("id.no"));
    }

    @Test
    void halvesOfCharactersThatWereEscapedStayAsTheyAre() throws IOException {
        read("{\"records\":[{\"a\":\"x\\ud800\",\"b\":\"\\u0000\",\"c\":\"\\udc80\"}]}", 1_000);
        assertNull(records.get(0).problem());
        assertEquals(
                Map.of("a", "x\ud800", "b", "\0", "c", "\udc80"), records.get(0).value());
    }

    private JsonAnswer read(String json, long longest) throws IOException {
        return read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), null, longest);
    }

    private JsonAnswer read(InputStream in, String contentType, long longest) throws IOException {
        return JsonAnswer.read(in, contentType, Set.of("records"), longest, (list, record) -> records.add(record));
    }
}
