package dev.syncline.document.ubl;

import static dev.syncline.document.ExpectedLine.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.document.DocumentLimits;
import dev.syncline.document.ParsedDocument;
import dev.syncline.document.ParsedDocument.Fault;
import dev.syncline.document.Samples;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Kind;
import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.UnreadableDocument;
import dev.syncline.support.Published;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The public documents, each asserted whole. */
@Tag(Published.TAG)
class UblPublishedTest {
    private final UblReader reader = new UblReader();

    private ParsedDocument read(String file, String id, String type) throws UnreadableDocument {
        ParsedDocument reading = reader.read(Samples.published("ubl/" + file), DocumentLimits.DEFAULT);
        assertEquals(id, reading.id());
        assertEquals(type, reading.type());
        assertNull(reading.acknowledgement());
        assertNull(reading.next());
        return reading;
    }

    private static void assertReads(ParsedDocument reading, SupplierOrder order) {
        assertEquals(List.of(order), reading.orders());
        assertEquals(List.of(), reading.faults());
        assertEquals(List.of(), reading.warnings());
    }

    @Test
    void order() throws UnreadableDocument {
        assertReads(
                read("UBL-Order-2.1-Example.xml", "Order/34", "UBL Order 2.1"),
                order(
                        "34",
                        "2010-01-20T12:30:00Z",
                        "SEK",
                        "2010-02-25",
                        line("1")
                                .supplierItem("SItemNo001")
                                .gtin("1234567890123")
                                .description("Falu Rödfärg")
                                .ordered("120")
                                .unit("LTR")
                                .unitCost("50")
                                .expectedOn("2010-02-25")
                                .make(),
                        line("2")
                                .supplierItem("SItemNo011")
                                .gtin("123452340123")
                                .description("Pensel 20 mm")
                                .ordered("15")
                                .unit("C62")
                                .unitCost("15")
                                .expectedOn("2010-02-25")
                                .make()));
    }

    @Test
    void orderOfVersion20() throws UnreadableDocument {
        assertReads(
                read("UBL-Order-2.0-Example-International.xml", "Order/AEG012345", "UBL Order 2.0"),
                order(
                        "AEG012345",
                        "2005-06-20T00:00:00Z",
                        "USD",
                        "2005-06-30",
                        line("1")
                                .supplierLine("A")
                                .item("6578489")
                                .supplierItem("17589683")
                                .description("Acme Beeswax")
                                .is(null, "NoStatus")
                                .ordered("100")
                                .unit("KGM")
                                .unitCost("10.00")
                                .make()));
    }

    private static SupplierOrder order(
            String number, String at, String currency, String expectedOn, SupplierOrder.Line... lines) {
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
                LocalDate.parse(expectedOn),
                List.of(),
                List.of(lines),
                null);
    }

    @Test
    void responseWithLineStatusesOnly() throws UnreadableDocument {
        ParsedDocument reading = read("UBL-OrderResponse-2.1-Example.xml", "OrderResponse/7", "UBL OrderResponse 2.1");

        assertEquals(
                List.of(of34(
                        Kind.CONFIRMATION,
                        null,
                        null,
                        false,
                        "SEK",
                        line("1").is(null, "NoStatus").make(),
                        line("2").is(null, "Disputed").make())),
                reading.orders());
        assertEquals(List.of(), reading.faults());
        assertEquals(
                List.of("The line is disputed: nothing is confirmed by it; clear it with the supplier (at OrderLine "
                        + "(line 46, column 18))"),
                reading.warnings());
    }

    @Test
    void simpleResponse() throws UnreadableDocument {
        assertReads(
                read("UBL-OrderResponseSimple-2.1-Example.xml", "OrderResponseSimple/7", "UBL OrderResponseSimple 2.1"),
                of34(Kind.CONFIRMATION, null, Status.ACCEPTED, true, null));
    }

    @Test
    void change() throws UnreadableDocument {
        assertReads(
                read("UBL-OrderChange-2.1-Example.xml", "OrderChange/7/1", "UBL OrderChange 2.1"),
                of34(
                        Kind.CHANGE,
                        1L,
                        null,
                        false,
                        "SEK",
                        line("1")
                                .supplierItem("SItemNo001")
                                .gtin("1234567890123")
                                .description("Falu Rödfärg")
                                .is(Status.CHANGED, "Revised")
                                .ordered("240")
                                .unit("LTR")
                                .unitCost("50")
                                .expectedOn("2010-02-25")
                                .make()));
    }

    @Test
    void cancellation() throws UnreadableDocument {
        assertReads(
                read("UBL-OrderCancellation-2.1-Example.xml", "OrderCancellation/7", "UBL OrderCancellation 2.1"),
                of34(Kind.CANCELLATION, null, Status.CANCELLED, true, null));
    }

    private static SupplierOrder of34(
            Kind kind, Long sequence, Status status, boolean isWhole, String currency, SupplierOrder.Line... lines) {
        return new SupplierOrder(
                kind,
                "7",
                Instant.parse("2010-01-21T12:30:00Z"),
                sequence,
                "34",
                null,
                null,
                status,
                isWhole,
                currency,
                null,
                List.of(),
                List.of(lines),
                kind == Kind.CONFIRMATION ? null : SupplierOrder.Side.EITHER);
    }

    @Test
    void despatchInPart() throws UnreadableDocument {
        assertReads(
                read("UBL-DespatchAdvice-2.0-Example.xml", "DespatchAdvice/565899", "UBL DespatchAdvice 2.0"),
                new SupplierOrder(
                        Kind.SHIPMENT,
                        "565899",
                        Instant.parse("2005-06-20T00:00:00Z"),
                        null,
                        "AEG012345",
                        "CON0095678",
                        null,
                        null,
                        false,
                        null,
                        null,
                        List.of(),
                        List.of(line("1")
                                .supplierLine("A")
                                .item("6578489")
                                .supplierItem("17589683")
                                .description("beeswax")
                                .is(Status.SHIPPED, "NoStatus")
                                .shipped("90")
                                .backOrdered("10")
                                .unit("KGM")
                                .make()),
                        null));
    }

    @Test
    void badDespatchWithoutAnOrderIsAFaultAndItsSchemaErrorsAreTold() throws UnreadableDocument {
        ParsedDocument reading =
                read("bad/DespatchAdvice-GuiaRemision.xml", "DespatchAdvice/T001-8958", "UBL DespatchAdvice 2.0");

        assertEquals(List.of(), reading.orders());
        assertEquals(
                List.of(new Fault(
                        "DespatchLine (line 98, column 23)",
                        "No order is named: neither the DespatchAdvice nor its line has an OrderReference; ask for it "
                                + "with one")),
                reading.faults());
        assertEquals(7, reading.warnings().size());
        assertTrue(reading.warnings().get(1).contains("'True' is not a valid value for 'boolean'"));
        assertTrue(reading.warnings().get(1).endsWith("(at line 60, column 76)"));
    }
}
