package dev.syncline.purchasing;

import static dev.syncline.support.Purchasing.poke;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.HttpErp;
import dev.syncline.support.LostPage;
import dev.syncline.support.Partner;
import dev.syncline.support.Purchasing;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Orders go to an ERP that is spoken to over HTTP as they go to one of SQL tables: by route file. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Partner.Profile.class)
@QuarkusTestResource(SandboxTestResource.class)
class HttpErpTest {
    private static final String NUMBER = "PO-10039";

    @AfterEach
    void mend() {
        LostPage.mend();
    }

    @Test
    void ordersFollowTheirSupplier() {
        Purchasing.autoSync("V-00104", true, true);
        isHeldAsLongAsItCannotBeRead(NUMBER);
        place(NUMBER);

        poke("delta", NUMBER, "{'action':'confirm'}");
        Api.run(HttpErp.ROUTE, "range=changes");
        JsonPath record = Api.record(HttpErp.ROUTE, NUMBER);
        assertEquals("SUCCESS", record.getString("status"), record.prettify());
        JsonPath held = Api.item("relay", "purchase-orders", NUMBER);
        assertEquals("CONFIRMED", held.getString("status"), held.prettify());
        assertEquals(
                Purchasing.truth("delta", NUMBER).getFloat("lines[0].confirmed"), held.getFloat("lines[0].confirmed"));

        assertEquals(
                "SO-1", held.getString("lines[0].specialOrder"), "what the supplier does not fill is left as it is");
        assertEquals("gate B", held.getString("note"));

        poke("delta", NUMBER, "{'action':'add-item','item':'NOBODY-KNOWS'}");
        Api.run(HttpErp.ROUTE, "range=changes");
        assertTrue(Api.item("relay", "purchase-orders", NUMBER).getBoolean("isIncomplete"));
        assertEquals(0, Api.run(HttpErp.ROUTE, "range=changes").getInt("counts.updated"));
    }

    @Test
    void whatWasWrittenAndNotRecordedIsToldOfOnceAndNobodysEdit() {
        String number = "PO-10047";
        place(number);
        Purchasing.autoSync("V-00104", true, true);
        poke("delta", number, "{'action':'confirm'}");
        LostPage.lose(number, LostPage.BROKEN);
        assertEquals("FAILED", Api.run(HttpErp.ROUTE, "range=changes").getString("status"));
        assertEquals("CONFIRMED", Api.item("relay", "purchase-orders", number).getString("status"), "the ERP has it");
        LostPage.mend();

        poke("delta", number, "{'action':'re-date','date':'2027-05-06'}");
        Api.run(HttpErp.ROUTE, "range=changes");
        JsonPath record = Api.record(HttpErp.ROUTE, number);
        assertEquals("SUCCESS", record.getString("status"), record.prettify());
        assertEquals("2027-05-06", Api.item("relay", "purchase-orders", number).getString("lines[0].expectedOn"));
        JsonPath log = Api.as("viewer")
                .get("/api/documents?route=" + HttpErp.ROUTE + "&q=" + number)
                .as(Reply.class);
        assertEquals(List.of("UPDATED"), log.getList("items.action"), log.prettify());
        assertTrue(log.getList("items[0].changed").containsAll(List.of("date", "quantity", "status")), log.prettify());
    }

    /** Taken for one without lines, it would get each of them once more. */
    private static void isHeldAsLongAsItCannotBeRead(String number) {
        Map<String, String> reasons = Map.of(
                "\"none\"", "Its field lines is no list of objects",
                "[\"1\"]", "Its field lines is no list of objects",
                "null", "Its field lines is missing or null",
                "[{\"line\":1,\"ordered\":\"ten\"}]", "Its field lines[0].ordered is no number: ten");
        reasons.forEach((lines, reason) -> {
            put(number, "{\"number\":\"" + number + "\",\"vendor\":\"V-00104\",\"lines\":" + lines + "}");
            poke("delta", number, "{'action':'confirm'}");
            JsonPath run = Api.run(HttpErp.ROUTE, "range=changes");
            assertNotEquals("FAILED", run.getString("status"), run.prettify());
            JsonPath record = Api.record(HttpErp.ROUTE, number);
            assertEquals("ON_HOLD", record.getString("status"), record.prettify());
            assertTrue(
                    record.getString("reason")
                            .startsWith("Order " + number + " of system relay cannot be read. " + reason),
                    record.prettify());
        });
    }

    /** The ERP has the order as the sandbox's has it. */
    private static void place(String number) {
        Map<String, Object> order = Purchasing.erpOrder(number);
        List<Map<String, Object>> lines = Purchasing.erpLines(number).stream()
                .map(line -> Map.<String, Object>of(
                        "line", line.get("lineNo"),
                        "item", line.get("productNo"),
                        "ordered", line.get("ordered"),
                        "specialOrder", "SO-" + line.get("lineNo")))
                .toList();
        put(
                number,
                Map.of(
                        "number",
                        number,
                        "vendor",
                        order.get("vendorNo"),
                        "status",
                        "OPEN",
                        "note",
                        "gate B",
                        "lines",
                        lines));
    }

    private static void put(String number, Object order) {
        given().contentType("application/json")
                .body(order)
                .put("/sandbox/relay/purchase-orders/" + number)
                .then()
                .statusCode(oneOf(200, 201));
    }
}
