package dev.syncline.purchasing;

import static dev.syncline.purchasing.BuyersOrders.ordered;
import static dev.syncline.purchasing.BuyersOrders.send;
import static dev.syncline.purchasing.BuyersOrders.vendor;
import static dev.syncline.support.Purchasing.editErp;
import static dev.syncline.support.Purchasing.erpLines;
import static dev.syncline.support.Purchasing.erpOrder;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.syncline.document.TradeDocuments;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Purchasing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Warnings of an order stay as long as they hold, however often the order goes to the ERP meanwhile. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class StandingWarningsTest {
    @BeforeEach
    void pauseSchedules() {
        Purchasing.pauseSchedules();
    }

    /** The supplier has so many of line 1 as ordered, and delivers them. */
    private static String answer(String supplier, String number, int quantity, int day) {
        return answer(supplier, number, quantity, day, null);
    }

    /** @param currency of a price of 3; null for no price */
    private static String answer(String supplier, String number, int quantity, int day, String currency) {
        String q = String.valueOf(quantity);
        boolean isPriced = currency != null;
        return switch (supplier) {
            case "atlas" ->
                TradeDocuments.x12(
                        "PR",
                        "ST*855*0001~BAK*00*AC*" + number + "*202612" + day + "~"
                                + (isPriced ? "CUR*SE*" + currency + "~" : "") + "PO1*1*" + q + "*EA"
                                + (isPriced ? "*3" : "") + "~ACK*IA*" + q + "*EA~SE*5*0001~");
            case "borealis" ->
                TradeDocuments.edifact("UNH+1+ORDRSP:D:96A:UN'BGM+231+R-" + number + day + "+4'DTM+137:202612" + day
                        + ":102'RFF+ON:" + number + (isPriced ? "'CUX+2:" + currency + ":9" : "") + "'LIN+1+5'QTY+21:"
                        + q
                        + "'QTY+113:" + q + (isPriced ? "'PRI+AAA:3" : "") + "'UNT+8+1'");
            case "cobalt" ->
                TradeDocuments.ubl(
                        "OrderChange",
                        "<cbc:ID>R-" + number + day + "</cbc:ID><cbc:IssueDate>2026-12-" + day
                                + "</cbc:IssueDate><cac:OrderReference><cbc:ID>" + number
                                + "</cbc:ID></cac:OrderReference><cac:OrderLine><cac:LineItem><cbc:ID>1</cbc:ID>"
                                + "<cbc:LineStatusCode>3</cbc:LineStatusCode><cbc:Quantity>" + q
                                + "</cbc:Quantity>"
                                + (isPriced
                                        ? "<cac:Price><cbc:PriceAmount currencyID='" + currency
                                                + "'>3</cbc:PriceAmount></cac:Price>"
                                        : "")
                                + "<cac:Item/></cac:LineItem></cac:OrderLine>");
            case "delta" ->
                TradeDocuments.cxml(
                        "c-" + number + day,
                        "<ConfirmationRequest><ConfirmationHeader type='detail' confirmID='C-" + day
                                + "' noticeDate='2026-12-" + day + "'/><OrderReference orderID='" + number
                                + "'/><ConfirmationItem lineNumber='1' quantity='" + q
                                + "'><UnitOfMeasure>EA</UnitOfMeasure><ConfirmationStatus type='accept' quantity='" + q
                                + "'><UnitOfMeasure>EA</UnitOfMeasure>"
                                + (isPriced
                                        ? "<UnitPrice><Money currency='" + currency + "'>3</Money></UnitPrice>"
                                        : "")
                                + "</ConfirmationStatus></ConfirmationItem>"
                                + "</ConfirmationRequest>");
            default ->
                "{\"orders\":[{\"poNumber\":\"" + number + "\",\"updatedAt\":\"2026-12-" + day
                        + (isPriced ? "\",\"currency\":\"" + currency : "")
                        + "\",\"lines\":[{\"poLineNumber\":1,\"quantityOrdered\":" + q + ",\"quantityConfirmed\":" + q
                        + (isPriced ? ",\"unitCost\":3" : "") + "}]}]}";
        };
    }

    private static List<String> warnings(String supplier, String number, String beginning) {
        List<String> all = Purchasing.order(vendor(supplier), number).getList("warnings");
        return all.stream().filter(warning -> warning.startsWith(beginning)).toList();
    }

    /** A run that looks at every order of the supplier anew, as it is in the ERP by now. */
    private static void runAgain(String supplier, String number) {
        Api.run(supplier + "-orders-to-erp", "range=all");
        assertEquals("SUCCESS", Api.record(supplier + "-orders-to-erp", number).getString("status"));
    }

    @ParameterizedTest
    @CsvSource({
        "atlas, PO-STAND-1",
        "borealis, PO-STAND-2",
        "cobalt, PO-STAND-3",
        "delta, PO-STAND-4",
        "everest, PO-STAND-5"
    })
    void anotherQuantityThanWasOrderedIsToldUntilTheSupplierHasTheOrderedOne(String supplier, String number) {
        String told = "The order had 10 of line 1";
        ordered(supplier, number);

        send(supplier, answer(supplier, number, 8, 10));
        assertEquals(1, warnings(supplier, number, told).size());
        for (int run = 0; run < 2; run++) {
            runAgain(supplier, number);
            assertEquals(8, new BigDecimal(orderedInErp(number)).intValue());
            assertEquals(1, warnings(supplier, number, told).size(), "run " + run);
        }

        send(supplier, answer(supplier, number, 10, 11));
        assertEquals(10, new BigDecimal(orderedInErp(number)).intValue());
        assertEquals(List.of(), warnings(supplier, number, told));
    }

    @ParameterizedTest
    @CsvSource({
        "atlas, PO-STAND-11",
        "borealis, PO-STAND-12",
        "cobalt, PO-STAND-13",
        "delta, PO-STAND-14",
        "everest, PO-STAND-15"
    })
    void aPriceInAnotherCurrencyIsToldAndNotEnteredUntilTheOrderIsInThatOne(String supplier, String number) {
        String told = "The supplier has the price of line 1";
        ordered(supplier, number);
        editErp("purchase-orders", number, "{'currency':'CHF'}");
        editErp("purchase-order-lines", number + "|1", "{'unitCost':5}");

        send(supplier, answer(supplier, number, 10, 10, "SEK"));
        for (int run = 0; run < 2; run++) {
            assertEquals("CHF 5 for 10", priceInErp(number));
            assertEquals(1, warnings(supplier, number, told).size(), "run " + run);
            runAgain(supplier, number);
        }

        editErp("purchase-orders", number, "{'currency':'SEK'}");
        runAgain(supplier, number);
        assertEquals("SEK 3 for 10", priceInErp(number));
        assertEquals(List.of(), warnings(supplier, number, told));
    }

    private static String priceInErp(String number) {
        Map<String, Object> line = erpLines(number).get(0);
        return erpOrder(number).get("currency") + " "
                + new BigDecimal(line.get("unitCost").toString()).intValueExact() + " for "
                + new BigDecimal(line.get("confirmed").toString()).intValueExact();
    }

    private static String orderedInErp(String number) {
        return erpLines(number).get(0).get("ordered").toString();
    }
}
