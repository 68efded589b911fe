package dev.syncline.document.json;

import static dev.syncline.document.ExpectedLine.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    private final JsonReader reader = new JsonReader();

    private ParsedDocument read(String json) throws UnreadableDocument {
        return reader.read(json.getBytes(StandardCharsets.UTF_8), DocumentLimits.DEFAULT);
    }

    private SupplierOrder readOrder(String fields) throws UnreadableDocument {
        ParsedDocument reading = read("{\"orders\":[{\"poNumber\":\"P\"," + fields + "}]}");
        assertEquals(List.of(), reading.faults());
        return reading.orders().get(0);
    }

    @Test
    void readsAPageWhole() throws UnreadableDocument {
        ParsedDocument page = reader.read(Samples.own("json/page.json"), DocumentLimits.DEFAULT);

        assertNull(page.id());
        assertEquals("JSON orders", page.type());
        assertEquals("c2", page.next());
        assertNull(page.acknowledgement());
        assertEquals(3, page.orders().size());
        assertEquals(
                new SupplierOrder(
                        Kind.SNAPSHOT,
                        null,
                        Instant.parse("2026-11-20T13:05:00Z"),
                        3L,
                        "PO-1001",
                        "E-5001",
                        null,
                        Status.BACK_ORDERED,
                        false,
                        "USD",
                        LocalDate.of(2026, 12, 1),
                        List.of("1Z999AA10123456784"),
                        List.of(
                                line("001")
                                        .supplierLine("1")
                                        .item("30001")
                                        .supplierItem("EV-77")
                                        .description("Anchor bolt M12")
                                        .is(Status.BACK_ORDERED, "backordered")
                                        .ordered("10")
                                        .confirmed("8")
                                        .shippedSoFar("0")
                                        .backOrdered("2")
                                        .cancelled("0")
                                        .unit("EA")
                                        .unitCost("12.50")
                                        .expectedOn("2026-12-01")
                                        .make(),
                                line("2")
                                        .supplierLine("2")
                                        .supplierItem("4711")
                                        .gtin("04012345000009")
                                        .is(Status.SHIPPED, "Shipped")
                                        .ordered("4.5")
                                        .confirmed("4.50")
                                        .shippedSoFar("4.5")
                                        .unit("MTR")
                                        .unitCost("0.3333")
                                        .tracking("1Z999AA10123456784")
                                        .make()),
                        null),
                page.orders().get(0));
    }

    @Test
    void leavesOutWhatItDoesNotKnowAndSaysSo() throws UnreadableDocument {
        ParsedDocument page = reader.read(Samples.own("json/page.json"), DocumentLimits.DEFAULT);

        SupplierOrder order = page.orders().get(1);
        assertNull(order.orderNumber());
        assertNull(order.status());
        assertNull(order.expectedOn());
        assertEquals(Instant.parse("2026-11-20T15:00:00Z"), order.at());
        assertEquals(
                List.of(line(null)
                        .supplierLine("1")
                        .supplierItem("EV-78")
                        .is(null, "held up")
                        .ordered("1")
                        .shippedSoFar(null)
                        .make()),
                order.lines());
        assertEquals(
                List.of(
                        "Status 'in customs' is not known; it was left out (at orders[1].status)",
                        "'2026-13-45' is no date; it was left out (at orders[1].expectedDate)",
                        "Status 'held up' is not known; it was left out (at orders[1].lines[0].status)"),
                page.warnings());
    }

    @Test
    void anOrderWithoutTheFieldLinesHasNotLostItsLines() throws UnreadableDocument {
        SupplierOrder order = reader.read(Samples.own("json/page.json"), DocumentLimits.DEFAULT)
                .orders()
                .get(2);

        assertEquals(Kind.STATUS, order.kind());
        assertEquals(Status.CANCELLED, order.status());
        assertTrue(order.wholeOrder());
        assertEquals(Instant.parse("2026-11-21T00:00:00Z"), order.at());
    }

    /** A list without lines is that of an order that has none any more, or says nothing of them. */
    @Test
    void anOrderWithAnEmptyListOfLinesIsCancelledOrSaysNothingOfThem() throws UnreadableDocument {
        assertEquals(Kind.STATUS, readOrder("\"lines\":[]").kind());
        assertEquals(
                Kind.SNAPSHOT,
                readOrder("\"status\":\"cancelled\",\"lines\":[]").kind());
    }

    @Test
    void ordersThatCannotBeReadAreFaultsAndTheOthersStand() throws UnreadableDocument {
        assertEquals(
                List.of(
                        new Fault(
                                "orders[3].lines[0].quantityConfirmed",
                                "The quantity cannot be read: '1,000' is no number"),
                        new Fault("orders[4]", "The order has neither 'poNumber' nor 'orderNumber'; one must be given"),
                        new Fault("orders[5]", "An order is wanted and there is something else")),
                reader.read(Samples.own("json/page.json"), DocumentLimits.DEFAULT).faults().stream()
                        .map(fault -> new Fault(fault.place(), fault.problem()))
                        .toList());
    }

    @Test
    void aFaultNamesItsOrder() throws UnreadableDocument {
        String page =
                "{\"orders\":[{\"poNumber\":\"PO-1\",\"lines\":[{\"quantityOrdered\":-1}]},{\"poNumber\":\"PO-2\"}]}";
        ParsedDocument reading = reader.read(page.getBytes(StandardCharsets.UTF_8), DocumentLimits.DEFAULT);

        assertEquals(Set.of("PO-1"), reading.faults().get(0).orders());
        assertEquals(Set.of("PO-1", "PO-2"), reader.named((page + "]").getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "open,RECEIVED",
        "acknowledged,RECEIVED",
        "confirmed,ACCEPTED",
        "changed,CHANGED",
        "backordered,BACK_ORDERED",
        "back-ordered,BACK_ORDERED",
        "BACK_ORDERED,BACK_ORDERED",
        "shipped,SHIPPED",
        "Shipped,SHIPPED",
        "cancelled,CANCELLED",
        "canceled,CANCELLED",
        "rejected,REJECTED"
    })
    void statusesMean(String status, Status expected) throws UnreadableDocument {
        assertEquals(expected, readOrder("\"status\":\"" + status + "\"").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31", "0000-00-00", "1900-01-01", "1970-01-01", "00000000", "99991231"})
    void datesThatStandForNoneAreNone(String date) throws UnreadableDocument {
        ParsedDocument reading = read("{\"orders\":[{\"poNumber\":\"P\",\"expectedDate\":\"" + date + "\"}]}");

        assertNull(reading.orders().get(0).expectedOn());
        assertEquals(List.of(), reading.warnings());
    }

    @ParameterizedTest
    @CsvSource({"-1", "true", "'\"ten\"'", "1e99", "'[1]'", "'{}'", "'\"NaN\"'", "'\"1 000\"'", "'\"0x10\"'"})
    void quantitiesThatAreNoneAreFaults(String quantity) throws UnreadableDocument {
        ParsedDocument reading =
                read("{\"orders\":[{\"poNumber\":\"P\",\"lines\":[{\"quantityShipped\":" + quantity + "}]}]}");

        assertEquals(List.of(), reading.orders());
        assertEquals(
                "orders[0].lines[0].quantityShipped", reading.faults().get(0).place());
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"orders\":[],\"next\":null}',",
        "'{\"orders\":[],\"next\":\"\"}',",
        "'{\"orders\":[],\"next\":17}',17",
        "'{\"orders\":[]}',"
    })
    void theCursorMayBeTextOrNumberOrMissing(String json, String next) throws UnreadableDocument {
        assertEquals(next, read(json).next());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"orders\":{}}",
                "{\"orders\":[]",
                "{\"orders\":[]} x",
                "{\"orders\":[],\"orders\":[]}",
                "{\"orders\":[],\"next\":{}}",
                "<html></html>"
            })
    void anythingElseIsUnreadable(String json) {
        assertThrows(UnreadableDocument.class, () -> read(json));
    }

    @Test
    void readsUtf8WithMarkAndUtf16() throws UnreadableDocument {
        byte[] marked = ("\uFEFF{\"orders\":[{\"poNumber\":\"Ü\"}]}").getBytes(StandardCharsets.UTF_8);
        byte[] wide = ("\uFEFF{\"orders\":[{\"poNumber\":\"Ü\"}]}").getBytes(StandardCharsets.UTF_16BE);

        assertEquals(
                "Ü", reader.read(marked, DocumentLimits.DEFAULT).orders().get(0).orderNumber());
        assertEquals(
                "Ü", reader.read(wide, DocumentLimits.DEFAULT).orders().get(0).orderNumber());
    }
}
