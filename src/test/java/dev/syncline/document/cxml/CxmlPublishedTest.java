package dev.syncline.document.cxml;

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
import dev.syncline.document.TestIndicator;
import dev.syncline.document.UnreadableDocument;
import dev.syncline.support.Published;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The public documents, each asserted whole. */
@Tag(Published.TAG)
class CxmlPublishedTest {
    private final CxmlReader reader = new CxmlReader(Clock.systemUTC());

    private ParsedDocument read(String file) throws UnreadableDocument {
        ParsedDocument reading = reader.read(Samples.published("cxml/" + file), DocumentLimits.DEFAULT);
        assertEquals(List.of(), reading.faults());
        assertNull(reading.next());
        return reading;
    }

    @Test
    void confirmationRequest() throws UnreadableDocument {
        ParsedDocument reading = read("ConfirmationRequest-request_doc.xml");

        assertEquals("1346769469000.process.162998590@officedepot.com", reading.id());
        assertEquals("cXML ConfirmationRequest 1.2.011", reading.type());
        assertEquals(List.of(), reading.warnings());
        assertEquals(
                List.of(new SupplierOrder(
                        Kind.CONFIRMATION,
                        null,
                        Instant.parse("2012-09-04T07:37:49Z"),
                        null,
                        "400-2591453-0",
                        null,
                        null,
                        null,
                        false,
                        "USD",
                        null,
                        List.of(),
                        List.of(
                                line("1")
                                        .supplierItem("751441")
                                        .is(Status.ACCEPTED, "accept")
                                        .ordered("20")
                                        .confirmed("20")
                                        .unit("RM")
                                        .unitCost("4.44")
                                        .expectedOn("2012-09-05")
                                        .make(),
                                line("2")
                                        .supplierItem("429175")
                                        .is(Status.ACCEPTED, "accept")
                                        .ordered("12")
                                        .confirmed("12")
                                        .unit("BX")
                                        .unitCost("1.52")
                                        .expectedOn("2012-09-05")
                                        .make(),
                                line("3")
                                        .supplierItem("908194")
                                        .is(Status.ACCEPTED, "accept")
                                        .ordered("2")
                                        .confirmed("2")
                                        .unit("EA")
                                        .unitCost("4.14")
                                        .expectedOn("2012-09-05")
                                        .make()),
                        null)),
                reading.orders());
        String answer = new String(reading.acknowledgement().content(), StandardCharsets.UTF_8);
        assertTrue(answer.contains("<Status code=\"200\" text=\"OK\">"));
        assertTrue(answer.contains("response.1346769469000.process.162998590@officedepot.com"));
    }

    @Test
    void shipNoticeWithoutItemsIsTheWholeOrder() throws UnreadableDocument {
        ParsedDocument reading = read("ShipNoticeRequest.xml");

        assertEquals("0c30050@supplierorg.com", reading.id());
        assertEquals("cXML ShipNoticeRequest 1.2.050", reading.type());
        assertEquals(List.of(), reading.warnings());
        assertEquals(
                List.of(new SupplierOrder(
                        Kind.SHIPMENT,
                        "S2-123",
                        Instant.parse("2000-10-15T02:39:09Z"),
                        null,
                        "DO1234",
                        null,
                        null,
                        Status.SHIPPED,
                        true,
                        null,
                        LocalDate.of(2000, 10, 18),
                        List.of("8202 8261 1194"),
                        List.of(),
                        null)),
                reading.orders());
    }

    @Test
    void statusUpdateNamesTheOrderByItsPayloadIdAlone() throws UnreadableDocument {
        ParsedDocument reading = read("StatusUpdateRequest.xml");

        assertEquals("0c30050@supplierorg.com", reading.id());
        assertEquals(List.of(), reading.warnings());
        assertEquals(
                List.of(new SupplierOrder(
                        Kind.STATUS,
                        null,
                        Instant.parse("2021-01-09T07:00:06Z"),
                        null,
                        null,
                        null,
                        "0c300508b7863dcclb_14999",
                        Status.RECEIVED,
                        false,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null)),
                reading.orders());
    }

