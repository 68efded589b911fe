package dev.syncline.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records in lines: each is given as it stands, and what is wrong with one is told of it alone. */
class ListFormatTest {
    @Test
    void readsAJsonValueInEachLine() throws IOException {
        List<Element> read = read(ListFormat.NDJSON, "\uFEFF{\"no\":1.50}\r\n\n{\"no\":[\"ä\"]}", "UTF-8");
        assertEquals(List.of("{no=1.50}", "{no=[ä]}"), values(read));
        assertTrue(read.stream().allMatch(one -> one.problem() == null));
    }

    @Test
    void tellsOfTheLineThatIsNoJson() throws IOException {
        List<Element> read = read(
                ListFormat.NDJSON,
                "{\"no\":1}\n{\"no\":\n{\"no\":3} x\n{\"no\":\"" + "y".repeat(2_000) + "\"}\n{\"no\":5}\n",
                "UTF-8");
        assertEquals(5, read.size());
        assertEquals(
                List.of(false, true, true, true, false),
                read.stream().map(one -> one.problem() != null).toList());
        assertEquals("{no=5}", values(read).get(4));
    }

    @Test
    void tellsOfBytesThatAreNoText() throws IOException {
        List<Element> read =
                read(ListFormat.NDJSON, "{\"no\":\"a\"}\n{\"no\":\"\u00e4\"}\n{\"no\":\"b\"}\n", "ISO-8859-1", "");
        assertEquals(
                List.of(false, true, false),
                read.stream().map(one -> one.problem() != null).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16"})
    void readsCsvInItsCharset(String charset) throws IOException {
        List<Element> read = read(ListFormat.CSV, "no;name\r\n1;Jörg\r\n2;\"a;\"\"b\"\"\r\nc\"\r\n3;\n4;\"\"", charset);
        assertEquals(
                List.of("{no=1, name=Jörg}", "{no=2, name=a;\"b\"\r\nc}", "{no=3, name=null}", "{no=4, name=}"),
                values(read));
    }

    @Test
    void tellsOfTheLineWithOtherFields() throws IOException {
        List<Element> read = read(ListFormat.CSV, "no;name\n1;a;b\n2\n\n3;c\n", "UTF-8");
        assertEquals(3, read.size());
        assertTrue(read.get(0).problem().contains("has 3 fields, and the first line names 2"));
        assertTrue(read.get(1).problem().contains("has 1 fields"));
        assertEquals("{no=3, name=c}", values(read).get(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no;name~1;\"a~2;b~ | A quote of the record that begins in line 2 is not closed",
                "no;name~1;\"a\"b~ | neither a delimiter nor the end of the line",
                "no;no~1;2~ | has a name twice",
                "no;~1;2~ | a field without one",
                "`` | no line with the names",
            })
    void refusesWhatCannotBeToldApart(String text, String said) {
        String csv = text.strip().replace('~', '\n');
        String message = assertThrows(JsonParseException.class, () -> read(ListFormat.CSV, csv, "UTF-8"))
                .getOriginalMessage();
        assertTrue(message.contains(said), message);
    }

    @Property(tries = 300)
    void readsWhatWasWritten(@ForAll("records") List<Map<String, String>> records) throws IOException {
        StringBuilder csv = new StringBuilder("a;b\n");
        for (Map<String, String> one : records) {
            csv.append(quoted(one.get("a")))
                    .append(';')
                    .append(quoted(one.get("b")))
                    .append("\r\n");
        }
        assertEquals(
                records.stream().map(Object::toString).toList(), values(read(ListFormat.CSV, csv.toString(), "UTF-8")));
    }

    @Provide
    Arbitrary<List<Map<String, String>>> records() {
        Arbitrary<String> text = Arbitraries.strings().withChars("ab;\"\r\n ,ä").ofMaxLength(8);
        return text.list()
                .ofSize(2)
                .map(pair -> {
                    Map<String, String> record = new LinkedHashMap<>();
                    record.put("a", pair.get(0));
                    record.put("b", pair.get(1));
                    return record;
                })
                .list()
                .ofMaxSize(10);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static List<Element> read(ListFormat format, String text, String charset) throws IOException {
        return read(format, text, charset, charset);
    }

    private static List<Element> read(ListFormat format, String text, String written, String charset)
            throws IOException {
        List<Element> read = new ArrayList<>();
        JsonAnswer answer = format.read(
                new ByteArrayInputStream(
                        text.getBytes(written.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(written))),
                null,
                charset,
                ';',
                1_000,
                (list, element) -> read.add(element));
        assertTrue(answer.isWhole() && answer.hasList(""));
        return read;
    }

    private static List<String> values(List<Element> elements) {
        return elements.stream().map(one -> String.valueOf(one.value())).toList();
    }
}
