package dev.syncline.purchasing;

import static dev.syncline.support.Purchasing.erpOrder;
import static dev.syncline.support.Purchasing.poke;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.Hostile;
import dev.syncline.support.Notices;
import dev.syncline.support.Purchasing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers of orders that are meant to be something else. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Hostile.class)
@QuarkusTestResource(SandboxTestResource.class)
class HostileNumbersTest {
    private static final Map<String, String> ORDERS =
            Map.of("atlas", "PO-10007", "cobalt", "PO-10032", "delta", "PO-10046", "everest", "PO-10056");
    private static Hostile.Server server;

    @BeforeAll
    static void startServer() {
        server = new Hostile.Server();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void pauseSchedules() {
        Purchasing.pauseSchedules();
        server.clear();
    }

    static Stream<String> numbers() {
        return Stream.of(
                "'; drop table purchase_orders; --",
                "PO-10005' or '1'='1",
                "%",
                "../../etc/passwd",
                "..",
                ".",
                "..%2F..%2Fadmin",
                "a/b?c=d#e",
                "//evil.example/x",
                "http://localhost:1/",
                "{{syncline.systems.atlas.token}}",
                "${env:HOME}",
                "<script>alert(1)</script>",
                "a\"b\\c",
                "a|b~c*d>e",
                "a'b+c:d?e",
                "Größe-№7",
                "x".repeat(201),
                "x".repeat(10_000),
                "a\0b",
                "a\u001bb",
                "a\r\nX-Evil: 1",
                "a\ud800b");
    }

    /** The number as the format writes it; null where it cannot. */
    private static String written(String supplier, String number) {
        boolean hasControl = number.chars().anyMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c));
        return switch (supplier) {
            case "atlas" -> hasControl ? number : number.replaceAll("[*~>|]", "-");
            case "everest" -> {
                StringBuilder json = new StringBuilder();
                number.chars()
                        .forEach(c -> json.append(
                                c < 32 || c > 126 || c == '"' || c == '\\'
                                        ? String.format("\\u%04x", c)
                                        : String.valueOf((char) c)));
                yield json.toString();
            }
            default ->
                number.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&apos;");
        };
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void areNumbersAndNothingElse(String number) {
        long orders = count("purchase_orders");
        for (String supplier : List.of("atlas", "cobalt", "delta", "everest")) {
            String own = ORDERS.get(supplier);
            String document = poke(supplier, own, "{'action':'re-date','date':'2027-03-04'}")
                    .getString("documents[0]")
                    .replace(own, written(supplier, number));

            Response answer = Notices.send(supplier, document);

            assertClean(answer);
            assertTrue(List.of(200, 202, 422).contains(answer.statusCode()), answer.asString());
            if (Notices.run(answer) != null) {
                JsonPath run = Api.ended(Notices.run(answer));
                assertFalse("FAILED".equals(run.getString("status")), run.prettify());
                assertEquals(0, run.getInt("counts.updated") + run.getInt("counts.created"), run.prettify());
            }
            assertTrue(
                    server.asked().stream()
                            .allMatch(uri -> uri.matches("/" + supplier + "/orders/[^/?#]+(/documents)?|/" + supplier
                                    + "/(documents|acknowledgements)[^/]*")),
                    "only below what the supplier's file says");
        }
        assertEquals(orders, count("purchase_orders"));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void areNothingElseInAnAddressEither(String number) {
        String key = URLEncoder.encode(number, StandardCharsets.UTF_8).replace("+", "%20");
        for (String path : List.of(
                "/api/purchase-orders/V-00101/" + key,
                "/api/purchase-orders/" + key + "/PO-10005",
                "/api/records/atlas-orders-to-erp/" + key,
                "/api/records/" + key + "/PO-10005",
                "/api/purchase-orders?limit=1&q=" + key,
                "/api/purchase-orders?limit=1&vendor=" + key,
                "/api/purchase-orders?limit=1&cursor=" + key,
                "/api/records?limit=1&q=" + key,
                "/api/records?limit=1&cursor=1." + key,
                "/api/vendors?limit=1&cursor=" + key,
                "/api/notices?limit=1&q=" + key,
                "/api/documents?limit=1&q=" + key)) {
            assertClean(Api.as("viewer").urlEncodingEnabled(false).get(path));
        }
        for (String path : List.of(
                "/api/purchase-orders/V-00101/" + key + "/refresh",
                "/api/records/atlas-orders-to-erp/" + key + "/retry")) {
            Response answer = Api.as("operator").urlEncodingEnabled(false).post(path);
            assertClean(answer);
        }
        for (String path :
                List.of("/api/purchase-orders/V-00101/" + key + "/auto-sync", "/api/vendors/" + key + "/auto-sync")) {
            assertClean(Api.as("operator")
                    .urlEncodingEnabled(false)
                    .contentType("application/json")
                    .body("{\"enabled\":true}")
                    .put(path));
        }
        assertEquals("PO-10005", erpOrder("PO-10005").get("orderNo"));
    }

    private static long count(String table) {
        return Database.of("erp").value(Long.class, "select count(*) from " + table);
    }

    private static void assertClean(Response answer) {
        String text = answer.asString();
        assertTrue(answer.statusCode() < 500, () -> answer.statusCode() + " " + text);
        if (answer.statusCode() >= 400) {
            assertFalse(text.contains("dev.syncline") || text.contains("SQLException"), text);
        }
    }
}
