package dev.syncline.supplier;

import static dev.syncline.supplier.TradeDocuments.READERS;
import static dev.syncline.supplier.TradeDocuments.cxml;
import static dev.syncline.supplier.TradeDocuments.edifact;
import static dev.syncline.supplier.TradeDocuments.ubl;
import static dev.syncline.supplier.TradeDocuments.x12;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.supplier.CodeTables.Row;
import dev.syncline.supplier.SupplierOrder.Kind;
import dev.syncline.supplier.SupplierOrder.Line;
import dev.syncline.supplier.SupplierOrder.Status;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
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
class CodeTablesTest {
    private static final String RESPONSE = "UNH+1+ORDRSP:D:96A:UN'BGM+231+R1+9'RFF+ON:PO-1'LIN+1++A-1:IN'";
    private static final String DESPATCH = "UNH+1+DESADV:D:96A:UN'BGM+351+D1+9'RFF+ON:PO-1'LIN+1++A-1:IN'QTY+12:5'";
    private static final Set<Status> PROMISES =
            EnumSet.of(Status.ACCEPTED, Status.CHANGED, Status.BACK_ORDERED, Status.SHIPPED);

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

        Reading read(String code) throws Unreadable {
            return CodeTablesTest.read(format, document.apply(code));
        }
    }

    private static Reading read(String format, String document) throws Unreadable {
        return READERS.get(format).read(document.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
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
    void aCodeBecomesWhatTheTableSays(Table table, String code, String expected) throws Unreadable {
        Reading reading = table.read(code);
        assertEquals(List.of(), reading.faults());
        SupplierOrder order = reading.orders().get(0);
        Line line = order.lines().isEmpty() ? null : order.lines().get(0);
        boolean isOfOrder = Set.of(Table.ACKNOWLEDGMENT, Table.FUNCTION, Table.RESPONSE_TYPE, Table.UBL_RESPONSE)
                .contains(table);
        Status status = isOfOrder ? order.status() : line.status();
        boolean isTold = expected.endsWith("with a warning");
        boolean saysNothing = isTold || expected.equals("nothing") || expected.equals("none");
        assertEquals(saysNothing ? "nothing" : expected, Objects.toString(status, "nothing"));
        List<String> told = reading.warnings().stream()
                .filter(warning -> !warning.contains("schema"))
                .toList();
        assertEquals(isTold, !told.isEmpty(), told.toString());
        if (line != null && line.confirmed() != null && line.confirmed().signum() > 0) {
            boolean isLeftToQuantity = status == null && !isTold;
            assertTrue(isLeftToQuantity || PROMISES.contains(status), () -> table + " " + code + " confirms " + line);
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
    void aCodeThatIsNotInTheTableIsToldAndConfirmsNothing(Table table) throws Unreadable {
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
            if (code.equals("ZZ") || table == Table.FUNCTION && code.equals("53")) {
                continue; // mutually defined; a test
            }
            Reading reading = table.read(code);
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

    static Stream<Row> purposes() {
        return CodeTables.rows("Purpose, 353").stream();
    }

    @ParameterizedTest
    @MethodSource("purposes")
    void aPurposeIsReadOrRefused(Row row) throws Unreadable {
        String change = x12("CA", "ST*865*1~BCA*" + row.code() + "*AC*PO-1~SE*3*1~");
        String confirmation = x12("PR", "ST*855*1~BAK*" + row.code() + "*AD*PO-1~SE*3*1~");
        String shipment = x12(
                "SH",
                "ST*856*1~BSN*" + row.code()
                        + "*D-1*20261201*0800~HL*1**O~PRF*PO-1~HL*2*1*I~LIN*1*BP*A~SN1*1*5*EA~SE*8*1~");
        String order = x12("PO", "ST*850*1~BEG*" + row.code() + "*SA*PO-1**20261201~SE*3*1~");
        boolean isRead = row.last().equals("read");
        for (String document : List.of(confirmation, shipment)) {
            assertEquals(isRead, isRead(document), document);
        }
        for (String document : List.of(change, order)) {
            assertEquals(!row.last().equals("refused"), isRead(document), document);
            if (isRead(document)) {
                assertEquals(
                        row.last().equals("cancels"),
                        read("x12", document).orders().get(0).kind() == Kind.CANCELLATION,
                        document);
            }
        }
        assertTrue(!isRead || read("x12", confirmation).warnings().isEmpty());
    }

    private static boolean isRead(String document) {
        try {
            return !read("x12", document).orders().isEmpty();
        } catch (Unreadable e) {
            assertTrue(
                    e.getMessage().contains("(BAK)") || e.getMessage().matches(".*\\((BSN|BCA|BEG)\\).*"),
                    e.getMessage());
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX", "99", "78"})
    void aPurposeThatIsNotInTheListIsTold(String code) throws Unreadable {
        assertEquals(
                1,
                read("x12", x12("PR", "ST*855*1~BAK*" + code + "*AD*PO-1~SE*3*1~"))
                        .warnings()
                        .size());
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
    void aQuantityBecomesWhatTheTableSays(Row row) throws Unreadable {
        Line answered = line(RESPONSE + "QTY+" + row.code() + ":7'UNT+6+1'");
        Line shipped = line(DESPATCH.replace("QTY+12:5'", "") + "QTY+" + row.code() + ":7'UNT+6+1'");
        assertEquals(row.cells().get(1), told(answered), row.code());
        assertEquals(row.cells().get(2), told(shipped), row.code());
    }

    private static Line line(String message) throws Unreadable {
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
    void aDateBecomesWhatTheTableSays(Row row) throws Unreadable {
        String date = "DTM+" + row.code() + ":20261224:102'UNT+7+1'";
        boolean isAnswered = line(RESPONSE + "QTY+113:5'" + date).expectedOn() != null;
        boolean isShipped = line(DESPATCH + date).expectedOn() != null;
        assertEquals(row.cells().get(1), isAnswered ? "expected" : "nothing", row.code());
        assertEquals(row.cells().get(2), isShipped ? "expected" : "nothing", row.code());
    }

    /** The one that stands before in the table counts, in whichever order they come. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theDateThatStandsFirstCounts(boolean isReversed) throws Unreadable {
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
    void aFormatIsReadAsTheTableSays(Row row) throws Unreadable {
        for (String text : List.of(row.cells().get(0), row.cells().get(0).replace("-", ""))) {
            Reading reading = read(
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
    void aFormatThatIsNoDayIsTold(String format) throws Unreadable {
        Reading reading = read("edifact", edifact(RESPONSE + "QTY+113:5'DTM+67:12:" + format + "'UNT+7+1'"));
        assertNull(reading.orders().get(0).lines().get(0).expectedOn());
        assertEquals(1, reading.warnings().size());
    }

    static Stream<Row> prices() {
        return CodeTables.rows("Prices, 5125").stream();
    }

    @ParameterizedTest
    @MethodSource("prices")
    void aPriceBecomesWhatTheTableSays(Row row) throws Unreadable {
        Line line = line(RESPONSE + "QTY+113:5'PRI+" + row.code() + ":2.50'UNT+7+1'");
        assertEquals(row.last(), line.unitCost() == null ? "nothing" : "unit cost");
    }

    static Stream<Row> headers() {
        return CodeTables.rows("ConfirmationHeader type").stream()
                .filter(row -> !row.code().startsWith("another"));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void aHeaderOfCxmlBecomesWhatTheTableSays(Row row) throws Unreadable {
        Reading reading = read("cxml", confirmation(row.code(), ""));
        assertEquals(List.of(), reading.faults());
        SupplierOrder order = reading.orders().get(0);
        String expected =
                row.cells().get(0).startsWith("none") ? "none" : row.cells().get(0);
        assertEquals(expected, Objects.toString(order.status(), "none"));
        assertEquals(!row.cells().get(1).equals("no"), order.wholeOrder());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept", "cancel", ""})
    void anotherHeaderOfCxmlIsAFault(String type) throws Unreadable {
        assertEquals(1, read("cxml", confirmation(type, "")).faults().size());
    }
}
