package dev.syncline.document;

import static dev.syncline.document.TradeDocuments.READERS;
import static dev.syncline.document.TradeDocuments.cxml;
import static dev.syncline.document.TradeDocuments.edifact;
import static dev.syncline.document.TradeDocuments.ubl;
import static dev.syncline.document.TradeDocuments.x12;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.document.CodeTables.Row;
import dev.syncline.document.SupplierOrder.Line;
import dev.syncline.document.SupplierOrder.Status;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code of docs/suppliers.md, in a document: it becomes what the table says, and a code that is not there is told. */
public class CodeTablesTest {
    /** Of the tables whose codes say how an order or line stands, a document with the code in its place. */
    enum Table {
        ACKNOWLEDGMENT(
                "Acknowledgment type, 587", "x12", code -> x12("PR", "ST*855*1~BAK*00*" + code + "*PO-1~SE*3*1~")),
        LINE_STATUS(
                "Line item status, 668",
                "x12",
                code -> x12("PR", "ST*855*1~BAK*00*AC*PO-1~PO1*1*5*EA~ACK*" + code + "*5*EA~SE*5*1~")),
        CHANGE(
                "Change or response type, 670",
                "x12",
                code -> x12("CA", "ST*865*1~BCA*00*AC*PO-1~POC*1*" + code + "*5*5*EA~SE*4*1~")),
        FUNCTION(
                "Message function, 1225",
                "edifact",
                code -> edifact("UNH+1+ORDRSP:D:96A:UN'BGM+231+R1+" + code + "'RFF+ON:PO-1'LIN+1'QTY+113:5'UNT+6+1'")),
        RESPONSE_TYPE(
                "Response type, 4343",
                "edifact",
                code -> edifact(
                        "UNH+1+ORDRSP:D:96A:UN'BGM+231+R1+9+" + code + "'RFF+ON:PO-1'LIN+1'QTY+113:5'UNT+6+1'")),
        ACTION(
                "Action of a line, 1229",
                "edifact",
                code -> edifact(
                        "UNH+1+ORDRSP:D:96A:UN'BGM+231+R1+9'RFF+ON:PO-1'LIN+1+" + code + "'QTY+113:5'UNT+6+1'")),
        UBL_ACTION("Action of a line, 1229", "ubl", code -> response("", code)),
        UBL_RESPONSE(
                "Response code, 4343",
                "ubl",
                code -> response("<cbc:OrderResponseCode>" + code + "</cbc:OrderResponseCode>", "")),
        UBL_LINE("Line status (LineStatusCode)", "ubl", code -> response("", code)),
        JSON_STATUS(
                "Status of an order or line",
                "json",
                code -> "{\"orders\":[{\"poNumber\":\"PO-1\",\"lines\":[{\"poLineNumber\":1,\"status\":\"" + code
                        + "\",\"quantityOrdered\":5}]}]}"),
        CONFIRMATION_STATUS(
                "ConfirmationStatus type",
                "cxml",
                code -> confirmation("detail", "<ConfirmationStatus type='" + code + "' quantity='5'/>"));

        private final String heading;
        private final String format;
        private final Function<String, String> document;

        Table(String heading, String format, Function<String, String> document) {
            this.heading = heading;
            this.format = format;
            this.document = document;
        }

        ParsedDocument read(String code) throws UnreadableDocument {
            return CodeTablesTest.read(format, document.apply(code));
        }
    }

    public static ParsedDocument read(String format, String document) throws UnreadableDocument {
        return READERS.get(format).read(document.getBytes(StandardCharsets.UTF_8), DocumentLimits.DEFAULT);
    }

    private static String response(String code, String line) {
        return ubl(
                "OrderResponse",
                "<cbc:ID>R-1</cbc:ID><cbc:IssueDate>2026-12-01</cbc:IssueDate>" + code
                        + "<cac:OrderReference><cbc:ID>PO-1</cbc:ID></cac:OrderReference><cac:OrderLine><cac:LineItem>"
                        + "<cbc:ID>1</cbc:ID>"
                        + (line.isEmpty() ? "" : "<cbc:LineStatusCode>" + line + "</cbc:LineStatusCode>")
                        + "<cbc:Quantity unitCode='EA'>5</cbc:Quantity></cac:LineItem></cac:OrderLine>");
    }

    private static String confirmation(String type, String statuses) {
        return cxml(
                "c1",
                "<ConfirmationRequest><ConfirmationHeader type='" + type + "' confirmID='C-1' noticeDate='2026-12-01'/>"
                        + "<OrderReference orderID='PO-1'/>"
                        + (statuses.isEmpty()
                                ? ""
                                : "<ConfirmationItem lineNumber='1' quantity='5'><UnitOfMeasure>EA</UnitOfMeasure>"
                                        + statuses + "</ConfirmationItem>")
                        + "</ConfirmationRequest>");
    }

