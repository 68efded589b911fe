package dev.syncline.purchasing;

import static dev.syncline.support.Purchasing.erpLines;
import static dev.syncline.support.Purchasing.erpOrder;
import static dev.syncline.support.Purchasing.order;
import static dev.syncline.support.Purchasing.poke;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.Hostile;
import dev.syncline.support.Notices;
import dev.syncline.support.Purchasing;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that suppliers should not send, and who is not the supplier even less. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Hostile.class)
@QuarkusTestResource(SandboxTestResource.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class AttackTest {
    private static final AtomicInteger DAYS = new AtomicInteger();
    private static Hostile.Server server;
    private static boolean isBooked;

    @TempDir
    static Path folder;

    private Map<String, Object> other;
    private List<Map<String, Object>> otherLines;

    @BeforeAll
    static void startServer() {
        server = new Hostile.Server();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    /** An order of another vendor, which nobody here has a word in. */
    @BeforeEach
    void lookAtAnother() {
        if (!isBooked) {
            Purchasing.pauseSchedules();
            Api.run(Purchasing.BOOK, "range=all&depth=deep");
            isBooked = true;
        }
        server.clear();
        other = erpOrder("PO-10009");
        otherLines = erpLines("PO-10009");
    }

    @AfterEach
    void theProgramGoesOn() {
        assertEquals(other, erpOrder("PO-10009"));
        assertEquals(otherLines, erpLines("PO-10009"));
        String document = document("everest", "PO-10054");
        Response answer = Notices.send("everest", document);
        assertEquals(202, answer.statusCode(), answer.asString());
        assertFalse(List.of("FAILED", "BLOCKED")
                .contains(Api.ended(Notices.run(answer)).getString("status")));
        given().get("/q/health").then().statusCode(200);
    }

    private static Stream<String> suppliers() {
        return Stream.of("atlas", "cobalt", "delta", "everest");
    }

    private static String firstOrder(String supplier) {
        return switch (supplier) {
            case "atlas" -> "PO-10006";
            case "cobalt" -> "PO-10030";
            case "delta" -> "PO-10044";
            default -> "PO-10055";
        };
    }

    /** A document that says something new of an order. */
    private static String document(String supplier, String number) {
        String date = LocalDate.of(2027, 1, 1).plusDays(DAYS.incrementAndGet()).toString();
        return poke(supplier, number, "{'action':'re-date','date':'" + date + "'}")
                .getString("documents[0]");
    }

    /** Sends it, and waits for what comes of it. */
    private static Response send(String supplier, byte[] body) {
        Response answer = Notices.send(supplier, body);
        Long run = Notices.run(answer);
        if (run != null) {
            JsonPath ended = Api.ended(run);
            assertFalse("FAILED".equals(ended.getString("status")), ended.prettify());
        }
        assertClean(answer);
        return answer;
    }

    private static Response send(String supplier, String body) {
        return send(supplier, body.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer is never a fault of the program, and tells nothing of how it is made. */
    private static void assertClean(Response answer) {
        assertTrue(answer.statusCode() < 500, answer::asString);
        String text = answer.asString();
        assertFalse(text.contains("dev.syncline"), text);
        assertFalse(text.contains("Exception"), text);
        assertFalse(text.contains("PSQL"), text);
    }

    /** It is refused, in kind or as a problem, and one FAILED record says why. */
    private static void assertRefused(String supplier, Response answer) {
        if (answer.contentType().startsWith("application/problem+json")) {
            assertEquals(422, answer.statusCode(), answer.asString());
            assertFalse(answer.as(Reply.class).getString("detail").isBlank());
        } else {
            assertEquals(202, answer.statusCode(), answer.asString());
        }
        JsonPath run = Api.run(Notices.run(answer));
        assertEquals(1, run.getInt("counts.failed"), run.prettify());
        assertEquals("PARTIAL", run.getString("status"));
        String reason = lastFailure(supplier);
        assertFalse(reason.contains("Exception"), reason);
    }

    private static String lastFailure(String supplier) {
        return Database.hub()
                .value(
                        String.class,
                        "select fault from supplier_order where supplier = ? and fault is not null"
                                + " order by changed_at desc limit 1",
                        supplier);
    }

    static Stream<String> entities() throws IOException {
        String file = Files.writeString(folder.resolve("secret"), "root-of-all-evil")
                .toUri()
                .toString();
        String lol = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> "<!ENTITY l" + i + " '" + ("&l" + (i - 1) + ";").repeat(10) + "'>")
                .collect(Collectors.joining());
        return Stream.of(
                "[<!ENTITY e SYSTEM '" + file + "'>]",
                "[<!ENTITY e SYSTEM 'URL/entity'>]",
                "[<!ENTITY % p SYSTEM 'URL/parameter'> %p;]",
                "SYSTEM 'URL/dtd' [<!ENTITY e 'x'>]",
                "SYSTEM 'URL/dtd'",
                "[<!ENTITY l0 'lol'>" + lol + "<!ENTITY e '&l20;'>]",
                "[<!ENTITY e '" + "x".repeat(100_000) + "'>]");
    }

    @ParameterizedTest
    @MethodSource("entities")
    void entitiesAreNeitherFetchedNorBlownUp(String doctype) {
        for (String supplier : List.of("cobalt", "delta")) {
            String document = document(supplier, firstOrder(supplier));
            String root = supplier.equals("delta") ? "cXML" : "OrderResponse";
            String attack = document.replaceFirst("<!DOCTYPE[^>]*>", "")
                    .replaceFirst(
                            "(\\?>)?\\s*<(" + root + "|[a-zA-Z]+:?Order[A-Za-z]+)([ >])",
                            "?><!DOCTYPE x " + doctype.replace("URL", server.url()) + "><$2$3")
                    .replace(firstOrder(supplier), ("&e;").repeat(doctype.length() > 90_000 ? 10_000 : 1));
            assertTrue(attack.contains("<!DOCTYPE x"), attack);

            Response answer = send(supplier, attack);

            assertRefused(supplier, answer);
            String told = answer.asString()
                    + lastFailure(supplier)
                    + Api.as("viewer")
                            .get("/api/records?limit=500&route=" + supplier + "-orders-to-erp")
                            .asString();
            assertFalse(told.contains("root-of-all-evil"), told);
        }
        assertTrue(server.asked().stream().noneMatch(uri -> uri.matches("/(entity|parameter|dtd)")), "nothing fetched");
    }

    static Stream<Arguments> bombs() {
        String isa =
                "ISA*00*          *00*          *ZZ*ATLASBUILDING  *ZZ*SYNCLINE       *260101*1200*U*00401*000000001*0*P*>~"
                        + "GS*PR*ATLASBUILDING*SYNCLINE*20260101*1200*1*X*004010~ST*855*0001~";
        return Stream.of(
                Arguments.of("atlas", isa + "BAK*00*AD*" + "9".repeat(1 << 20) + "*20260101~"),
                Arguments.of("atlas", isa + "REF".repeat(1 << 18)),
                Arguments.of("atlas", isa + "BAK*00*AD*1*20260101~" + "PO1~".repeat(300_001)),
                Arguments.of("atlas", isa + "BAK" + "*".repeat(1 << 17) + "~"),
                Arguments.of("atlas", isa + "BAK*00*AD*" + ">".repeat(1 << 17) + "~"),
                Arguments.of("cobalt", "<Order>".repeat(100_000)),
                Arguments.of("delta", "<cXML>".repeat(100_000)),
                Arguments.of("delta", "<cXML" + " a='1'".repeat(10_000) + "/>"),
                Arguments.of("everest", "{\"orders\":" + "[".repeat(100_000)),
                Arguments.of("everest", "{\"orders\":[" + "{\"poNumber\":".repeat(10_000)),
                Arguments.of("everest", "{\"orders\":[{\"poNumber\":\"" + "9".repeat((1 << 20) + 1) + "\"}]}"),
                Arguments.of(
                        "everest",
                        "{\"orders\":[{\"poNumber\":1e999999999,\"lines\":[{\"quantityOrdered\":1e999999999}]}]}"));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void whatIsTooMuchIsRefused(String supplier, String bomb) {
        assertRefused(supplier, send(supplier, bomb));
    }

    @ParameterizedTest
    @MethodSource("suppliers")
    void compressedBodiesAreNotInflated(String supplier) throws IOException {
        byte[] body = gzip();
        assertRefused(supplier, send(supplier, body));
        assertRefused(supplier, send(supplier, zip()));
        body[9]++; // the same under another digest
        Response answer = Notices.send(
                supplier, body, given().header("Content-Encoding", "gzip").contentType("application/octet-stream"));
        Api.ended(Notices.run(answer));
        assertRefused(supplier, answer);
    }

    private static byte[] gzip() throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(gzip)) {
            zeros(out);
        }
        return gzip.toByteArray();
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("order"));
            zeros(out);
        }
        return zip.toByteArray();
    }

    /** Twice what a body may have, and next to nothing when compressed. */
    private static void zeros(OutputStream out) throws IOException {
        byte[] some = new byte[1 << 20];
        for (int i = 0; i < 32; i++) {
            out.write(some);
        }
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedBeforeItIsRead() throws IOException {
        byte[] body = new byte[20 << 20];
        try (java.net.Socket socket = new java.net.Socket("localhost", io.restassured.RestAssured.port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/suppliers/everest/notifications HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                            + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertEquals("HTTP/1.1 413", answer);
            String rest = new String(socket.getInputStream().readNBytes(150), StandardCharsets.US_ASCII);
            assertTrue(rest.toLowerCase(java.util.Locale.ROOT).contains("application/problem+json"), rest);
        }
        try (java.net.Socket socket = new java.net.Socket("localhost", io.restassured.RestAssured.port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    "POST /api/suppliers/everest/notifications HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            try {
                for (int i = 0; i < 20; i++) {
                    out.write("100000\r\n".getBytes(StandardCharsets.US_ASCII));
                    out.write(body, 0, 1 << 20);
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                out.flush();
            } catch (IOException e) {
                // It is hung up on in the middle.
            }
            String answer;
            try {
                answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            } catch (IOException e) {
                answer = "";
            }
            // 401: it is not signed, so that its body is not read at all.
            assertTrue(List.of("", "HTTP/1.1 413", "HTTP/1.1 401").contains(answer), answer);
        }
    }

    @Test
    void aSupplierWithoutASecretIsNotHeard() {
        byte[] body = "{\"orders\":[\"PO-10019\"]}".getBytes(StandardCharsets.UTF_8);
        for (String signature : List.of(Notices.signature("x", body), "sha256=", "")) {
            given().header(Notices.HEADER, signature)
                    .body(body)
                    .post("/api/suppliers/borealis/notifications")
                    .then()
                    .statusCode(401)
                    .body("detail", containsString("syncline.systems.borealis.notification-secret"));
        }
        assertNull(order("V-00102", "PO-10019").getString("supplierNotifiedAt"));
    }

    @ParameterizedTest
    @MethodSource("suppliers")
    void anOrderOfAnotherVendorIsNotTouched(String supplier) {
        if (supplier.equals("atlas")) {
            return; // it is its own
        }
        String own = firstOrder(supplier);
        String attack = document(supplier, own).replace(own, "PO-10009");

        send(supplier, attack);

        JsonPath record = Api.record(supplier + "-orders-to-erp", "PO-10009");
        assertEquals("FAILED", record.getString("status"));
        assertTrue(record.getString("reason").contains("is of vendor V-00101"), record.getString("reason"));
        assertNull(order("V-00101", "PO-10009").getString("supplierNotifiedAt"));
        send(supplier, "{\"orders\":[\"PO-10009\"],\"id\":\"" + supplier + "\"}");
        assertNull(order("V-00101", "PO-10009").getString("supplierNotifiedAt"));
    }

    @Test
    void aDocumentOfAnotherSupplierSpeaksForWhoSignedItAlone() {
        String attack = document("delta", "PO-10045").replace("PO-10045", "PO-10031");
        send("delta", attack.replace("AN01000000104", "4012345000016"));
        assertEquals("FAILED", Api.record("delta-orders-to-erp", "PO-10031").getString("status"));
        assertNull(erpOrder("PO-10031").get("supplierOrderNo"));
        assertEquals(
                401,
                given().header(
                                Notices.HEADER,
                                Notices.signature(Notices.secret("delta"), attack.getBytes(StandardCharsets.UTF_8)))
                        .body(attack.getBytes(StandardCharsets.UTF_8))
                        .post("/api/suppliers/cobalt/notifications")
                        .statusCode());
    }

    @ParameterizedTest
    @ValueSource(ints = {9_000, 60_000})
    void manyLinesOfOneOrderTakeNoMinutes(int lines) {
        String document = "{\"orders\":[{\"poNumber\":\"PO-10008\",\"updatedAt\":\"2026-01-01T00:00:00Z\",\"lines\":["
                + IntStream.range(0, lines)
                        .mapToObj(i -> "{\"poLineNumber\":\"" + (i + 1000) + "\",\"sku\":\"S" + i + "\"}")
                        .collect(Collectors.joining(","))
                + "]}]}";
        Response answer = send("everest", document);
        assertEquals(202, answer.statusCode());
        if (lines > 10_000) {
            assertRefused("everest", answer);
            assertTrue(lastFailure("everest").contains("lines"), lastFailure("everest"));
        }
    }

    @Test
    void manyOrdersInOneDocumentTakeNoMinutes() {
        String document = "{\"orders\":["
                + IntStream.range(0, 2_000)
                        .mapToObj(i -> "{\"poNumber\":\"MANY-" + i + "\"}")
                        .collect(Collectors.joining(","))
                + "]}";
        Response answer = send("everest", document);
        assertEquals(202, answer.statusCode());
        assertEquals(2_000, answer.as(Reply.class).getList("orders").size());
        assertEquals(
                0, server.asked().stream().filter(uri -> uri.contains("MANY-")).count(), "they were told already");
        assertNotNull(Api.record("everest-orders-to-erp", "MANY-7").getString("status"));
    }

    @Test
    void whatNoColumnTakesIsAFaultOfItsOrderAlone() {
        String random = new java.util.Random(4)
                .ints(10_000, 'a', 'z')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        List<String> orders = List.of(
                "{\"poNumber\":\"N1\",\"orderNumber\":\"" + random + "\"}",
                "{\"poNumber\":\"N2\",\"orderNumber\":\"a\\u0000b\"}",
                "{\"poNumber\":\"N3\",\"currency\":\"\\ud800\"}",
                "{\"poNumber\":\"N4\",\"tracking\":[\"\\u0000\"]}",
                "{\"poNumber\":\"N5\",\"lines\":[{\"sku\":\"" + random + "\"}]}",
                "{\"poNumber\":\"N6\",\"lines\":[{\"sku\":\"\\udfff\"}]}",
                "{\"poNumber\":\"N7\",\"lines\":[{\"description\":\"a\\u0000b\"}]}",
                "{\"poNumber\":\"" + random + "\"}",
                "{\"poNumber\":\"a\\u0000\"}",
                "{\"orderNumber\":\"\\ud800\"}");
        for (String bad : orders) {
            Response answer =
                    send("everest", "{\"orders\":[" + bad + ",{\"poNumber\":\"GOOD-" + bad.hashCode() + "\"}]}");
            assertEquals(202, answer.statusCode());
            assertRefused("everest", answer);
            assertNotNull(Api.record("everest-orders-to-erp", "GOOD-" + bad.hashCode())
                    .getString("status"));
        }
        String cxml = document("delta", firstOrder("delta"));
        Response answer = send("delta", cxml.replaceFirst("payloadID=\"[^\"]*\"", "payloadID=\"" + random + "\""));
        assertEquals(202, answer.statusCode());
    }
}
