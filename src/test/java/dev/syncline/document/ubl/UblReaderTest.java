package dev.syncline.document.ubl;

import static dev.syncline.document.ExpectedLine.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.document.DocumentLimits;
import dev.syncline.document.ParsedDocument;
import dev.syncline.document.Samples;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Kind;
import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.UnreadableDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UblReaderTest {
    private static final String NAMESPACES = " xmlns:cac='urn:oasis:names:specification:ubl:schema:xsd:"
            + "CommonAggregateComponents-2' xmlns:cbc='urn:oasis:names:specification:ubl:schema:xsd:"
            + "CommonBasicComponents-2'>";

    private final UblReader reader = new UblReader();

    private ParsedDocument own(String file) throws UnreadableDocument {
        return reader.read(Samples.own("ubl/" + file), DocumentLimits.DEFAULT);
    }

    private static String document(String type, String content) {
        return "<" + type + " xmlns='urn:oasis:names:specification:ubl:schema:xsd:" + type + "-2'" + NAMESPACES
                + content.replaceAll(
                                "<(/?)(\\w*(?:ID|Code|Date|Quantity|Amount|Indicator|Numeric|Name))\\b", "<$1cbc:$2")
                        .replaceAll("<(/?)([A-Z])", "<$1cac:$2")
                + "</" + type + ">";
    }

    private ParsedDocument read(String type, String content) throws UnreadableDocument {
        return reader.read(document(type, content).getBytes(StandardCharsets.UTF_8), DocumentLimits.DEFAULT);
    }

    private SupplierOrder.Line responseLine(String header, String item) throws UnreadableDocument {
        ParsedDocument reading = read(
                "OrderResponse",
                header + "<OrderReference><ID>1</ID></OrderReference><OrderLine><LineItem><ID>1</ID>" + item
                        + "</LineItem></OrderLine>");
        assertEquals(List.of(), reading.faults());
        return reading.orders().get(0).lines().get(0);
    }

    @Test
    void readsAResponseOfTwoOrdersWhole() throws UnreadableDocument {
        ParsedDocument reading = own("order-response.xml");

        assertEquals("OrderResponse/R-1", reading.id());
        assertEquals("UBL OrderResponse 2.1", reading.type());
        assertEquals(List.of(), reading.faults());
        assertNull(reading.acknowledgement());
        assertEquals(
                List.of(
                        response(
                                "PO-3001",
                                null,
                                line("001")
                                        .supplierLine("10")
                                        .description("Beam")
                                        .is(Status.ACCEPTED, "5")
                                        .make(),
                                line("002")
                                        .supplierLine("20")
                                        .item("30001")
                                        .supplierItem("CB 7")
                                        .gtin("04012345000009")
                                        .description("Nails, bright")
                                        .is(Status.CHANGED, "3")
                                        .confirmed("7.5")
                                        .backOrdered("2.5")
                                        .unit("KGM")
                                        .unitCost("2.5")
                                        .expectedOn("2026-12-20")
                                        .make(),
                                line("003")
                                        .description("Hinge")
                                        .is(Status.REJECTED, "7")
                                        .unit("EA")
                                        .make(),
                                line("4")
                                        .description("Lock")
                                        .is(Status.SHIPPED, "42")
                                        .unit("EA")
                                        .make()),
                        response(
                                "PO-3002",
                                "SO-2",
                                line("005")
                                        .description("Key")
                                        .is(Status.RECEIVED, "77")
                                        .unit("EA")
                                        .make(),
                                line(null)
                                        .supplierItem("CB 9")
                                        .description("Better key")
                                        .is(Status.ACCEPTED, "77")
                                        .ordered("5")
                                        .confirmed("5")
                                        .unit("EA")
                                        .insteadOf("005")
                                        .make())),
                reading.orders());
        assertEquals(
                List.of(
                        "LineCountNumeric declares 9 lines, there are 5 (at LineCountNumeric (line 10, column 25))",
                        "The price is of 1 BX, which tells nothing of one EA; it was left out (at OrderLine (line 34, "
                                + "column 18))"),
                reading.warnings());
    }

    private static SupplierOrder response(String order, String supplierNumber, SupplierOrder.Line... lines) {
        return new SupplierOrder(
                Kind.CONFIRMATION,
                "R-1",
                Instant.parse("2026-11-20T08:30:00Z"),
                null,
                order,
                supplierNumber,
                null,
                Status.CHANGED,
                false,
                "EUR",
                LocalDate.of(2026, 12, 4),
                List.of(),
                List.of(lines),
                null);
    }

    @Test
    void readsADespatchOfTwoOrdersWhole() throws UnreadableDocument {
        ParsedDocument reading = own("despatch-advice.xml");

        assertEquals(List.of(), reading.faults());
        assertEquals(List.of(), reading.warnings());
        assertEquals(
                List.of(
                        despatch(
                                "PO-3001",
                                "SO-1",
                                line("001")
                                        .description("Tür")
                                        .is(Status.SHIPPED, null)
                                        .shipped("6")
                                        .backOrdered("4")
                                        .unit("EA")
                                        .tracking("PKG-1")
                                        .make(),
                                line("002")
                                        .description("Lock")
                                        .is(Status.BACK_ORDERED, null)
                                        .shipped("0")
                                        .backOrdered("3")
                                        .unit("EA")
                                        .make(),
                                line("003")
                                        .description("Hinge")
                                        .is(Status.CANCELLED, "Cancelled")
                                        .make()),
                        despatch(
                                "PO-3002",
                                null,
                                line("001")
                                        .description("Key")
                                        .is(Status.SHIPPED, null)
                                        .shipped("2")
                                        .unit("EA")
                                        .make())),
                reading.orders());
    }

    private static SupplierOrder despatch(String order, String supplierNumber, SupplierOrder.Line... lines) {
        return new SupplierOrder(
                Kind.SHIPMENT,
                "D-1",
                Instant.parse("2026-12-01T00:00:00Z"),
                null,
                order,
                supplierNumber,
                null,
                null,
                false,
                null,
                LocalDate.of(2026, 12, 3),
                List.of("1Z999AA10123456784", "WAY-1"),
                List.of(lines),
                null);
    }

    @Test
    void aCancellationMayBeOfSeveralOrders() throws UnreadableDocument {
        ParsedDocument reading = own("order-cancellation.xml");

        assertEquals("UBL OrderCancellation", reading.type());
        assertEquals(List.of(cancelled("PO-3001", "SO-1"), cancelled("PO-3002", null)), reading.orders());
        assertEquals(List.of(), reading.warnings());
    }

    private static SupplierOrder cancelled(String order, String supplierNumber) {
        return new SupplierOrder(
                Kind.CANCELLATION,
                "C-1",
                Instant.parse("2026-12-01T23:00:00Z"),
                null,
                order,
                supplierNumber,
                null,
                Status.CANCELLED,
                true,
                null,
                null,
                List.of(),
                List.of(),
                SupplierOrder.Side.EITHER);
    }

    @ParameterizedTest
    @CsvSource({
        "AB,RECEIVED",
        "AC,CHANGED",
        "AD,ACCEPTED",
        "AI,CHANGED",
        "AJ,RECEIVED",
        "AP,ACCEPTED",
        "CA,CHANGED",
        "NA,REJECTED",
        "RE,REJECTED",
        "ZZ,"
    })
    void responseCodesMean(String code, Status status) throws UnreadableDocument {
        ParsedDocument reading = read(
                "OrderResponse",
                "<ID>1</ID><OrderResponseCode>" + code
                        + "</OrderResponseCode><OrderReference><ID>1</ID></OrderReference>");
        SupplierOrder order = reading.orders().get(0);

        assertEquals(status, order.status());
        assertEquals(status != null, order.wholeOrder());
        assertEquals(
                status == null,
                reading.warnings().stream().anyMatch(warning -> warning.startsWith("OrderResponseCode 'ZZ'")));
    }

    @ParameterizedTest
    @CsvSource({"AP,true", "RE,true", "AB,false", "CA,false"})
    void aCodeThatHoldsForAllLinesHoldsForThoseThatAreNotNamed(String code, boolean isWhole) throws UnreadableDocument {
        ParsedDocument reading = read(
                "OrderResponse",
                "<OrderResponseCode>" + code + "</OrderResponseCode><OrderReference><ID>1</ID></OrderReference>"
                        + "<OrderLine><LineItem><ID>1</ID></LineItem></OrderLine>");

        assertEquals(isWhole, reading.orders().get(0).wholeOrder());
    }

    @ParameterizedTest
    @CsvSource({
        "1,CHANGED,7",
        "2,CANCELLED,",
        "3,CHANGED,7",
        "4,,",
        "74,RECEIVED,",
        "5,ACCEPTED,7",
        "7,REJECTED,",
        "42,SHIPPED,",
        "Added,CHANGED,7",
        "Revised,CHANGED,7",
        "Cancelled,CANCELLED,",
        "NoStatus,,7",
        "Disputed,,",
        "99,,"
    })
    void lineCodesMean(String code, Status status, String confirmed) throws UnreadableDocument {
        SupplierOrder.Line line =
                responseLine("", "<LineStatusCode>" + code + "</LineStatusCode><Quantity unitCode='EA'>7</Quantity>");

        assertEquals(status, line.status());
        assertEquals(code, line.code());
        assertEquals(
                confirmed, line.confirmed() == null ? null : line.confirmed().toString());
        assertNull(line.ordered());
    }

    @ParameterizedTest
    @CsvSource({"AP,7", "CA,7", "AB,", "RE,"})
    void quantitiesOfLinesWithoutACodeGoByThatOfTheResponse(String code, String confirmed) throws UnreadableDocument {
        SupplierOrder.Line line = responseLine(
                "<OrderResponseCode>" + code + "</OrderResponseCode>", "<Quantity unitCode='EA'>7</Quantity>");

        assertEquals(
                confirmed, line.confirmed() == null ? null : line.confirmed().toString());
    }

    @ParameterizedTest
    @CsvSource({"true,ACCEPTED", "1,ACCEPTED", "false,REJECTED", "0,REJECTED"})
    void simpleResponsesAcceptOrReject(String indicator, Status status) throws UnreadableDocument {
        SupplierOrder order = read(
                        "OrderResponseSimple",
                        "<ID>1</ID><AcceptedIndicator>" + indicator
                                + "</AcceptedIndicator><OrderReference><ID>1</ID></OrderReference>")
                .orders()
                .get(0);

        assertEquals(status, order.status());
        assertTrue(order.wholeOrder());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<DeliveredQuantity>many</DeliveredQuantity>",
                "<DeliveredQuantity>-1</DeliveredQuantity>",
                "<DeliveredQuantity/>",
                "<DeliveredQuantity>1</DeliveredQuantity><DeliveredQuantity>2</DeliveredQuantity>",
                "<x:DeliveredQuantity xmlns:x='urn:x'>1</x:DeliveredQuantity>",
                "<DeliveredQuantity unitCode='EA'>1</DeliveredQuantity><OutstandingQuantity unitCode='BX'>1</OutstandingQuantity>",
                "<OrderLineReference><LineID>1</LineID></OrderLineReference><OrderLineReference><LineID>2</LineID></OrderLineReference>",
                "<OrderLineReference><OrderReference><SalesOrderID>1</SalesOrderID></OrderReference></OrderLineReference>",
            })
    void valuesThatCannotBeReadAreAFaultOfTheDocument(String line) throws UnreadableDocument {
        ParsedDocument reading = read(
                "DespatchAdvice",
                "<ID>1</ID><OrderReference><ID>1</ID></OrderReference><DespatchLine>" + line + "</DespatchLine>");

        assertEquals(List.of(), reading.orders());
        assertEquals(1, reading.faults().size());
        assertTrue(reading.faults().get(0).place().contains("(line 1, column "), reading.faults()::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "Order,<IssueDate>2026-01-01</IssueDate>",
        "OrderChange,<ID>1</ID>",
        "OrderCancellation,<ID>1</ID>",
        "OrderCancellation,<ID>1</ID><OrderReference/>",
        "OrderResponse,<ID>1</ID>",
        "OrderResponse,<OrderReference><ID>1</ID></OrderReference><OrderLine/>",
        "OrderResponse,<OrderReference><ID>1</ID></OrderReference><OrderReference><ID>2</ID></OrderReference><OrderLine><LineItem/></OrderLine>",
        "OrderResponseSimple,<OrderReference><ID>1</ID></OrderReference>",
        "OrderResponseSimple,<AcceptedIndicator>yes</AcceptedIndicator><OrderReference><ID>1</ID></OrderReference>",
        "DespatchAdvice,<OrderReference><ID>1</ID></OrderReference>",
    })
    void whatIsMissingIsAFault(String type, String content) throws UnreadableDocument {
        ParsedDocument reading = read(type, content);

        assertEquals(List.of(), reading.orders());
        assertEquals(1, reading.faults().size());
    }

    @Test
    void whatTheSchemaDoesNotAllowIsAWarningWhereTheContentIsWhole() throws UnreadableDocument {
        ParsedDocument reading = read(
                "DespatchAdvice",
                "<ID>1</ID><IssueDate>2026-02-30</IssueDate><OrderReference><ID>1</ID></OrderReference><DespatchLine>"
                        + "<OrderLineReference><LineID>1</LineID></OrderLineReference>"
                        + "<DeliveredQuantity unitCode='EA'>2</DeliveredQuantity></DespatchLine>");

        assertEquals(
                List.of(line("1")
                        .is(Status.SHIPPED, null)
                        .shipped("2")
                        .unit("EA")
                        .make()),
                reading.orders().get(0).lines());
        assertNull(reading.orders().get(0).at());
        assertTrue(reading.warnings().stream().anyMatch(warning -> warning.startsWith("'2026-02-30' is no time")));
        assertTrue(reading.warnings().stream()
                .anyMatch(warning -> warning.startsWith("The schema does not allow: cvc-complex-type.2.4.a")
                        && warning.contains("(at line 1, column ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Order/>",
                "<Order xmlns='urn:oasis:names:specification:ubl:schema:xsd:Order-3'/>",
                "<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'/>",
                "<!DOCTYPE Order SYSTEM 'x'><Order xmlns='urn:oasis:names:specification:ubl:schema:xsd:Order-2'/>",
            })
    void otherDocumentsAreUnreadable(String xml) {
        assertThrows(
                UnreadableDocument.class,
                () -> reader.read(xml.getBytes(StandardCharsets.UTF_8), DocumentLimits.DEFAULT));
    }
}
