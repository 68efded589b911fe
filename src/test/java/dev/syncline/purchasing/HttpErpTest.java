package dev.syncline.purchasing;

import static dev.syncline.support.Purchasing.poke;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.HttpErp;
import dev.syncline.support.Purchasing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Orders go to an ERP that is spoken to over HTTP as they go to one of SQL tables: by route file. */
@QuarkusTest
@TestProfile(HttpErp.class)
@QuarkusTestResource(SandboxTestResource.class)
class HttpErpTest {
    private static final String NUMBER = "PO-10039";

    @Test
    void ordersFollowTheirSupplier() {
        Map<String, Object> order = Purchasing.erpOrder(NUMBER);
        List<Map<String, Object>> lines = Purchasing.erpLines(NUMBER).stream()
                .map(line -> Map.<String, Object>of(
                        "line", line.get("lineNo"),
                        "item", line.get("productNo"),
                        "ordered", line.get("ordered"),
                        "specialOrder", "SO-" + line.get("lineNo")))
                .toList();
        given().contentType("application/json")
                .body(Map.of(
                        "number",
                        NUMBER,
                        "vendor",
                        order.get("vendorNo"),
                        "status",
                        "OPEN",
                        "note",
                        "gate B",
                        "lines",
                        lines))
                .put("/sandbox/relay/purchase-orders/" + NUMBER)
                .then()
                .statusCode(201);
        Purchasing.autoSync("V-00104", true, true);

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
}
