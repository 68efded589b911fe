package dev.syncline.supplier.order;

import static dev.syncline.document.TradeDocuments.cxml;
import static dev.syncline.document.TradeDocuments.edifact;
import static dev.syncline.document.TradeDocuments.ubl;
import static dev.syncline.document.TradeDocuments.x12;
import static dev.syncline.supplier.inbox.FoldedDocuments.fold;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.document.DocumentLimits;
import dev.syncline.document.TradeDocuments;
import dev.syncline.supplier.inbox.ReceivedDocument;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not followed whole is told on the order, in words of the trade. */
class OrderWarningsTest {
    static Stream<Arguments> shipNotices() {
        return Stream.of(
                Arguments.of(
                        "x12",
                        // HL without SN1; DTM 017, estimated delivery
                        x12(
                                "SH",
                                "ST*856*0001~BSN*00*D-1*20261201*0800~DTM*017*20261224~HL*1**S~DTM*017*20261224~HL*2*1*O~"
                                        + "PRF*PO-1~SE*8*0001~")),
                Arguments.of(
                        "edifact",
                        // no LIN; DTM 132, arrival estimated
                        edifact("UNH+1+DESADV:D:96A:UN'BGM+351+D-1+9'DTM+132:20261224:102'RFF+ON:PO-1'CPS+1'UNT+6+1'")),
                Arguments.of(
                        "ubl",
                        ubl(
                                "DespatchAdvice",
                                "<cbc:ID>D-1</cbc:ID><cbc:IssueDate>2026-12-01</cbc:IssueDate><cac:OrderReference><cbc:ID>PO-1"
                                        + "</cbc:ID></cac:OrderReference><cac:Shipment><cbc:ID>1</cbc:ID><cac:Delivery>"
                                        + "<cac:EstimatedDeliveryPeriod><cbc:EndDate>2026-12-24</cbc:EndDate>"
                                        + "</cac:EstimatedDeliveryPeriod></cac:Delivery></cac:Shipment>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipNotices")
    void aShipNoticeWithoutItemsKeepsItsDates(String format, String notice) throws Exception {
        OrderState state = fold(format, notice);

        assertEquals(LocalDate.of(2026, 12, 24), state.expectedOn());
        assertTrue(state.lines().isEmpty());
        assertTold(state, "nothing was counted as shipped");
    }

    static Stream<Arguments> units() {
        return Stream.of(
                // 355 of PO103 and ACK03
                Arguments.of(
                        "x12",
                        x12("PR", "ST*855*0001~BAK*00*AC*PO-1*20261201~PO1*1*10*EA*2**BP*A-1~ACK*IA*10*CA~SE*5*0001~"),
                        "EA"),
                // 6411 of QTY
                Arguments.of(
                        "edifact",
                        edifact("UNH+1+ORDRSP:D:96A:UN'BGM+231+R-1+4'RFF+ON:PO-1'LIN+1+5'QTY+21:10:PCE'QTY+113:10:CT'"
                                + "UNT+7+1'"),
                        "PCE"),
                Arguments.of(
                        "json",
                        "{\"orders\":[{\"poNumber\":\"PO-1\",\"lines\":[{\"poLineNumber\":\"1\",\"unit\":\"EA\",\"quantityConfirmed\":5},"
                                + "{\"poLineNumber\":\"1\",\"unit\":\"CA\",\"quantityConfirmed\":5}]}]}",
                        "EA"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("units")
    void unitsThatDifferAreTold(String format, String document, String unit) throws Exception {
        assertTold(fold(format, document), unit);
        assertTold(fold(format, document), "check the quantities with the supplier");
    }

    @Test
    void unitsThatDifferBetweenOrderAndAnswerAreToldAndNamesOfOneUnitAreNot() throws Exception {
        String order = ubl(
                "Order",
                "<cbc:ID>PO-1</cbc:ID><cbc:IssueDate>2026-11-01</cbc:IssueDate><cac:SellerSupplierParty/>"
                        + "<cac:BuyerCustomerParty/><cac:OrderLine><cac:LineItem><cbc:ID>1</cbc:ID><cbc:Quantity unitCode='EA'>"
                        + "10</cbc:Quantity><cac:Item/></cac:LineItem></cac:OrderLine>");
        String response = ubl(
                "OrderResponse",
                "<cbc:ID>R-1</cbc:ID><cbc:IssueDate>2026-12-01</cbc:IssueDate><cac:OrderReference><cbc:ID>PO-1</cbc:ID>"
                        + "</cac:OrderReference><cac:OrderLine><cac:LineItem><cbc:ID>1</cbc:ID><cbc:LineStatusCode>5"
                        + "</cbc:LineStatusCode><cbc:Quantity unitCode='XCT'>10</cbc:Quantity><cac:Item/></cac:LineItem>"
                        + "</cac:OrderLine>");

        assertTold(fold("ubl", order, response), "in EA and in XCT");
        assertEquals(0, count(fold("ubl", order, response.replace("XCT", "C62")), "in EA and in"));
    }

    static Stream<Arguments> prices() {
        return Stream.of(
                Arguments.of(
                        "edifact",
                        // 5284 of PRI
                        edifact(
                                "UNH+1+ORDRSP:D:96A:UN'BGM+231+R-1+4'RFF+ON:PO-1'LIN+1+5'QTY+113:10'PRI+AAA:12.5:::0:PCE'"
                                        + "UNT+7+1'")),
                Arguments.of(
                        "ubl",
                        ubl(
                                "OrderResponse",
                                "<cbc:ID>R-1</cbc:ID><cbc:IssueDate>2026-12-01</cbc:IssueDate><cac:OrderReference><cbc:ID>PO-1"
                                        + "</cbc:ID></cac:OrderReference><cac:OrderLine><cac:LineItem><cbc:ID>1</cbc:ID>"
                                        + "<cbc:LineStatusCode>5</cbc:LineStatusCode><cbc:Quantity unitCode='EA'>10</cbc:Quantity>"
                                        + "<cac:Price><cbc:PriceAmount currencyID='EUR'>5</cbc:PriceAmount><cbc:BaseQuantity>0"
                                        + "</cbc:BaseQuantity></cac:Price><cac:Item/></cac:LineItem></cac:OrderLine>")),
                Arguments.of(
                        "cxml",
                        cxml(
                                "c1",
                                "<ConfirmationRequest><ConfirmationHeader type='detail' confirmID='C-1'/><OrderReference"
                                        + " orderID='PO-1'/><ConfirmationItem lineNumber='1' quantity='10'><ConfirmationStatus"
                                        + " type='accept' quantity='10'><UnitPrice><Money currency='EUR'>5</Money></UnitPrice>"
                                        + "<PriceBasisQuantity quantity='0'/></ConfirmationStatus></ConfirmationItem>"
                                        + "</ConfirmationRequest>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("prices")
    void aPriceOfNoUnitsIsNoneAndTheLineStands(String format, String document) throws Exception {
        OrderState state = fold(format, document);

        assertNull(state.lines().get(0).unitCost());
        assertEquals("10", state.lines().get(0).confirmed().toPlainString());
        assertTold(state, "0");
        assertTold(state, "price is ");
    }

    @Test
    void linesUnderAnotherNameAreTold() throws Exception {
        assertTold(
                fold(
                        "json",
                        "{\"orders\":[{\"poNumber\":\"PO-1\",\"items\":[{\"poLineNumber\":1,\"quantityConfirmed\":5}]}]}"),
                "'items' is not read");
        assertTold(
                fold("json", "{\"orders\":[{\"poNumber\":\"PO-1\",\"lines\":[{\"poLineNumber\":1,\"qty\":5}]}]}"),
                "It has 'qty'");
        assertEquals(
                0,
                fold("json", "{\"orders\":[{\"poNumber\":\"PO-1\",\"status\":\"confirmed\"}]}")
                        .warnings()
                        .size());
    }

    /** 1225 of BGM: 53, test. */
    @Test
    void aTestIsNotFollowed() {
        ReceivedDocument document = ReceivedDocument.read(
                TradeDocuments.READERS.get("edifact"),
                edifact("UNH+1+ORDRSP:D:96A:UN'BGM+231+R-1+53'RFF+ON:PO-1'LIN+1+5'QTY+113:10'UNT+6+1'")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                DocumentLimits.DEFAULT);

        assertTrue(document.fault().contains("It is a test"), document.fault());
    }

    @Test
    void twoShipNoticesOfOneNumberAreToldUnlessTheySayTheSame() throws Exception {
        String notice = x12(
                "SH",
                "ST*856*0001~BSN*00*D-1*20261201*0800~HL*1**O~PRF*PO-1~HL*2*1*I~LIN*1*BP*A-1~SN1*1*10*EA~SE*8*0001~");

        assertEquals(0, count(fold("x12", notice, notice.replace("000000001", "000000002")), "came twice"));
        OrderState state = fold(
                "x12", notice, notice.replace("SN1*1*10", "SN1*1*4").replace("20261201*0800~HL", "20261202*0800~HL"));
        assertEquals("4", state.lines().get(0).shipped().toPlainString());
        assertTold(state, "Ship notice D-1 came twice");
    }

    private static void assertTold(OrderState state, String text) {
        assertTrue(count(state, text) > 0, () -> text + " is not in " + state.warnings());
    }

    private static long count(OrderState state, String text) {
        return state.warnings().stream()
                .filter(warning -> warning.contains(text))
                .count();
    }
}
