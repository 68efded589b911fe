package dev.syncline.support;

import static dev.syncline.support.Patience.await;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Suppliers, the ERP's purchase orders and the order book, as a test looks at them. */
public final class Purchasing {
    public static final String BOOK = "erp-purchase-orders-to-order-book";
    private static final List<String> QUANTITIES =
            List.of("ordered", "confirmed", "shipped", "backOrdered", "cancelled", "unitCost");

    private Purchasing() {}

    private static final List<String> SUPPLIERS = List.of("atlas", "borealis", "cobalt", "delta", "everest");

    /** From now on routes run when a test says so, and at no other time. */
    public static void pauseSchedules() {
        SUPPLIERS.forEach(supplier -> pause(supplier + "-orders-to-erp"));
        pause(BOOK);
    }

    private static void pause(String route) {
        Api.as("admin").post("/api/routes/" + route + "/pause").then().statusCode(200);
        await().pollInterval(Duration.ofMillis(20)).until(() -> Api.isIdle(route));
    }

    /** Something happens to an order at its supplier. */
    public static JsonPath poke(String supplier, String order, String body) {
        Response response = given().contentType("application/json")
                .body(body.replace('\'', '"'))
                .post("/sandbox/suppliers/" + supplier + "/orders/" + order);
        assertEquals(200, response.statusCode(), response.asString());
        return response.as(Reply.class);
    }

    /** The supplier's own truth. */
    public static JsonPath truth(String supplier, String order) {
        return given().get("/sandbox/suppliers/" + supplier + "/orders/" + order)
                .as(Reply.class);
    }

    /** Brings what is new at the supplier to the ERP; the run. */
    public static JsonPath sync(String supplier) {
        return Api.run(supplier + "-orders-to-erp", "range=changes");
    }

    public static void autoSync(String vendor, boolean enabled, boolean includeOpenOrders) {
        Response response = Api.as("operator")
                .contentType("application/json")
                .body(Map.of("enabled", enabled, "includeOpenOrders", includeOpenOrders))
                .put("/api/vendors/" + vendor + "/auto-sync");
        assertEquals(200, response.statusCode(), response.asString());
        String run = response.header("Location");
        if (run != null) {
            Api.ended(Long.parseLong(run.substring(run.lastIndexOf('/') + 1)));
        }
    }

    /** The order in the book, as the API shows it. */
    public static JsonPath order(String vendor, String number) {
        Response response = Api.as("viewer").get("/api/purchase-orders/" + vendor + "/" + number);
        assertEquals(200, response.statusCode(), response.asString());
        return response.as(Reply.class);
    }

    public static Map<String, Object> erpOrder(String number) {
        return ofOrder("purchase-orders", number).stream().findFirst().orElse(null);
    }

    /** The order's lines in the ERP. */
    public static List<Map<String, Object>> erpLines(String number) {
        return ofOrder("purchase-order-lines", number);
    }

    private static List<Map<String, Object>> ofOrder(String entity, String number) {
        List<Map<String, Object>> rows =
                given().get("/sandbox/erp/" + entity).as(Reply.class).getList("items");
        return rows.stream().filter(row -> number.equals(row.get("orderNo"))).toList();
    }

    public static void editErp(String entity, String key, String body) {
        given().contentType("application/json")
                .body(body.replace('\'', '"'))
                .put("/sandbox/erp/" + entity + "/" + key)
                .then()
                .statusCode(200);
    }

    /** The ERP's lines are what the supplier's are; lines whose item nobody knows are left out. */
    public static void assertInStep(String supplier, String number, String... unknownItems) {
        List<Map<String, Object>> lines = erpLines(number);
        List<String> differences = new ArrayList<>();
        List<Map<String, Object>> truth = truth(supplier, number).getList("lines");
        for (Map<String, Object> theirs : truth) {
            if (List.of(unknownItems).contains(String.valueOf(theirs.get("supplierItem")))) {
                continue;
            }
            Map<String, Object> ours = lines.stream()
                    .filter(line -> theirs.get("item") != null
                            ? line.get("lineNo").equals(theirs.get("line"))
                            : Objects.equals(line.get("productNo"), theirs.get("supplierItem")))
                    .findFirst()
                    .orElse(null);
            if (ours == null) {
                differences.add("no line for " + theirs);
                continue;
            }
            for (String quantity : QUANTITIES) {
                compare(differences, theirs, quantity, number(theirs.get(quantity)), number(ours.get(quantity)));
            }
            compare(differences, theirs, "expectedOn", text(theirs.get("expectedOn")), text(ours.get("expectedOn")));
            boolean isOff = "cancelled".equals(theirs.get("status"));
            compare(differences, theirs, "hidden", isOff, Boolean.TRUE.equals(ours.get("isHidden")));
            String tracking = ((List<?>) theirs.get("tracking"))
                    .stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
            String ourTracking = java.util.Arrays.stream(
                            text(ours.get("tracking")).split(", "))
                    .sorted()
                    .collect(Collectors.joining(", "));
            compare(differences, theirs, "tracking", tracking, ourTracking);
        }
        assertTrue(differences.isEmpty(), () -> supplier + " " + number + ": " + String.join("\n", differences));
    }

    private static void compare(
            List<String> differences, Map<String, Object> line, String what, Object theirs, Object ours) {
        if (!Objects.equals(theirs, ours)) {
            differences.add("line " + line.get("line") + ": " + what + " is " + theirs + " at the supplier and " + ours
                    + " in the ERP");
        }
    }

    private static BigDecimal number(Object value) {
        return value == null
                ? number("0")
                : new BigDecimal(value.toString()).setScale(4, java.math.RoundingMode.HALF_UP);
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
