package dev.syncline.purchasing;

import static dev.syncline.support.Purchasing.erpLines;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.support.Api;
import dev.syncline.support.Notices;
import dev.syncline.support.Purchasing;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** Orders of the sandbox's ERP that a test adds, and documents of their suppliers. */
public final class BuyersOrders {
    private static final List<String> SUPPLIERS = List.of("atlas", "borealis", "cobalt", "delta", "everest");

    private BuyersOrders() {}

    public static String vendor(String supplier) {
        return "V-0010" + (1 + SUPPLIERS.indexOf(supplier));
    }

    /** An order of one line of 10, which follows its supplier; what the line's product is called. */
    public static String ordered(String supplier, String number) {
        String product = erpLines(Map.of(
                                "atlas",
                                "PO-10001",
                                "borealis",
                                "PO-10013",
                                "cobalt",
                                "PO-10025",
                                "delta",
                                "PO-10037",
                                "everest",
                                "PO-10049")
                        .get(supplier))
                .get(0)
                .get("productNo")
                .toString();
        create("purchase-orders", number, Map.of("vendorNo", vendor(supplier), "status", "OPEN"));
        create("purchase-order-lines", number + "|1", Map.of("productNo", product, "ordered", 10, "unit", "EA"));
        Api.run(Purchasing.BOOK, "range=changes");
        Api.as("operator")
                .contentType("application/json")
                .body("{\"enabled\":true}")
                .put("/api/purchase-orders/" + vendor(supplier) + "/" + number + "/auto-sync")
                .then()
                .statusCode(200);
        return product;
    }

    private static void create(String entity, String key, Map<String, Object> row) {
        given().contentType("application/json")
                .body(row)
                .put("/sandbox/erp/" + entity + "/" + key)
                .then()
                .statusCode(201);
    }

    /** Sends it, and waits for the run that follows. */
    public static Response send(String supplier, String document) {
        Response answer = Notices.send(supplier, document);
        assertTrue(List.of(202, 422).contains(answer.statusCode()), answer.asString());
        Long run = Notices.run(answer);
        if (run != null) {
            Api.ended(run);
        }
        Purchasing.sync(supplier);
        return answer;
    }
}
