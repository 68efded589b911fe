package dev.syncline.purchasing;

import static dev.syncline.purchasing.BuyersOrders.ordered;
import static dev.syncline.purchasing.BuyersOrders.send;
import static dev.syncline.purchasing.BuyersOrders.vendor;
import static dev.syncline.support.Purchasing.erpLines;
import static dev.syncline.support.Purchasing.erpOrder;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.document.TradeDocuments;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.Purchasing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a buyer sees of documents that an order does not simply follow. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class BuyersViewTest {
    @BeforeEach
    void pauseSchedules() {
        Purchasing.pauseSchedules();
    }

    private static List<Map<String, Object>> notices(String supplier, String number, String kind) {
        List<Map<String, Object>> all =
                Purchasing.order(vendor(supplier), number).getList("notices");
        return all.stream().filter(notice -> kind.equals(notice.get("kind"))).toList();
    }

    /** Of a line of the order, another article of the supplier's. */
    private static String substitution(String supplier, String number, String own, String other) {
        String quantity = "10";
        return switch (supplier) {
            // 668 IS, with the other article in ACK07 and ACK08
            case "atlas" ->
                TradeDocuments.x12(
                        "PR",
                        "ST*855*0001~BAK*00*AC*" + number + "*20261201~PO1*1*" + quantity + "*EA*2**BP*" + own
                                + "~ACK*IS*" + quantity + "*EA*068*20261224**VP*" + other + "~SE*5*0001~");
            // 4347 of PIA: 3, substituted by
            case "borealis" ->
                TradeDocuments.edifact("UNH+1+ORDRSP:D:96A:UN'BGM+231+R-SUB+4'DTM+137:20261201:102'RFF+ON:" + number
                        + "'LIN+1+3+" + own + ":IN'PIA+3+" + other + ":SA'QTY+21:" + quantity + "'QTY+113:" + quantity
                        + "'UNT+9+1'");
            default ->
                TradeDocuments.ubl(
                        "OrderResponse",
                        "<cbc:ID>R-SUB</cbc:ID><cbc:IssueDate>2026-12-01</cbc:IssueDate><cac:OrderReference><cbc:ID>"
                                + number
                                + "</cbc:ID></cac:OrderReference><cac:OrderLine><cac:LineItem><cbc:ID>1</cbc:ID>"
                                + "<cbc:LineStatusCode>3</cbc:LineStatusCode><cbc:Quantity unitCode='EA'>" + quantity
                                + "</cbc:Quantity><cac:Item><cac:BuyersItemIdentification><cbc:ID>" + own
                                + "</cbc:ID></cac:BuyersItemIdentification></cac:Item></cac:LineItem>"
                                + "<cac:SellerSubstitutedLineItem><cbc:ID>1</cbc:ID><cac:Item><cac:SellersItemIdentification>"
                                + "<cbc:ID>" + other + "</cbc:ID></cac:SellersItemIdentification></cac:Item>"
                                + "</cac:SellerSubstitutedLineItem></cac:OrderLine>");
        };
    }

    /** The other article comes, the ordered one does not, and a notice and a warning of the order say so. */
    @ParameterizedTest
    @CsvSource({"atlas, PO-VIEW-1, CAT-1051", "borealis, PO-VIEW-2, CAT-1052", "cobalt, PO-VIEW-3, CAT-1053"})
    void anArticleInPlaceOfTheOrderedOneIsToldToTheBuyer(String supplier, String number, String other) {
        boolean hasCatalog = !supplier.equals("borealis");
        String product = ordered(supplier, number);

        send(supplier, substitution(supplier, number, product, other));

        assertEquals("SUCCESS", Api.record(supplier + "-orders-to-erp", number).getString("status"));
        Map<String, Object> closed = erpLines(number).get(0);
        assertEquals(10, new BigDecimal(closed.get("cancelled").toString()).intValue(), closed.toString());
        assertEquals(true, closed.get("isHidden"), closed.toString());
        List<String> warnings = Purchasing.order(vendor(supplier), number).getList("warnings");
        assertTrue(
                warnings.stream()
                        .anyMatch(warning -> warning.startsWith("In place of line 1") && warning.contains(other)),
                warnings::toString);
        if (!hasCatalog) {
            // Nobody knows the other article: that is what the buyer has to look at.
            assertTrue(notices(supplier, number, "MISSING_ITEM").stream()
                    .anyMatch(notice -> notice.get("text").toString().contains(other)));
            assertEquals(true, erpOrder(number).get("isIncomplete"));
            return;
        }
        Map<String, Object> instead = erpLines(number).stream()
                .filter(line -> other.equals(line.get("productNo")))
                .findFirst()
                .orElseThrow();
        assertEquals(10, new BigDecimal(instead.get("confirmed").toString()).intValue(), instead.toString());
        List<Map<String, Object>> told = notices(supplier, number, "LINE_SUBSTITUTED");
        assertEquals(1, told.size(), told.toString());
        String text = told.get(0).get("text").toString();
        assertTrue(text.contains(other) && text.contains("in place of line 1 of order " + number), text);
    }

    /** ItemIn of cXML may be the ordered article or another one; the order does not know the supplier's number of either. */
    @Test
    void anArticleThatMayBeAnotherOneIsToldToTheBuyer() {
        String number = "PO-VIEW-4";
        ordered("delta", number);

        send(
                "delta",
                TradeDocuments.cxml(
                        "c-" + number,
                        "<ConfirmationRequest><ConfirmationHeader type='detail' confirmID='C-1' noticeDate='2026-12-01'/>"
                                + "<OrderReference orderID='" + number
                                + "'/><ConfirmationItem lineNumber='1' quantity='10'>"
                                + "<UnitOfMeasure>EA</UnitOfMeasure><ConfirmationStatus type='detail' quantity='10'>"
                                + "<UnitOfMeasure>EA</UnitOfMeasure><ItemIn quantity='10'><ItemID><SupplierPartID>CAT-1054"
                                + "</SupplierPartID></ItemID></ItemIn></ConfirmationStatus></ConfirmationItem>"
                                + "</ConfirmationRequest>"));

        List<String> warnings = Purchasing.order(vendor("delta"), number).getList("warnings");
        assertTrue(
                warnings.stream()
                        .anyMatch(warning -> warning.startsWith("The supplier calls the article of line 1")
                                && warning.contains("CAT-1054")),
                warnings::toString);
        assertNull(erpLines(number).get(0).get("vendorItemNo"), "which may be another article's");
    }

    /** 12 are confirmed of 10, in another unit, at a price for no units. */
    private static String odd(String supplier, String number) {
        return switch (supplier) {
            case "atlas" ->
                TradeDocuments.x12(
                        "PR",
                        "ST*855*0001~BAK*00*AC*" + number
                                + "*20261201~PO1*1*10*EA*2*NQ~ACK*IA*12*CA*067*20261224~SE*5*0001~");
            case "borealis" ->
                TradeDocuments.edifact("UNH+1+ORDRSP:D:96A:UN'BGM+231+R-" + number + "+4'DTM+137:20261201:102'RFF+ON:"
                        + number + "'LIN+1+5'QTY+113:12:CT'PRI+AAA:2:::0'UNT+8+1'");
            case "cobalt" ->
                TradeDocuments.ubl(
                        "OrderResponse",
                        "<cbc:ID>R-" + number + "</cbc:ID><cbc:IssueDate>2026-12-01</cbc:IssueDate><cac:OrderReference>"
                                + "<cbc:ID>" + number
                                + "</cbc:ID></cac:OrderReference><cac:OrderLine><cac:LineItem><cbc:ID>1"
                                + "</cbc:ID><cbc:LineStatusCode>5</cbc:LineStatusCode><cbc:Quantity unitCode='XCT'>12"
                                + "</cbc:Quantity><cac:Price><cbc:PriceAmount currencyID='EUR'>2</cbc:PriceAmount>"
                                + "<cbc:BaseQuantity>0</cbc:BaseQuantity></cac:Price><cac:Item/></cac:LineItem></cac:OrderLine>");
            case "delta" ->
                TradeDocuments.cxml(
                        "c-" + number,
                        "<ConfirmationRequest><ConfirmationHeader type='detail' confirmID='C-1' noticeDate='2026-12-01'/>"
                                + "<OrderReference orderID='" + number
                                + "'/><ConfirmationItem lineNumber='1' quantity='10'>"
                                + "<UnitOfMeasure>CA</UnitOfMeasure><ConfirmationStatus type='accept' quantity='12'>"
                                + "<UnitOfMeasure>CA</UnitOfMeasure><UnitPrice><Money currency='EUR'>2</Money></UnitPrice>"
                                + "<PriceBasisQuantity quantity='0'/></ConfirmationStatus></ConfirmationItem>"
                                + "</ConfirmationRequest>");
            default ->
                "{\"orders\":[{\"poNumber\":\"" + number
                        + "\",\"updatedAt\":\"2026-12-01\",\"lines\":[{\"poLineNumber\":1,"
                        + "\"quantityConfirmed\":12,\"unit\":\"CA\",\"status\":\"allocated\"}]}]}";
        };
    }

    /** Without items, and to arrive on 24 December. */
    private static String noItems(String supplier, String number) {
        return switch (supplier) {
            case "atlas" ->
                TradeDocuments.x12(
                        "SH",
                        "ST*856*0001~BSN*00*D-" + number + "*20261202*0800~HL*1**S~DTM*017*20261224~HL*2*1*O~PRF*"
                                + number + "~SE*6*0001~");
            case "borealis" ->
                TradeDocuments.edifact("UNH+1+DESADV:D:96A:UN'BGM+351+D-" + number
                        + "+9'DTM+137:20261202:102'DTM+132:20261224:102'RFF+ON:" + number + "'UNT+6+1'");
            case "cobalt" ->
                TradeDocuments.ubl(
                        "DespatchAdvice",
                        "<cbc:ID>D-" + number
                                + "</cbc:ID><cbc:IssueDate>2026-12-02</cbc:IssueDate><cac:OrderReference><cbc:ID>"
                                + number
                                + "</cbc:ID></cac:OrderReference><cac:Shipment><cbc:ID>1</cbc:ID><cac:Delivery>"
                                + "<cac:EstimatedDeliveryPeriod><cbc:EndDate>2026-12-24</cbc:EndDate>"
                                + "</cac:EstimatedDeliveryPeriod></cac:Delivery></cac:Shipment>");
            // A shape that is not read, in place of a ship notice
            case "delta" ->
                TradeDocuments.cxml(
                        "s-" + number,
                        "<ShipNoticeRequest><ShipNoticeHeader shipmentID='D-1' noticeDate='2026-12-02'"
                                + " fulfillmentType='partial' deliveryDate='2026-12-24'/><ShipNoticePortion><OrderReference"
                                + " orderID='" + number + "'/></ShipNoticePortion></ShipNoticeRequest>");
            default ->
                "{\"orders\":[{\"poNumber\":\"" + number
                        + "\",\"updatedAt\":\"2026-12-02\",\"expectedDate\":\"2026-12-24\","
                        + "\"items\":[{\"poLineNumber\":1,\"quantityShipped\":12}]}]}";
        };
    }

    /** What the order shows by GET, of documents that were sent as a supplier sends them. */
    @ParameterizedTest
    @CsvSource({
        "atlas, PO-VIEW-11, answered in CA, 639",
        "borealis, PO-VIEW-12, the supplier in CT, The price is for 0 units",
        "cobalt, PO-VIEW-13, the supplier in XCT, The price is of 0",
        "delta, PO-VIEW-14, the supplier in CA, The price is for 0 units",
        "everest, PO-VIEW-15, the supplier in CA, Status 'allocated' is not known"
    })
    void whatIsNotFollowedWholeIsAWarningOfTheOrder(String supplier, String number, String unit, String price) {
        ordered(supplier, number);

        send(supplier, odd(supplier, number));
        List<String> warnings = Purchasing.order(vendor(supplier), number).getList("warnings");
        for (String told : List.of(unit, price, "The supplier confirms 12 of line 1")) {
            assertTrue(warnings.stream().anyMatch(warning -> warning.contains(told)), () -> told + ": " + warnings);
        }

        send(supplier, noItems(supplier, number));
        List<String> more = Purchasing.order(vendor(supplier), number).getList("warnings");
        String told = supplier.equals("everest") ? "'items' is not read" : "nothing was counted as shipped";
        assertTrue(more.stream().anyMatch(warning -> warning.contains(told)), more::toString);
        assertTrue(String.valueOf(erpOrder(number)).contains("2026-12-24"), () -> erpOrder(number) + "");
        assertEquals(
                0,
                new BigDecimal(erpLines(number).get(0).get("shipped").toString()).signum(),
                erpLines(number)::toString);
    }

    private static String purchaseOrder(String supplier, String number, String at) {
        return switch (supplier) {
            case "atlas" ->
                TradeDocuments.x12(
                        "PO", "ST*850*0001~BEG*00*NE*" + number + "**" + at + "~PO1*1*99*EA*2**BP*A-1~SE*4*0001~");
            case "borealis" ->
                TradeDocuments.edifact("UNH+1+ORDERS:D:96A:UN'BGM+220+" + number + "+9'DTM+137:" + at
                        + ":102'LIN+1++A-1:IN'QTY+21:99'UNT+6+1'");
            case "cobalt" ->
                TradeDocuments.ubl(
                        "Order",
                        "<cbc:ID>" + number
                                + "</cbc:ID><cbc:IssueDate>2026-12-01</cbc:IssueDate><cac:OrderLine><cac:LineItem>"
                                + "<cbc:ID>1</cbc:ID><cbc:Quantity>99</cbc:Quantity><cac:Item/></cac:LineItem>"
                                + "</cac:OrderLine>");
            default ->
                TradeDocuments.cxml(
                        "o-" + number,
                        "<OrderRequest><OrderRequestHeader orderID='" + number + "' orderDate='2026-12-01' type='new'/>"
                                + "<ItemOut quantity='99' lineNumber='1'><ItemID><SupplierPartID>A</SupplierPartID></ItemID>"
                                + "</ItemOut></OrderRequest>");
        };
    }

    /** 850, ORDERS, Order and OrderRequest are what a buyer sends: kept, told, and without effect. */
    @ParameterizedTest
    @CsvSource({"atlas, PO-VIEW-5", "borealis, PO-VIEW-6", "cobalt, PO-VIEW-7", "delta, PO-VIEW-8"})
    void anOrderAsABuyerSendsItChangesNothing(String supplier, String number) {
        ordered(supplier, number);
        Map<String, Object> before = erpOrder(number);
        List<Map<String, Object>> lines = erpLines(number);

        send(supplier, purchaseOrder(supplier, number, "20261201"));

        assertEquals("ON_HOLD", Api.record(supplier + "-orders-to-erp", number).getString("status"));
        String reason = Api.record(supplier + "-orders-to-erp", number).getString("reason");
        assertTrue(reason.contains("as a buyer sends it to a supplier. It is kept and changes nothing"), reason);
        assertEquals(before, erpOrder(number));
        assertEquals(lines, erpLines(number));
    }

    /** 810, INVOIC, Invoice and InvoiceDetailRequest. */
    @ParameterizedTest
    @ValueSource(strings = {"atlas", "borealis", "cobalt", "delta"})
    void anInvoiceIsToldAsOneAndChangesNothing(String supplier) {
        String invoice =
                switch (supplier) {
                    case "atlas" -> TradeDocuments.x12("IN", "ST*810*0001~BIG*20261101*INV-1**PO-10011~SE*3*0001~");
                    case "borealis" -> TradeDocuments.edifact("UNH+1+INVOIC:D:96A:UN'BGM+380+INV-1+9'UNT+3+1'");
                    case "cobalt" -> TradeDocuments.ubl("Invoice", "<cbc:ID>INV-1</cbc:ID>");
                    default -> TradeDocuments.cxml("i1", "<InvoiceDetailRequest/>");
                };

        send(supplier, invoice);

        List<String> reasons = Database.hub()
                .column(
                        String.class,
                        "select reason from sync_record where route = (select id from sync_route where name = ?)"
                                + " and reason like '%is an invoice%'",
                        supplier + "-orders-to-erp");
        assertFalse(reasons.isEmpty());
        assertFalse(reasons.stream().anyMatch(reason -> reason.contains("Exception")), reasons::toString);
    }
}
