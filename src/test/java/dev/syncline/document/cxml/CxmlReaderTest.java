package dev.syncline.document.cxml;

import static dev.syncline.document.ExpectedLine.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.document.DocumentLimits;
import dev.syncline.document.ParsedDocument;
import dev.syncline.document.ParsedDocument.Fault;
import dev.syncline.document.Samples;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Kind;
import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.UnreadableDocument;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CxmlReaderTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    private final CxmlReader reader = new CxmlReader(CLOCK);

    private ParsedDocument own(String file) throws UnreadableDocument {
        return reader.read(Samples.own("cxml/" + file), DocumentLimits.DEFAULT);
    }

    private ParsedDocument read(String request) throws UnreadableDocument {
        String xml = "<cXML payloadID='p1' timestamp='2026-01-01T00:00:00Z'><Request>" + request + "</Request></cXML>";
        return reader.read(xml.getBytes(StandardCharsets.UTF_8), DocumentLimits.DEFAULT);
    }

    private static String text(ParsedDocument.Acknowledgement answer) {
        return new String(answer.content(), StandardCharsets.UTF_8);
    }

    @Test
    void readsAConfirmationWithExceptionsWhole() throws UnreadableDocument {
        ParsedDocument reading = own("confirmation.xml");

        assertEquals("conf-1@delta.example", reading.id());
        assertEquals("cXML ConfirmationRequest 1.2.040", reading.type());
        assertEquals(List.of(), reading.faults());
        assertEquals(List.of(), reading.warnings());
        assertEquals(
                List.of(new SupplierOrder(
                        Kind.CONFIRMATION,
                        "AB-1",
                        Instant.parse("2026-11-20T09:00:00Z"),
                        2L,
                        "PO-2001",
                        "D-9001",
                        null,
                        Status.CHANGED,
                        true,
                        "EUR",
                        null,
                        List.of(),
                        List.of(
                                line("10")
                                        .is(Status.BACK_ORDERED, "accept,backordered,reject")
                                        .ordered("12")
                                        .confirmed("8")
                                        .backOrdered("3")
                                        .cancelled("1")
                                        .unit("EA")
                                        .expectedOn("2026-12-20")
                                        .make(),
                                line("20")
                                        .item("30002")
                                        .supplierItem("DL&77")
                                        .gtin("4012345000009")
                                        .description("Bolt M12 <galvanised>")
                                        .is(Status.CHANGED, "detail")
                                        .ordered("5")
                                        .confirmed("5")
                                        .unit("EA")
                                        .unitCost("2.5")
                                        .insteadOf("20")
                                        .make(),
                                line("30")
                                        .is(Status.REJECTED, "reject")
                                        .ordered("2")
                                        .cancelled("2")
                                        .unit("EA")
                                        .make(),
                                line("40")
                                        .is(Status.ACCEPTED, "accept")
                                        .confirmed("2")
                                        .unit("PK")
                                        .make()),
                        null,
                        true)),
                reading.orders());
    }

    @Test
    void readsAShipNoticeOfSeveralOrdersAndNamesThoseThatCannotBeRead() throws UnreadableDocument {
        ParsedDocument reading = own("ship-notice.xml");

        assertEquals("cXML ShipNoticeRequest 1.2.050", reading.type());
        assertEquals(2, reading.orders().size());
        SupplierOrder first = reading.orders().get(0);
        assertEquals(
                new SupplierOrder(
                        Kind.SHIPMENT,
                        "S-1",
                        Instant.parse("2026-12-01T09:00:00Z"),
                        null,
                        "PO-2001",
                        null,
                        null,
                        null,
                        false,
                        null,
                        LocalDate.of(2026, 12, 3),
                        List.of("1Z999AA10123456784", "8202 8261"),
                        List.of(
                                line("10")
                                        .supplierLine("1")
                                        .supplierItem("DL77")
                                        .is(Status.SHIPPED, null)
                                        .ordered("12")
                                        .shipped("4")
                                        .unit("EA")
                                        .tracking("PKG-1")
                                        .make(),
                                line("10")
                                        .supplierLine("2")
                                        .is(Status.SHIPPED, null)
                                        .shipped("4")
                                        .unit("EA")
                                        .make()),
                        null),
                first);
        SupplierOrder second = reading.orders().get(1);
        assertNull(second.orderNumber());
        assertEquals("order-2@buyer.example", second.answers());
        assertEquals(Status.SHIPPED, second.status());
        assertTrue(second.wholeOrder());
        assertEquals(
                List.of(
                        new Fault(
                                "ShipNoticePortion/OrderReference (line 23, column 26)",
                                "No order is named: OrderReference has neither orderID nor DocumentReference; ask for it "
                                        + "with one"),
                        new Fault(
                                "ShipNoticePortion/ShipNoticeItem (line 28, column 57)",
                                "The quantity cannot be read: 'a few' is no number")),
                reading.faults().stream()
                        .map(fault -> new Fault(fault.place(), fault.problem()))
                        .toList());
        assertTrue(text(reading.acknowledgement()).contains("<Status code=\"400\" text=\"Bad Request\">"));
    }

    @Test
    void readsAnOrderWhole() throws UnreadableDocument {
        ParsedDocument reading = own("order.xml");

        assertEquals("cXML OrderRequest 1.2.020", reading.type());
        assertEquals(
                List.of(new SupplierOrder(
                        Kind.ORDER,
                        "PO-2009",
                        Instant.parse("2026-11-18T00:00:00Z"),
                        2L,
                        "PO-2009",
                        "D-9009",
                        null,
                        null,
                        false,
                        "USD",
                        LocalDate.of(2026, 12, 24),
                        List.of(),
                        List.of(line(null)
                                .item("30009")
                                .supplierItem("DL 1/2")
                                .gtin("4012345000016")
                                .description("Cable")
                                .ordered("2.5")
                                .unit("MTR")
                                .unitCost("8")
                                .make()),
                        null)),
                reading.orders());
    }

    @Test
    void anOrderOfTypeDeleteCallsItOff() throws UnreadableDocument {
        SupplierOrder order = read("<OrderRequest><OrderRequestHeader orderID='1' type='delete'/></OrderRequest>")
                .orders()
                .get(0);

        assertEquals(Kind.CANCELLATION, order.kind());
        assertEquals(Status.CANCELLED, order.status());
        assertTrue(order.wholeOrder());
    }

    @Test
    void aDeletedShipNoticeTakesItsQuantitiesBack() throws UnreadableDocument {
        SupplierOrder order = read("<ShipNoticeRequest><ShipNoticeHeader shipmentID='S' operation='delete'/>"
                        + "<ShipNoticePortion><OrderReference orderID='1'/><ShipNoticeItem lineNumber='1' quantity='4'/>"
                        + "</ShipNoticePortion></ShipNoticeRequest>")
                .orders()
                .get(0);

        assertEquals(Kind.SHIPMENT, order.kind());
        assertEquals("S", order.number());
        assertFalse(order.wholeOrder());
        assertTrue(order.replaces());
        assertEquals(List.of(line("1").shipped("0").make()), order.lines());
    }

    @Test
    void theSuppliersNumberMayBeAnIdReference() throws UnreadableDocument {
        String header = "<ShipNoticeRequest><ShipNoticeHeader shipmentID='S'><IdReference domain='supplierOrderID'"
                + " identifier='D-1'/></ShipNoticeHeader><ShipNoticePortion><OrderReference orderID='1'/>"
                + "</ShipNoticePortion>";
        String other = "<ShipNoticePortion><OrderReference orderID='2'/></ShipNoticePortion>";

        assertEquals(
                "D-1", read(header + "</ShipNoticeRequest>").orders().get(0).supplierOrderNumber());
        assertNull(read(header + other + "</ShipNoticeRequest>").orders().get(0).supplierOrderNumber());
    }

    @Test
    void aPlannedShipmentShipsNothing() throws UnreadableDocument {
        ParsedDocument reading = read("<ShipNoticeRequest><ShipNoticeHeader shipmentID='S' shipmentType='planned'"
                + " deliveryDate='2026-12-03'/><ShipNoticePortion><OrderReference orderID='1'/></ShipNoticePortion>"
                + "</ShipNoticeRequest>");

        SupplierOrder order = reading.orders().get(0);
        assertEquals(Kind.STATUS, order.kind());
        assertNull(order.status());
        assertFalse(order.wholeOrder());
        assertEquals(LocalDate.of(2026, 12, 3), order.expectedOn());
        assertEquals(1, reading.warnings().size());
    }

    @ParameterizedTest
    @CsvSource({
        "accept,ACCEPTED,true",
        "except,CHANGED,true",
        "backordered,BACK_ORDERED,true",
        "reject,REJECTED,true",
        "detail,,false",
        "allDetail,,false",
        "requestToPay,,false",
        "replace,,false"
    })
    void headerTypesMean(String type, Status status, boolean isWhole) throws UnreadableDocument {
        SupplierOrder order = read("<ConfirmationRequest><ConfirmationHeader type='" + type
                        + "'/><OrderReference orderID='1'/></ConfirmationRequest>")
                .orders()
                .get(0);

        assertEquals(status, order.status());
        assertEquals(isWhole, order.wholeOrder());
    }

    @ParameterizedTest
    @CsvSource({
        "accept,ACCEPTED,7,,",
        "allDetail,ACCEPTED,7,,",
        "detail,CHANGED,7,,",
        "backordered,BACK_ORDERED,,7,",
        "reject,REJECTED,,,7",
        "unknown,RECEIVED,,,",
        "requestToPay,,,,"
    })
    void lineTypesMean(String type, Status status, String confirmed, String backOrdered, String cancelled)
            throws UnreadableDocument {
        SupplierOrder.Line line = read("<ConfirmationRequest><ConfirmationHeader type='detail'/>"
                        + "<OrderReference orderID='1'/><ConfirmationItem lineNumber='1' quantity='7'>"
                        + "<ConfirmationStatus type='" + type + "' quantity='7'/></ConfirmationItem>"
                        + "</ConfirmationRequest>")
                .orders()
                .get(0)
                .lines()
                .get(0);

        assertEquals(status, line.status());
        assertEquals(type, line.code());
        assertEquals(
                confirmed, line.confirmed() == null ? null : line.confirmed().toString());
        assertEquals(
                backOrdered,
                line.backOrdered() == null ? null : line.backOrdered().toString());
        assertEquals(
                cancelled, line.cancelled() == null ? null : line.cancelled().toString());
    }

    @ParameterizedTest
    @CsvSource({"200,RECEIVED,0", "201,RECEIVED,0", "281,RECEIVED,0", "400,,1", "500,,1"})
    void codesOfStatusUpdatesMean(String code, Status status, int warnings) throws UnreadableDocument {
        ParsedDocument reading = read("<StatusUpdateRequest><DocumentReference payloadID='o1'/><Status code='" + code
                + "' text='x'/></StatusUpdateRequest>");

        assertEquals(status, reading.orders().get(0).status());
        assertEquals("o1", reading.orders().get(0).answers());
        assertEquals(warnings, reading.warnings().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ConfirmationRequest><OrderReference orderID='1'/></ConfirmationRequest>",
                "<ConfirmationRequest><ConfirmationHeader/><OrderReference orderID='1'/></ConfirmationRequest>",
                "<ConfirmationRequest><ConfirmationHeader type='maybe'/><OrderReference orderID='1'/></ConfirmationRequest>",
                "<ConfirmationRequest><ConfirmationHeader type='accept'/></ConfirmationRequest>",
                "<ConfirmationRequest><ConfirmationHeader type='accept' operation='delete'/><OrderReference orderID='1'/></ConfirmationRequest>",
                "<ConfirmationRequest><ConfirmationHeader type='detail'/><OrderReference orderID='1'/><ConfirmationItem><ConfirmationStatus type='accept'/></ConfirmationItem></ConfirmationRequest>",
                "<ConfirmationRequest><ConfirmationHeader type='detail'/><OrderReference orderID='1'/><ConfirmationItem><ConfirmationStatus quantity='1'/></ConfirmationItem></ConfirmationRequest>",
                "<ConfirmationRequest><ConfirmationHeader type='detail'/><OrderReference orderID='1'/><ConfirmationItem><ConfirmationStatus type='accept' quantity='1'><UnitOfMeasure>EA</UnitOfMeasure></ConfirmationStatus><ConfirmationStatus type='accept' quantity='1'><UnitOfMeasure>PK</UnitOfMeasure></ConfirmationStatus></ConfirmationItem></ConfirmationRequest>",
                "<ConfirmationRequest><ConfirmationHeader type='detail'/><OrderReference orderID='1'/><OrderReference orderID='2'/></ConfirmationRequest>",
                "<OrderRequest><OrderRequestHeader orderID='1'/></OrderRequest><OrderRequest><OrderRequestHeader orderID='2'/></OrderRequest>",
                "<ShipNoticeRequest><ShipNoticeHeader shipmentID='S'/></ShipNoticeRequest>",
                "<ShipNoticeRequest><ShipNoticeHeader shipmentID='S' reason='return'/><ShipNoticePortion><OrderReference orderID='1'/></ShipNoticePortion></ShipNoticeRequest>",
                "<StatusUpdateRequest><Status code='200'/></StatusUpdateRequest>",
                "<StatusUpdateRequest><DocumentReference payloadID='1'/><Status code='fine'/></StatusUpdateRequest>",
                "<OrderRequest><OrderRequestHeader/></OrderRequest>",
                "<OrderRequest><OrderRequestHeader orderID='1'/><ItemOut/></OrderRequest>",
            })
    void whatIsNotWholeIsAFaultAndRefused(String request) throws UnreadableDocument {
        ParsedDocument reading = read(request);

        assertEquals(List.of(), reading.orders());
        assertEquals(1, reading.faults().size());
        assertTrue(reading.faults().get(0).place().contains("(line 1, column "));
        assertTrue(text(reading.acknowledgement()).contains("<Status code=\"400\" text=\"Bad Request\">"));
    }

    @Test
    void answersARequestByItsPayloadId() throws UnreadableDocument {
        assertEquals(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.063/cXML.dtd">
                <cXML payloadID="response.conf-1@delta.example" timestamp="2026-11-22T10:00:00Z" xml:lang="en">
                  <Response>
                    <Status code="200" text="OK"></Status>
                  </Response>
                </cXML>
                """,
                text(own("confirmation.xml").acknowledgement()));
    }

    @Test
    void anAnswerIsXmlWhateverThePayloadIdIs() throws UnreadableDocument {
        byte[] xml = ("<cXML payloadID='&lt;a&amp;&quot;b'><Request><StatusUpdateRequest/></Request></cXML>")
                .getBytes(StandardCharsets.UTF_8);

        ParsedDocument answer = reader.read(
                reader.read(xml, DocumentLimits.DEFAULT).acknowledgement().content(), DocumentLimits.DEFAULT);

        assertEquals("response.<a&\"b", answer.id());
        assertEquals("cXML Response 1.2.063", answer.type());
        assertNull(answer.acknowledgement());
    }

    @Test
    void refusesInKindWhatIsNoOrderDocument() {
        UnreadableDocument refused = assertThrows(UnreadableDocument.class, () -> read("<ProfileRequest/>"));
        assertTrue(text(refused.acknowledgement()).contains("<Status code=\"450\" text=\"Not Implemented\">"));
    }

    @Test
    void refusesInKindWhatBreaksOffBehindTheEnvelope() {
        byte[] broken = "<cXML payloadID='p1'><Request><OrderRequest>".getBytes(StandardCharsets.UTF_8);
        UnreadableDocument refused =
                assertThrows(UnreadableDocument.class, () -> reader.read(broken, DocumentLimits.DEFAULT));

        assertTrue(text(refused.acknowledgement()).contains("payloadID=\"response.p1\""));
        assertTrue(text(refused.acknowledgement()).contains("<Status code=\"406\" text=\"Not Acceptable\">"));
        assertEquals("line 1, column 45", refused.place());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<cXML payloadID='p1'><Response><Status code='200'/>",
                "<cXML payloadID='p1'><Message/></cXML>",
                "<cXML><Request/></cXML>",
                "<html payloadID='p1'/>"
            })
    void neverAnswersWhatIsNoRequest(String xml) {
        UnreadableDocument unreadable = assertThrows(
                UnreadableDocument.class,
                () -> reader.read(xml.getBytes(StandardCharsets.UTF_8), DocumentLimits.DEFAULT));
        assertNull(unreadable.acknowledgement());
    }

    @Test
    void aRefusalOfOurRequestIsSaid() throws UnreadableDocument {
        byte[] xml = "<cXML payloadID='p1'><Response><Status code='401' text='Unauthorized'/></Response></cXML>"
                .getBytes(StandardCharsets.UTF_8);
        ParsedDocument reading = reader.read(xml, DocumentLimits.DEFAULT);

        assertEquals(List.of(), reading.orders());
        assertEquals(
                List.of("The request that this answers was not taken: status 401 Unauthorized"), reading.warnings());
    }
}
