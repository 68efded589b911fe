package dev.syncline.supplier.order;

import static dev.syncline.document.TradeDocuments.cxml;
import static dev.syncline.document.TradeDocuments.edifact;
import static dev.syncline.document.TradeDocuments.ubl;
import static dev.syncline.document.TradeDocuments.x12;
import static dev.syncline.supplier.inbox.FoldedDocuments.fold;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.document.DocumentLimits;
import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.TradeDocuments;
import dev.syncline.supplier.inbox.ReceivedDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a buyer sends to a supplier, where a supplier's documents are expected. */
class BuyersSideTest {
    private static final String SUPPLIER_PARTY = "<cac:SellerSupplierParty/><cac:BuyerCustomerParty/>";

    /** The buyer's cancellation, and a supplier's confirmation of the order: dated before, and dated after. */
    static Stream<Arguments> cancellations() {
        return Stream.of(
                Arguments.of(
                        "x12",
                        // 353 of BEG01: 01, cancellation; BEG05 is the date of the order
                        x12("PO", "ST*850*0001~BEG*01*NE*PO-1**20261101~SE*3*0001~"),
                        x12("PR", "ST*855*0001~BAK*00*AK*PO-1*20261101****S-1*DATE~SE*3*0001~"),
                        "20261020",
                        "20261215"),
                Arguments.of(
                        "edifact",
                        // 1225 of BGM: 1, cancellation
                        edifact("UNH+1+ORDERS:D:96A:UN'BGM+220+PO-1+1'DTM+137:20261101:102'UNT+4+1'"),
                        edifact("UNH+1+ORDRSP:D:96A:UN'BGM+231+R-1+29'DTM+137:DATE:102'RFF+ON:PO-1'LIN+1+5'QTY+113:10'"
                                + "UNT+7+1'"),
                        "20261020",
                        "20261215"),
                Arguments.of(
                        "ubl",
                        ubl(
                                "OrderCancellation",
                                "<cbc:ID>C-1</cbc:ID><cbc:IssueDate>2026-11-01</cbc:IssueDate><cbc:CancellationNote>no"
                                        + "</cbc:CancellationNote><cac:OrderReference><cbc:ID>PO-1</cbc:ID></cac:OrderReference>"),
                        ubl(
                                "OrderResponse",
                                "<cbc:ID>R-1</cbc:ID><cbc:IssueDate>DATE</cbc:IssueDate><cbc:OrderResponseCode>AP"
                                        + "</cbc:OrderResponseCode><cac:OrderReference><cbc:ID>PO-1</cbc:ID></cac:OrderReference>"),
                        "2026-10-20",
                        "2026-12-15"),
                Arguments.of(
                        "cxml",
                        cxml(
                                "o1",
                                "<OrderRequest><OrderRequestHeader orderID='PO-1' orderDate='2026-11-01' type='delete'/>"
                                        + "</OrderRequest>"),
                        cxml(
                                "c1",
                                "<ConfirmationRequest><ConfirmationHeader type='accept' confirmID='C-1' noticeDate='DATE'/>"
                                        + "<OrderReference orderID='PO-1'/></ConfirmationRequest>"),
                        "2026-10-20",
                        "2026-12-15"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cancellations")
    void anAnswerDoesNotReviveAnOrderThatItsBuyerCancelled(
            String format, String cancellation, String confirmation, String before, String after) throws Exception {
        for (String date : List.of(before, after)) {
            OrderState state = fold(format, cancellation, confirmation.replace("DATE", date));

            assertEquals(Status.CANCELLED, state.status(), date);
            assertEquals(Status.CANCELLED, state.others(), date);
            assertTrue(state.lines().stream().allMatch(line -> line.status() == Status.CANCELLED), date);
            assertEquals(
                    date.equals(after),
                    state.warnings().stream().anyMatch(warning -> warning.contains("buyer cancelled this order")),
                    date);
            assertFalse(state.onlyOrdered());
        }
    }

    @Test
    void aLaterOrderOfTheNumberBringsItBack() throws Exception {
        String order = x12("PO", "ST*850*0001~BEG*00*NE*PO-1**20261220~PO1*1*10*EA*2**BP*A-1~SE*4*0001~");
        String confirmation = x12(
                "PR",
                "ST*855*0001~BAK*00*AD*PO-1*20261101****S-1*20261221~PO1*1*10*EA*2**BP*A-1~"
                        + "ACK*IA*10*EA~SE*5*0001~");
        OrderState state =
                fold("x12", x12("PO", "ST*850*0001~BEG*01*NE*PO-1**20261101~SE*3*0001~"), order, confirmation);

        assertEquals(Status.ACCEPTED, state.status());
        assertEquals(Status.ACCEPTED, state.lines().get(0).status());
    }

    @Test
    void whatIsShippedAllTheSameIsTold() throws Exception {
        String shipment = x12(
                "SH",
                "ST*856*0001~BSN*00*D-1*20261220*1200~HL*1**O~PRF*PO-1~HL*2*1*I~LIN*1*BP*A-1~SN1*1*10*EA~SE*8*0001~");
        OrderState state = fold("x12", x12("PO", "ST*850*0001~BEG*01*NE*PO-1**20261101~SE*3*0001~"), shipment);

        assertEquals(
                1,
                state.warnings().stream()
                        .filter(w -> w.contains("ships it all the same (ship notice D-1)"))
                        .count());
        assertEquals("10", state.lines().get(0).shipped().toPlainString());
    }

    static Stream<Arguments> orders() {
        return Stream.of(
                Arguments.of("x12", x12("PO", "ST*850*0001~BEG*00*NE*PO-1**20261220~PO1*1*10*EA*2**BP*A-1~SE*4*0001~")),
                Arguments.of("x12", x12("PO", "ST*850*0001~BEG*01*NE*PO-1**20261101~SE*3*0001~")),
                Arguments.of(
                        "edifact", edifact("UNH+1+ORDERS:D:96A:UN'BGM+220+PO-1+9'LIN+1++A-1:IN'QTY+21:10'UNT+5+1'")),
                Arguments.of(
                        "ubl",
                        ubl(
                                "Order",
                                "<cbc:ID>PO-1</cbc:ID><cbc:IssueDate>2026-11-01</cbc:IssueDate>" + SUPPLIER_PARTY
                                        + "<cac:OrderLine><cac:LineItem><cbc:ID>1</cbc:ID><cbc:Quantity>10</cbc:Quantity>"
                                        + "<cac:Item/></cac:LineItem></cac:OrderLine>")),
                Arguments.of(
                        "cxml",
                        cxml(
                                "o1",
                                "<OrderRequest><OrderRequestHeader orderID='PO-1' orderDate='2026-11-01' type='new'/>"
                                        + "<ItemOut quantity='10' lineNumber='1'><ItemID><SupplierPartID>A</SupplierPartID>"
                                        + "</ItemID></ItemOut></OrderRequest>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("orders")
    void anOrderAloneIsOfNoSupplier(String format, String order) throws Exception {
        OrderState state = fold(format, order);

        assertTrue(state.onlyOrdered());
        assertFalse(state.isPlacedAtSupplier());
    }

    /** X12 810, EDIFACT INVOIC, UBL Invoice, cXML InvoiceDetailRequest. */
    @Test
    void invoicesAreToldAsSuch() {
        Map<String, String> invoices = Map.of(
                "x12", x12("IN", "ST*810*0001~BIG*20261101*INV-1**PO-1~SE*3*0001~"),
                "edifact", edifact("UNH+1+INVOIC:D:96A:UN'BGM+380+INV-1+9'UNT+3+1'"),
                "ubl", ubl("Invoice", "<cbc:ID>INV-1</cbc:ID>"),
                "cxml", cxml("i1", "<InvoiceDetailRequest/>"));
        invoices.forEach((format, invoice) -> {
            ReceivedDocument document = ReceivedDocument.read(
                    TradeDocuments.READERS.get(format),
                    invoice.getBytes(StandardCharsets.UTF_8),
                    DocumentLimits.DEFAULT);
            assertTrue(
                    document.fault() != null && document.fault().contains("is an invoice"),
                    () -> format + ": " + document.fault());
        });
    }
}
