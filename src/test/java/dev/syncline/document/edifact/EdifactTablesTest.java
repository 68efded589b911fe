package dev.syncline.document.edifact;

import static dev.syncline.document.CodeTablesTest.read;
import static dev.syncline.document.TradeDocuments.edifact;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.syncline.document.CodeTables;
import dev.syncline.document.CodeTables.Row;
import dev.syncline.document.ParsedDocument;
import dev.syncline.document.SupplierOrder.Line;
import dev.syncline.document.UnreadableDocument;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quantities, dates and prices of docs/suppliers.md, each in a line of a response and of a despatch advice. */
class EdifactTablesTest {
    private static final String RESPONSE = "UNH+1+ORDRSP:D:96A:UN'BGM+231+R1+9'RFF+ON:PO-1'LIN+1++A-1:IN'";
    private static final String DESPATCH = "UNH+1+DESADV:D:96A:UN'BGM+351+D1+9'RFF+ON:PO-1'LIN+1++A-1:IN'QTY+12:5'";

    /** Of 1225, those by which a despatch advice is none of goods on their way, in the words of the table's text. */
    @Test
    void aDespatchThatShipsNothingIsRefused() {
        Set<Integer> refused = IntStream.concat(
                        IntStream.of(1, 3, 10, 12, 13, 16, 17, 23, 25, 27, 40, 46, 48, 50, 52, 53),
                        IntStream.concat(IntStream.rangeClosed(55, 60), IntStream.rangeClosed(63, 69)))
                .boxed()
                .collect(Collectors.toSet());
        for (int code = 1; code < 70; code++) {
            String despatch = edifact(DESPATCH.replace("+9'", "+" + code + "'") + "UNT+6+1'");
            assertEquals(refused.contains(code), !isReadable(despatch), "" + code);
        }
    }

    private static boolean isReadable(String document) {
        try {
            read("edifact", document);
            return true;
        } catch (UnreadableDocument e) {
            return false;
        }
    }

    static Stream<Row> quantities() {
        Set<String> known =
                CodeTables.rows("Quantities, 6063").stream().map(Row::code).collect(Collectors.toSet());
        return Stream.concat(
                CodeTables.rows("Quantities, 6063").stream(),
                IntStream.range(1, 300)
                        .mapToObj(Integer::toString)
                        .filter(code -> !known.contains(code))
                        .map(code -> new Row("", code, List.of("", "nothing", "nothing"))));
    }

    @ParameterizedTest
    @MethodSource("quantities")
    void aQuantityBecomesWhatTheTableSays(Row row) throws UnreadableDocument {
        Line answered = line(RESPONSE + "QTY+" + row.code() + ":7'UNT+6+1'");
        Line shipped = line(DESPATCH.replace("QTY+12:5'", "") + "QTY+" + row.code() + ":7'UNT+6+1'");
        assertEquals(row.cells().get(1), told(answered), row.code());
        assertEquals(row.cells().get(2), told(shipped), row.code());
    }

    private static Line line(String message) throws UnreadableDocument {
        return read("edifact", edifact(message)).orders().get(0).lines().get(0);
    }

    private static String told(Line line) {
        return line.confirmed() != null
                ? "confirmed"
                : line.shipped() != null
                        ? line.cumulative() ? "shipped so far" : "shipped"
                        : line.ordered() != null ? "ordered" : line.backOrdered() != null ? "back-ordered" : "nothing";
    }

    static Stream<Row> dates() {
        Set<String> known =
                CodeTables.rows("Dates, 2005").stream().map(Row::code).collect(Collectors.toSet());
        return Stream.concat(
                CodeTables.rows("Dates, 2005").stream(),
                IntStream.range(1, 500)
                        .mapToObj(Integer::toString)
                        .filter(code -> !known.contains(code))
                        .map(code -> new Row("", code, List.of("", "nothing", "nothing"))));
    }

    @ParameterizedTest
    @MethodSource("dates")
    void aDateBecomesWhatTheTableSays(Row row) throws UnreadableDocument {
        String date = "DTM+" + row.code() + ":20261224:102'UNT+7+1'";
        boolean isAnswered = line(RESPONSE + "QTY+113:5'" + date).expectedOn() != null;
        boolean isShipped = line(DESPATCH + date).expectedOn() != null;
        assertEquals(row.cells().get(1), isAnswered ? "expected" : "nothing", row.code());
        assertEquals(row.cells().get(2), isShipped ? "expected" : "nothing", row.code());
    }

    /** The one that stands before in the table counts, in whichever order they come. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theDateThatStandsFirstCounts(boolean isReversed) throws UnreadableDocument {
        List<Row> rows = CodeTables.rows("Dates, 2005");
        for (int i = 1; i < rows.size(); i++) {
            String first = "DTM+" + rows.get(i - 1).code() + ":20261224:102'";
            String second = "DTM+" + rows.get(i).code() + ":20261231:102'";
            Line line = line(RESPONSE + "QTY+113:5'" + (isReversed ? second + first : first + second) + "UNT+8+1'");
            assertEquals("2026-12-24", line.expectedOn().toString(), rows.get(i).code());
        }
    }

    static Stream<Row> formats() {
        return CodeTables.rows("Formats of dates, 2379").stream();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aFormatIsReadAsTheTableSays(Row row) throws UnreadableDocument {
        for (String text : List.of(row.cells().get(0), row.cells().get(0).replace("-", ""))) {
            ParsedDocument reading = read(
                    "edifact",
                    edifact(RESPONSE + "QTY+113:5'DTM+67:" + text.replace("+", "?+") + ":" + row.code() + "'UNT+7+1'"));
            assertEquals(
                    row.last(),
                    String.valueOf(reading.orders().get(0).lines().get(0).expectedOn()),
                    text);
            assertEquals(List.of(), reading.warnings());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9", "106", "108", "302", "401", "501", "602", "603", "704", "711", "801", "802", "804", "999"})
    void aFormatThatIsNoDayIsTold(String format) throws UnreadableDocument {
        ParsedDocument reading = read("edifact", edifact(RESPONSE + "QTY+113:5'DTM+67:12:" + format + "'UNT+7+1'"));
        assertNull(reading.orders().get(0).lines().get(0).expectedOn());
        assertEquals(1, reading.warnings().size());
    }

    static Stream<Row> prices() {
        return CodeTables.rows("Prices, 5125").stream();
    }

    @ParameterizedTest
    @MethodSource("prices")
    void aPriceBecomesWhatTheTableSays(Row row) throws UnreadableDocument {
        Line line = line(RESPONSE + "QTY+113:5'PRI+" + row.code() + ":2.50'UNT+7+1'");
        assertEquals(row.last(), line.unitCost() == null ? "nothing" : "unit cost");
    }
}