    @Test
    void orderRequest() throws UnreadableDocument {
        ParsedDocument reading = read("OrderRequest.xml");

        assertEquals("1625586002.193314.7293@dev", reading.id());
        assertEquals(List.of(TestIndicator.warning("deploymentMode is test")), reading.warnings());
        assertEquals(
                List.of(order(
                        "DO1234",
                        "2000-10-13T02:41:29Z",
                        "EUR",
                        line("1")
                                .supplierItem("1233244")
                                .description("hello from item 1")
                                .ordered("10")
                                .unit("EA")
                                .unitCost("2.10")
                                .expectedOn("2020-02-28")
                                .make(),
                        line("2")
                                .supplierItem("1233245")
                                .description("hello from item 2")
                                .ordered("20")
                                .unit("EA")
                                .unitCost("3.20")
                                .expectedOn("2020-02-28")
                                .make())),
                reading.orders());
    }

    @Test
    void orderRequestOfCoupa() throws UnreadableDocument {
        ParsedDocument reading = read("OrderRequest-order_request.xml");

        assertEquals("cXML OrderRequest 1.2.014", reading.type());
        assertEquals(List.of(), reading.warnings());
        assertEquals(
                List.of(order(
                        "3309",
                        "2020-03-31T20:39:22Z",
                        "USD",
                        line("1")
                                .supplierItem("product:1861")
                                .description("Yogurt Whips, Key Lime Pie, 4oz Cup")
                                .ordered("1")
                                .unit("EA")
                                .unitCost("8.1")
                                .make(),
                        line("2")
                                .supplierItem("product:4884")
                                .description("Zingerman's Cheese Spreads Pimento Cheese")
                                .ordered("9")
                                .unit("EA")
                                .unitCost("9.29")
                                .make())),
                reading.orders());
    }

    private static SupplierOrder order(String number, String at, String currency, SupplierOrder.Line... lines) {
        return new SupplierOrder(
                Kind.ORDER,
                number,
                Instant.parse(at),
                null,
                number,
                null,
                null,
                null,
                false,
                currency,
                null,
                List.of(),
                List.of(lines),
                null);
    }

    @Test
    void responseSaysNothingOfTheOrder() throws UnreadableDocument {
        ParsedDocument reading = read("Response-OrderResponse.xml");

        assertEquals("successful.order@test.com", reading.id());
        assertEquals("cXML Response 1.2.011", reading.type());
        assertEquals(List.of(), reading.orders());
        assertEquals(List.of(), reading.warnings());
        assertNull(reading.acknowledgement());
    }

    @Test
    void badResponseWithAnUndeclaredAttributeIsReadWithAWarning() throws UnreadableDocument {
        ParsedDocument reading = read("bad/Response-document_node_with_unknown_attribute.xml");

        assertEquals("test-id", reading.id());
        assertEquals(List.of(), reading.orders());
        assertEquals(
                List.of("The cXML DTD has no attribute 'invalid' there (at Response (line 4, column 31))"),
                reading.warnings());
        assertNull(reading.acknowledgement());
    }

    @Test
    void badCatalogUploadIsRefusedInKind() {
        byte[] document = Samples.published("cxml/bad/CatalogUploadRequest-envelope.xml");
        UnreadableDocument refused =
                assertThrows(UnreadableDocument.class, () -> reader.read(document, DocumentLimits.DEFAULT));

        assertEquals("Request (line 22, column 10)", refused.place());
        String answer = new String(refused.acknowledgement().content(), StandardCharsets.UTF_8);
        assertTrue(answer.contains("payloadID=\"response.12345666@10.10.83.39\""));
        assertTrue(answer.contains("<Status code=\"450\" text=\"Not Implemented\">"));
    }
}