    static Stream<Arguments> statuses() {
        return Stream.of(Table.values()).flatMap(table -> CodeTables.rows(table.heading).stream()
                .filter(row -> !Set.of("another", "none").contains(row.code()))
                .map(row -> Arguments.of(table, row.code(), status(table, row))));
    }

    /** The column that says what becomes of it: the third of all, in cXML and JSON the second. */
    private static String status(Table table, Row row) {
        return row.cells().get(table == Table.CONFIRMATION_STATUS || table == Table.JSON_STATUS ? 0 : 1);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("statuses")
    void aCodeBecomesWhatTheTableSays(Table table, String code, String expected) throws UnreadableDocument {
        ParsedDocument reading = table.read(code);
        assertEquals(List.of(), reading.faults());
        SupplierOrder order = reading.orders().get(0);
        Line line = order.lines().isEmpty() ? null : order.lines().get(0);
        boolean isOfOrder = Set.of(Table.ACKNOWLEDGMENT, Table.FUNCTION, Table.RESPONSE_TYPE, Table.UBL_RESPONSE)
                .contains(table);
        Status status = isOfOrder ? order.status() : line.status();
        boolean isTold = expected.endsWith("with a warning");
        String becomes = expected.replace(", with a warning", "").replace("none", "nothing");
        assertEquals(becomes, Objects.toString(status, "nothing"));
        List<String> told = reading.warnings().stream()
                .filter(warning -> !warning.contains("schema"))
                .toList();
        assertEquals(isTold, !told.isEmpty(), told.toString());
        if (line != null && line.confirmed() != null && line.confirmed().signum() > 0) {
            boolean isLeftToQuantity = status == null && !isTold;
            assertTrue(isLeftToQuantity || status.isPromise(), () -> table + " " + code + " confirms " + line);
        }
    }

    /** What is not in the table is not known by the program either: the table is complete. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ACKNOWLEDGMENT",
                "LINE_STATUS",
                "CHANGE",
                "RESPONSE_TYPE",
                "UBL_RESPONSE",
                "ACTION",
                "UBL_ACTION",
                "FUNCTION"
            })
    void aCodeThatIsNotInTheTableIsToldAndConfirmsNothing(Table table) throws UnreadableDocument {
        Set<String> known =
                CodeTables.rows(table.heading).stream().map(Row::code).collect(Collectors.toSet());
        boolean hasNumbers =
                Set.of(Table.ACTION, Table.UBL_ACTION, Table.FUNCTION).contains(table);
        Stream<String> codes = hasNumbers
                ? IntStream.range(1, 160).mapToObj(Integer::toString)
                : IntStream.range(0, 36 * 26)
                        .filter(i -> table != Table.UBL_RESPONSE || "ACNR".indexOf('A' + i / 36) >= 0)
                        .mapToObj(i ->
                                "" + (char) ('A' + i / 36) + Character.toUpperCase(Character.forDigit(i % 36, 36)));
        for (String code : codes.filter(code -> !known.contains(code)).toList()) {
            if (table == Table.FUNCTION && code.equals("53")) {
                continue; // a test
            }
            ParsedDocument reading = table.read(code);
            SupplierOrder order = reading.orders().get(0);
            assertFalse(reading.warnings().isEmpty(), code);
            assertNull(
                    order.lines().isEmpty()
                            ? order.status()
                            : order.lines().get(0).status(),
                    code);
            assertTrue(order.lines().stream().allMatch(line -> line.confirmed() == null), code);
        }
    }

    static Stream<Row> headers() {
        return CodeTables.rows("ConfirmationHeader type").stream()
                .filter(row -> !row.code().startsWith("another"));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void aHeaderOfCxmlBecomesWhatTheTableSays(Row row) throws UnreadableDocument {
        ParsedDocument reading = read("cxml", confirmation(row.code(), ""));
        assertEquals(List.of(), reading.faults());
        SupplierOrder order = reading.orders().get(0);
        String expected =
                row.cells().get(0).startsWith("none") ? "none" : row.cells().get(0);
        assertEquals(expected, Objects.toString(order.status(), "none"));
        assertEquals(!row.cells().get(1).equals("no"), order.wholeOrder());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept", "cancel", ""})
    void anotherHeaderOfCxmlIsAFault(String type) throws UnreadableDocument {
        assertEquals(1, read("cxml", confirmation(type, "")).faults().size());
    }
}
