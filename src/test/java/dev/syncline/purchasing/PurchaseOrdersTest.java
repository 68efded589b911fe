package dev.syncline.purchasing;

import static dev.syncline.support.Purchasing.assertInStep;
import static dev.syncline.support.Purchasing.autoSync;
import static dev.syncline.support.Purchasing.editErp;
import static dev.syncline.support.Purchasing.erpLines;
import static dev.syncline.support.Purchasing.erpOrder;
import static dev.syncline.support.Purchasing.order;
import static dev.syncline.support.Purchasing.poke;
import static dev.syncline.support.Purchasing.sync;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Purchasing;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a buyer does with orders that follow their supplier, and what is not to happen to them. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class PurchaseOrdersTest {
    private static final String SUPPLIER = "everest";
    private static final String VENDOR = "V-00105";
    private static final String ROUTE = "everest-orders-to-erp";

    @BeforeEach
    void pauseSchedules() {
        Purchasing.pauseSchedules();
        Api.run(Purchasing.BOOK, "range=all&depth=deep");
    }

    @AfterEach
    void clearFaults() {
        given().delete("/sandbox/faults");
    }

    @Test
    void holdsWhatSomebodyEditedInTheErp() {
        String number = "PO-10049";
        autoSync(VENDOR, true, true);
        poke(SUPPLIER, number, "{'action':'confirm'}");
        sync(SUPPLIER);
        assertInStep(SUPPLIER, number);

        editErp("purchase-order-lines", number + "|1", "{'confirmed':1}");
        editErp("purchase-orders", number, "{'note':'gate B'}");
        poke(SUPPLIER, number, "{'action':'re-date','date':'2027-03-04'}");
        sync(SUPPLIER);

        JsonPath record = Api.record(ROUTE, number);
        assertEquals("ON_HOLD", record.getString("status"));
        String confirmed =
                String.valueOf((int) Purchasing.truth(SUPPLIER, number).getFloat("lines[0].confirmed"));
        assertTrue(
                record.getString("reason").contains("line 1 confirmed is '1' there and '" + confirmed + "'"),
                record.getString("reason"));
        assertEquals(List.of("EDITED_IN_ERP"), kinds(number));
        assertEquals(1, ((Number) erpLines(number).get(0).get("confirmed")).intValue(), "the edit is not lost");

        toggle(number, false);
        sync(SUPPLIER);
        assertEquals("BLOCKED", Api.record(ROUTE, number).getString("status"));
        assertEquals(List.of(), kinds(number), "there is nothing to decide");
        toggle(number, true);
        awaitIdle();
        assertEquals("ON_HOLD", Api.record(ROUTE, number).getString("status"));
        assertEquals(List.of("EDITED_IN_ERP"), kinds(number));

        editErp("purchase-order-lines", number + "|1", "{'confirmed':" + confirmed + "}");
        sync(SUPPLIER);
        assertEquals("SUCCESS", Api.record(ROUTE, number).getString("status"), "it goes by itself once both agree");
        assertInStep(SUPPLIER, number);
        assertEquals("gate B", erpOrder(number).get("note"), "what the supplier does not fill is left as it is");
        assertEquals(List.of(), kinds(number));
    }

    @Test
    void aRetryWritesTheSuppliersValue() {
        String number = "PO-10050";
        autoSync(VENDOR, true, true);
        poke(SUPPLIER, number, "{'action':'confirm'}");
        sync(SUPPLIER);
        editErp("purchase-order-lines", number + "|1", "{'unitCost':999}");
        poke(SUPPLIER, number, "{'action':'re-date','date':'2027-03-04'}");
        sync(SUPPLIER);
        assertEquals("ON_HOLD", Api.record(ROUTE, number).getString("status"));

        Response retry = Api.as("operator").post("/api/records/" + ROUTE + "/" + number + "/retry");
        assertEquals(202, retry.statusCode(), retry.asString());
        assertEquals(1, Api.ended(retry.as(Reply.class).getLong("id")).getInt("counts.updated"));
        assertInStep(SUPPLIER, number);
        assertEquals(List.of(), kinds(number));
    }

    @Test
    void anOrderHasASwitchOfItsOwn() {
        String number = "PO-10051";
        autoSync(VENDOR, true, true);
        JsonPath off = toggle(number, false);
        assertFalse(off.getBoolean("autoSync"));
        assertEquals(List.of(), off.getList("lockedFields"));
        poke(SUPPLIER, number, "{'action':'confirm'}");
        sync(SUPPLIER);
        assertEquals("BLOCKED", Api.record(ROUTE, number).getString("status"));
        assertEquals("OPEN", erpOrder(number).get("status"));
        assertTrue(Api.record(ROUTE, number).getString("reason").contains("Auto-sync is off for order " + number));

        assertTrue(toggle(number, true).getBoolean("autoSync"));
        awaitIdle();
        assertInStep(SUPPLIER, number);
        assertNotNull(order(VENDOR, number).getString("lastSyncedAt"));
    }

    @Test
    void aVendorSwitchedOnWithoutItsOpenOrdersFollowsFromNowOn() {
        String open = "PO-10017";
        String vendor = "V-00102";
        autoSync(vendor, false, false);
        autoSync(vendor, true, false);
        assertFalse(order(vendor, open).getBoolean("autoSync"), "it was open before");

        given().contentType("application/json")
                .body(Map.of("vendorNo", vendor, "status", "OPEN"))
                .put("/sandbox/erp/purchase-orders/PO-NEW-1")
                .then()
                .statusCode(201);
        Api.run(Purchasing.BOOK, "range=changes");
        assertTrue(order(vendor, "PO-NEW-1").getBoolean("autoSync"), "new orders come preselected");
        autoSync(vendor, false, false);
        assertFalse(order(vendor, "PO-NEW-1").getBoolean("autoSync"));
    }

    @Test
    void anOrderThatWasPlacedAtTheSupplierIsCreated() {
        autoSync(VENDOR, true, true);
        poke(
                SUPPLIER,
                "E-9001",
                "{'action':'place','lines':[{'item':'CAT-1007','quantity':4},{'item':'CAT-1008','quantity':2}]}");
        assertEquals(1, sync(SUPPLIER).getInt("counts.created"));

        String number = "everest-E-9001";
        assertEquals(VENDOR, erpOrder(number).get("vendorNo"));
        assertEquals("E-9001", erpOrder(number).get("supplierOrderNo"));
        assertEquals(
                List.of("CAT-1007", "CAT-1008"),
                erpLines(number).stream().map(line -> line.get("productNo")).toList());
        poke(SUPPLIER, "E-9001", "{'action':'ship'}");
        assertEquals(1, sync(SUPPLIER).getInt("counts.updated"));
        assertEquals("SHIPPED", erpOrder(number).get("status"));
        assertEquals(2, erpLines(number).size(), "not once more");
    }

    @Test
    void aCancelledOrderIsHiddenAndShownAgainWhenItComesBack() {
        String number = "PO-10052";
        autoSync(VENDOR, true, true);
        poke(SUPPLIER, number, "{'action':'confirm'}");
        sync(SUPPLIER);
        poke(SUPPLIER, number, "{'action':'cancel'}");
        sync(SUPPLIER);

        assertEquals(true, erpOrder(number).get("isHidden"));
        assertEquals("CANCELLED", erpOrder(number).get("status"));
        assertTrue(kinds(number).contains("ORDER_CANCELLED"));
        JsonPath cancelled = Api.as("viewer")
                .get("/api/documents?route=" + ROUTE + "&action=CANCELLED&q=" + number)
                .as(Reply.class);
        assertEquals(number, cancelled.getString("items[0].key"));
        assertTrue(
                cancelled.getList("items[0].changed").containsAll(List.of("product removed", "quantity", "status")),
                cancelled.prettify());
        assertFalse(order(VENDOR, number).getBoolean("open"));

        poke(SUPPLIER, number, "{'action':'restore-line','line':1}");
        sync(SUPPLIER);
        assertEquals(false, erpOrder(number).get("isHidden"));
        assertFalse(kinds(number).contains("ORDER_CANCELLED"));
    }

    @Test
    void aDryRunKeepsNothingOfWhatItRead() {
        String number = "PO-10041";
        autoSync("V-00104", true, true);
        poke("delta", number, "{'action':'confirm'}");
        JsonPath run = Api.run("delta-orders-to-erp", "range=changes&dryRun=true");

        assertTrue(run.getInt("counts.updated") + run.getInt("counts.created") > 0, run.prettify());
        assertNull(erpOrder(number).get("supplierOrderNo"), "nothing is written");
        JsonPath changes = Api.as("viewer")
                .get("/api/runs/" + run.getLong("id") + "/changes")
                .as(Reply.class);
        assertTrue(changes.getList("items.key").contains(number), changes.prettify());
        sync("delta");
        assertInStep("delta", number);
    }

    @Test
    void documentsThatComeLateOrAgainSetNothingBack() {
        String number = "PO-10027";
        autoSync("V-00103", true, true);
        poke("cobalt", number, "{'action':'confirm-part','line':1,'quantity':1,'hold':true}");
        poke("cobalt", number, "{'action':'confirm','line':1}");
        sync("cobalt");
        assertInStep("cobalt", number);
        poke("cobalt", number, "{'action':'out-of-order'}");
        assertEquals(0, sync("cobalt").getInt("counts.updated"), "an older word that comes late");
        assertInStep("cobalt", number);
        poke("cobalt", number, "{'action':'ship-part','line':1,'quantity':1}");
        sync("cobalt");
        poke("cobalt", number, "{'action':'repeat'}");
        assertEquals(0, sync("cobalt").getInt("counts.updated"), "the same parcel told twice");
        assertInStep("cobalt", number);
    }

    @Test
    void aDocumentThatCannotBeReadIsKeptUntilItCan() {
        given().contentType("application/json")
                .body(
                        "{\"system\":\"everest\",\"entity\":\"documents\",\"kind\":\"malformed\",\"body\":\"{\\\"orders\\\": [{\",\"times\":1}")
                .post("/sandbox/faults")
                .then()
                .statusCode(201);
        JsonPath run = sync(SUPPLIER);
        assertEquals("PARTIAL", run.getString("status"), run.prettify());
        List<String> keys = Api.as("viewer")
                .get("/api/records?route=" + ROUTE + "&status=FAILED&q=document")
                .as(Reply.class)
                .getList("items.key");
        assertTrue(
                keys.stream()
                        .filter(key -> key.startsWith("document "))
                        .map(key -> Api.as("viewer")
                                .get("/api/records/{route}/{key}", ROUTE, key)
                                .as(Reply.class)
                                .getString("payload.document"))
                        .anyMatch("{\"orders\": [{"::equals),
                "what came is there to be looked at");
    }

    @Test
    void refreshAsksTheSupplierNow() {
        String number = "PO-10026";
        autoSync("V-00103", true, true);
        poke("cobalt", number, "{'action':'confirm'}");
        Response refresh = Api.as("operator").post("/api/purchase-orders/V-00103/" + number + "/refresh");
        assertEquals(202, refresh.statusCode(), refresh.asString());
        assertEquals(1, Api.ended(refresh.as(Reply.class).getLong("id")).getInt("counts.updated"));
        assertInStep("cobalt", number);
        assertEquals(
                403,
                Api.as("viewer")
                        .post("/api/purchase-orders/V-00103/" + number + "/refresh")
                        .statusCode());
        assertEquals(
                404,
                Api.as("operator")
                        .post("/api/purchase-orders/V-00103/PO-NONE/refresh")
                        .statusCode());
    }

    @Test
    void refreshComesAfterTheRunThatGoesOn() {
        String number = "PO-10027";
        autoSync("V-00103", true, true);
        poke("cobalt", number, "{'action':'confirm'}");
        Api.fault("cobalt", "documents", "delay", "delayMillis", 1000, "times", 1);
        long busy = Api.start("cobalt-orders-to-erp", "range=changes");
        dev.syncline.support.Patience.await().until(() -> !Api.run(busy).getBoolean("queued"));

        Response refresh = Api.as("operator").post("/api/purchase-orders/V-00103/" + number + "/refresh");

        assertEquals(202, refresh.statusCode(), refresh.asString());
        assertNotNull(Api.run(busy).getString("finishedAt"));
        assertTrue(refresh.as(Reply.class).getLong("id") > busy);
        assertEquals("SUCCESS", Api.ended(refresh.as(Reply.class).getLong("id")).getString("status"));
        assertInStep("cobalt", number);
    }

    @Test
    void aReconciliationOfSuppliersOrdersIsADryRun() {
        Response refused = Api.as("operator").post("/api/routes/" + ROUTE + "/reconciliations");
        assertEquals(400, refused.statusCode());
        assertTrue(refused.as(Reply.class).getString("detail").contains("dryRun"), refused.asString());
    }

    @Test
    void vendorsAndOrdersAreListed() {
        JsonPath vendors = Api.as("viewer").get("/api/vendors?limit=500").as(Reply.class);
        Map<String, Object> everest = vendors.getMap("items.find { it.vendor == 'V-00105' }");
        assertEquals("everest", everest.get("supplier"));
        assertNotNull(everest.get("name"));
        assertTrue(((Number) everest.get("openOrders")).intValue() > 5);

        JsonPath page = Api.as("viewer")
                .get("/api/purchase-orders?vendor=V-00104&limit=5")
                .as(Reply.class);
        assertEquals(5, page.getList("items").size());
        JsonPath next = Api.as("viewer")
                .queryParam("cursor", page.getString("next"))
                .get("/api/purchase-orders?vendor=V-00104&limit=5")
                .as(Reply.class);
        assertTrue(next.getString("items[0].number").compareTo(page.getString("items[4].number")) > 0);
        assertEquals(
                List.of("PO-10040"),
                Api.as("viewer")
                        .get("/api/purchase-orders?q=PO-10040")
                        .as(Reply.class)
                        .getList("items.number"));
        assertEquals(
                409,
                Api.as("operator")
                        .contentType("application/json")
                        .body("{\"enabled\":true}")
                        .put("/api/vendors/" + vendors.getString("items.find { it.supplier == null }.vendor")
                                + "/auto-sync")
                        .statusCode());
        assertEquals(
                400,
                Api.as("operator")
                        .contentType("application/json")
                        .body("{\"enable\":true}")
                        .put("/api/vendors/V-00105/auto-sync")
                        .statusCode());
    }

    @Test
    void aListTellsOfNoticesAsAnOrderDoes() {
        String number = "PO-10059";
        autoSync("V-00105", true, true);
        poke(SUPPLIER, number, "{'action':'add-item','item':'NOBODY-KNOWS'}");
        sync(SUPPLIER);

        List<Object> listed = Api.as("viewer")
                .get("/api/purchase-orders?vendor=" + VENDOR + "&limit=500")
                .as(Reply.class)
                .getList("items.find { it.number == '" + number + "' }.notices.kind");

        assertEquals(List.of("MISSING_ITEM"), kinds(number));
        assertEquals(kinds(number), listed);
    }

    private static JsonPath toggle(String number, boolean enabled) {
        Response response = Api.as("operator")
                .contentType("application/json")
                .body(Map.of("enabled", enabled))
                .put("/api/purchase-orders/" + VENDOR + "/" + number + "/auto-sync");
        assertEquals(200, response.statusCode(), response.asString());
        return response.as(Reply.class);
    }

    private static void awaitIdle() {
        dev.syncline.support.Patience.await().until(() -> Api.route(ROUTE).getString("lastRun.finishedAt") != null);
    }

    private static List<Object> kinds(String number) {
        return order(VENDOR, number).getList("notices").stream()
                .map(notice -> ((Map<?, ?>) notice).get("kind"))
                .map(Object.class::cast)
                .toList();
    }
}
