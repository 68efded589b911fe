package dev.syncline.purchasing;

import static dev.syncline.support.Patience.await;
import static dev.syncline.support.Purchasing.assertInStep;
import static dev.syncline.support.Purchasing.order;
import static dev.syncline.support.Purchasing.poke;
import static dev.syncline.support.Purchasing.sync;
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
import dev.syncline.support.Notices;
import dev.syncline.support.Purchasing;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Suppliers that tell of changes by themselves. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class NotificationsTest {
    private static final String EVEREST = "V-00105";

    @BeforeEach
    void pauseSchedules() {
        Purchasing.pauseSchedules();
        Api.run(Purchasing.BOOK, "range=all&depth=deep");
    }

    @AfterEach
    void clearFaults() {
        given().delete("/sandbox/faults").then().statusCode(204);
    }

    private static void follow(String vendor, String number) {
        Api.as("operator")
                .contentType("application/json")
                .body("{\"enabled\":true}")
                .put("/api/purchase-orders/" + vendor + "/" + number + "/auto-sync")
                .then()
                .statusCode(200);
        String supplier = supplier(vendor);
        await().until(() -> Api.route(supplier + "-orders-to-erp").getString("lastRun.finishedAt") != null
                || Api.route(supplier + "-orders-to-erp").getString("lastRun.id") == null);
    }

    /** By the run of its notice, or by the next one where another run was on. */
    private static void followed(String vendor, String number) {
        await().until(() -> !order(vendor, number).getBoolean("stale"));
    }

    private static String supplier(String vendor) {
        return List.of("atlas", "borealis", "cobalt", "delta", "everest").get(vendor.charAt(6) - '1');
    }

    /** The document of something that happens to an order at its supplier, which keeps it to itself. */
    private static String document(String supplier, String number, String action) {
        return poke(supplier, number, action).getString("documents[0]");
    }

    @ParameterizedTest
    @CsvSource({
        "atlas, V-00101, PO-10005, application/edi-x12, ST*997*",
        "borealis, V-00102, PO-10018, application/edifact, +CONTRL:",
        "cobalt, V-00103, PO-10029, application/json, '\"repeated\":false'",
        "delta, V-00104, PO-10042, text/xml, <Status code=\"200\"",
        "everest, V-00105, PO-10054, application/json, '\"repeated\":false'"
    })
    void aDocumentIsTakenAndAnsweredInKind(
            String supplier, String vendor, String number, String answerType, String answered) {
        follow(vendor, number);
        Instant before = Instant.now();
        String document = document(supplier, number, "{'action':'confirm'}");

        Response answer = Notices.send(supplier, document);

        assertEquals(202, answer.statusCode(), answer.asString());
        assertTrue(answer.contentType().startsWith(answerType), answer.contentType());
        assertTrue(answer.asString().contains(answered), answer.asString());
        JsonPath run = Api.ended(Notices.run(answer));
        assertEquals("NOTIFICATION", run.getString("trigger"));
        assertEquals(supplier, run.getString("requestedBy"));
        assertEquals("SUCCESS", run.getString("status"), run.prettify());
        assertEquals(1, run.getInt("counts.read"), "the order that it names, and no other");
        assertInStep(supplier, number);
        JsonPath order = order(vendor, number);
        assertFalse(before.isAfter(Instant.parse(order.getString("supplierNotifiedAt"))));
        assertFalse(order.getBoolean("stale"));
        String notifiedAt = order.getString("supplierNotifiedAt");

        Response again = Notices.send(supplier, document);

        assertEquals(200, again.statusCode());
        assertNull(again.header("Location"));
        assertTrue(again.contentType().startsWith(answerType), "the supplier may have missed the first answer");
        assertEquals(notifiedAt, order(vendor, number).getString("supplierNotifiedAt"));
        assertEquals(
                run.getLong("id"), Api.route(supplier + "-orders-to-erp").getLong("lastRun.id"), "no run after it");
    }

    @Test
    void nothingIsKeptOfABodyThatIsNotSigned() {
        String kept = "select (select count(*) from supplier_document) + (select count(*) from supplier_notification)"
                + " + (select count(*) from supplier_wanted)";
        long before = Database.hub().value(Long.class, kept);
        for (String signature : List.of("", "sha256=", "sha256=" + "0".repeat(64), "nonsense")) {
            given().header("X-Hub-Signature-256", signature)
                    .body("{\"orders\":[\"PO-10055\"]}")
                    .post("/api/suppliers/everest/notifications")
                    .then()
                    .statusCode(401);
        }
        given().body("x".repeat(1_000_000))
                .post("/api/suppliers/everest/notifications")
                .then()
                .statusCode(401);
        given().body("{}").post("/api/suppliers/nobody/notifications").then().statusCode(404);
        assertEquals(before, Database.hub().value(Long.class, kept));
    }

    @Test
    void notificationsOfADayAreBounded() {
        Database hub = Database.hub();
        String first = "{\"orders\":[\"PO-10055\"],\"sentAt\":\"bounded\"}";
        assertEquals(202, Notices.send("everest", first).statusCode());
        hub.execute("insert into supplier_notification (supplier, digest, at)"
                + " select 'everest', ('bounded ' || n)::bytea, now() from generate_series(1, 20000) n");
        try {
            Response refused = Notices.send("everest", "{\"orders\":[\"PO-10055\"],\"sentAt\":\"one more\"}");
            assertEquals(429, refused.statusCode(), refused.asString());
            assertNotNull(refused.header("Retry-After"));
            assertEquals(200, Notices.send("everest", first).statusCode(), "one that is known is not refused");
        } finally {
            hub.execute(
                    "delete from supplier_notification where supplier = 'everest' and at > now() - interval '1 day'");
        }
        hub.execute("insert into supplier_wanted (supplier, key, at) select 'everest', 'W' || n, now()"
                + " from generate_series(1, 10001) n");
        try {
            Response refused = Notices.send("everest", "{\"orders\":[\"PO-10055\"],\"sentAt\":\"and one\"}");
            assertEquals(429, refused.statusCode(), refused.asString());
        } finally {
            hub.execute("delete from supplier_wanted where supplier = 'everest'");
        }
    }

    @Test
    void aNoticeOfNumbersHasThemAskedFor() {
        poke("everest", "PO-10055", "{'action':'confirm'}"); // first, as one that it does not have is asked for once
        poke("everest", "PO-10056", "{'action':'confirm'}");
        follow(EVEREST, "PO-10055");
        follow(EVEREST, "PO-10056");

        Response answer = Notices.send("everest", "{\"orders\":[\"PO-10055\",\" PO-10056 \"],\"sentAt\":\"1\"}");

        assertEquals(202, answer.statusCode(), answer.asString());
        assertEquals(List.of("PO-10055", "PO-10056"), answer.as(Reply.class).getList("orders"));
        assertEquals(Notices.run(answer), answer.as(Reply.class).getLong("run.id"));
        assertEquals("SUCCESS", Api.ended(Notices.run(answer)).getString("status"));
        assertInStep("everest", "PO-10055");
        assertInStep("everest", "PO-10056");
        assertFalse(order(EVEREST, "PO-10056").getBoolean("stale"));
    }

    @Test
    void anOrderIsStaleUntilItIsInStepAndARunFollowsThatOfABusyRoute() {
        String number = "PO-10057";
        follow(EVEREST, number);
        poke("everest", number, "{'action':'confirm'}");
        sync("everest");
        String syncedAt = order(EVEREST, number).getString("lastSyncedAt");
        Api.fault("everest", "documents", "delay", "delayMillis", 1500, "times", 1);
        long busy = Api.start("everest-orders-to-erp", "range=changes");
        await().until(() -> !Api.run(busy).getBoolean("queued"));
        String document = document("everest", number, "{'action':'re-date','date':'2027-05-06'}");

        Response answer = Notices.send("everest", document);

        assertEquals(202, answer.statusCode(), answer.asString());
        assertNull(answer.header("Location"));
        assertNull(answer.as(Reply.class).get("run"));
        assertEquals(List.of(number), answer.as(Reply.class).getList("orders"));
        JsonPath order = order(EVEREST, number);
        assertTrue(order.getBoolean("stale"));
        assertEquals(syncedAt, order.getString("lastSyncedAt"));
        assertTrue(stale().contains(number));

        Api.ended(busy);
        await().until(() -> !order(EVEREST, number).getBoolean("stale"));

        assertInStep("everest", number);
        JsonPath runs = Api.as("viewer")
                .get("/api/runs?limit=1&route=everest-orders-to-erp")
                .as(Reply.class);
        assertTrue(runs.getLong("items[0].id") > busy);
        assertEquals("NOTIFICATION", runs.getString("items[0].trigger"));
        assertEquals("everest", runs.getString("items[0].requestedBy"));
        assertFalse(stale().contains(number));
    }

    private static List<String> stale() {
        return Api.as("viewer")
                .get("/api/purchase-orders?stale=true&limit=500&vendor=" + EVEREST)
                .as(Reply.class)
                .getList("items.number");
    }

    @Test
    void aBareNoticeCountsAsRepeatedForAMinuteAndOneThatSaysWhenDoesNot() {
        String number = "PO-10058";
        document("everest", number, "{'action':'confirm'}"); // one that the supplier does not have is asked for once
        follow(EVEREST, number);
        String bare = "{\"orders\":[\"" + number + "\"]}";
        Response first = Notices.send("everest", bare);
        assertEquals(202, first.statusCode());
        followed(EVEREST, number);
        String notifiedAt = order(EVEREST, number).getString("supplierNotifiedAt");

        Response repeated = Notices.send("everest", bare);

        assertEquals(200, repeated.statusCode());
        assertTrue(repeated.as(Reply.class).getBoolean("repeated"));
        assertEquals(List.of(), repeated.as(Reply.class).getList("orders"));
        assertNull(repeated.header("Location"));
        assertEquals(notifiedAt, order(EVEREST, number).getString("supplierNotifiedAt"));

        Database.hub()
                .execute("update supplier_notification set at = at - interval '61 seconds' where supplier = 'everest'");
        Response later = Notices.send("everest", bare);
        assertEquals(202, later.statusCode(), "a minute later it is another one");
        followed(EVEREST, number);

        Instant sent = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        for (int second : new int[] {1, 2}) {
            String told = "{\"orders\":[\"" + number + "\"],\"sentAt\":\"" + sent.minusSeconds(second) + "\"}";
            Response answer = Notices.send("everest", told);
            assertEquals(202, answer.statusCode(), answer.asString());
            followed(EVEREST, number);
            assertEquals(200, Notices.send("everest", told).statusCode());
        }
        Database.hub()
                .execute("update supplier_notification set at = at - interval '61 seconds' where supplier = 'everest'");
        assertEquals(
                200,
                Notices.send("everest", "{\"orders\":[\"" + number + "\"],\"sentAt\":\"" + sent.minusSeconds(1) + "\"}")
                        .statusCode(),
                "one that was replayed is known however late it comes");
    }

    @Test
    void aNoticeThatWasSentLongAgoIsRefused() {
        for (String sentAt : List.of(
                Instant.now().minus(2, ChronoUnit.DAYS).toString(),
                Instant.now().plus(2, ChronoUnit.DAYS).toString(),
                "2020-01-01T00:00:00+01:00")) {
            Response refused = Notices.send("everest", "{\"orders\":[\"PO-10055\"],\"sentAt\":\"" + sentAt + "\"}");
            assertEquals(400, refused.statusCode(), refused.asString());
            assertTrue(refused.as(Reply.class).getString("detail").contains("was sent at"), refused.asString());
        }
    }

    @Test
    void anOrderThatTheSupplierDoesNotHaveIsAskedForOnce() {
        Database hub = Database.hub();
        String key = "PO-NONE-" + UUID.randomUUID();
        String asked = "select count(*) from supplier_unknown where supplier = 'everest' and key = ?";
        Response first = Notices.send("everest", "{\"orders\":[\"" + key + "\"],\"id\":\"first\"}");
        assertEquals(202, first.statusCode(), first.asString());
        await().until(() -> hub.value(Long.class, asked, key) == 1);

        Response second = Notices.send("everest", "{\"orders\":[\"" + key + "\"],\"id\":\"second\"}");
        assertEquals(202, second.statusCode(), second.asString());
        assertNull(Notices.run(second), "nobody is asked");
        String wanted = "select count(*) from supplier_wanted where supplier = 'everest' and key = ?";
        assertEquals(0L, hub.value(Long.class, wanted, key), "nor is the next run to ask");

        hub.execute("update supplier_unknown set at = at - interval '61 minutes' where key = ?", key);
        assertEquals(
                202,
                Notices.send("everest", "{\"orders\":[\"" + key + "\"],\"id\":\"third\"}")
                        .statusCode());
        await("an hour later it may be there")
                .until(() -> hub.value(Long.class, asked + " and at > now() - interval '30 minutes'", key) == 1);
        String active =
                "select count(*) from sync_run where route = 'everest-orders-to-erp' and status = 'IN_PROGRESS'";
        await("others find the route idle").until(() -> hub.value(Long.class, active) == 0);
    }

    @Test
    void anOrderOfTheOrderBookIsAskedForThoughTheSupplierJustDidNotHaveIt() {
        Database hub = Database.hub();
        String key = "PO-BOOK-" + UUID.randomUUID();
        hub.execute("insert into purchase_order (vendor, number) values ('V-00105', ?)", key);
        String asked = "select count(*) from supplier_unknown where supplier = 'everest' and key = ?"
                + " and at > now() - interval '5 minutes'";
        Notices.send("everest", "{\"orders\":[\"" + key + "\"],\"id\":\"first\"}");
        await().until(() -> hub.value(Long.class, asked, key) == 1);

        hub.execute("update supplier_unknown set at = at - interval '6 minutes' where key = ?", key);
        Notices.send("everest", "{\"orders\":[\"" + key + "\"],\"id\":\"second\"}");

        await("it was placed there, so it must come about").until(() -> hub.value(Long.class, asked, key) == 1);
        hub.execute("delete from purchase_order where number = ?", key);
        String active =
                "select count(*) from sync_run where route = 'everest-orders-to-erp' and status = 'IN_PROGRESS'";
        await("others find the route idle").until(() -> hub.value(Long.class, active) == 0);
    }

    @Test
    void theOrdersThatNoticesNameInADayAreBounded() {
        Database hub = Database.hub();
        hub.execute("insert into supplier_notification (supplier, digest, at, named)"
                + " values ('everest', 'many'::bytea, now(), 50000)");
        try {
            Response refused = Notices.send("everest", "{\"orders\":[\"PO-10055\"],\"id\":\"one too many\"}");
            assertEquals(429, refused.statusCode(), refused.asString());
            assertTrue(refused.asString().contains("most-orders-a-day"), refused.asString());
        } finally {
            hub.execute("delete from supplier_notification where digest = 'many'::bytea");
        }
    }

    @Test
    void onlyWhoHasTheSecretIsHeard() {
        byte[] body = "{\"orders\":[\"PO-10059\"],\"id\":\"signature\"}".getBytes(StandardCharsets.UTF_8);
        String right = Notices.signature(Notices.secret("everest"), body);
        String wrong = right.substring(0, right.length() - 1) + (right.endsWith("0") ? "1" : "0");
        for (String signature : new String[] {
            null,
            "",
            "sha256=",
            wrong,
            right.substring(0, right.length() - 1),
            right + "0",
            right.replace("sha256", "sha1"),
            Notices.signature(Notices.secret("atlas"), body),
            Notices.signature("x", new byte[0]),
            "sha256=" + "é".repeat(64),
            "x".repeat(6_000)
        }) {
            var call = given().contentType("application/json").body(body);
            if (signature != null) {
                call.header(Notices.HEADER, signature);
            }
            Response answer = call.post("/api/suppliers/everest/notifications");
            assertEquals(401, answer.statusCode(), signature);
            assertEquals("application/problem+json", answer.contentType());
            answer.then().body("detail", containsString(Notices.HEADER));
        }
        assertNull(order(EVEREST, "PO-10059").getString("supplierNotifiedAt"), "nothing was done");
        given().header(Notices.HEADER, right.substring("sha256=".length()).toUpperCase(java.util.Locale.ROOT))
                .contentType("application/json")
                .body(body)
                .post("/api/suppliers/everest/notifications")
                .then()
                .statusCode(202);
    }

    @Test
    void aSecretThatTwoSuppliersShareShowsNeitherUntilOneHasAnother(@TempDir Path folder) throws IOException {
        byte[] body =
                ("{\"orders\":[\"PO-10059\"],\"id\":\"" + UUID.randomUUID() + "\"}").getBytes(StandardCharsets.UTF_8);
        String shared = Notices.secret("everest");
        String setting = "syncline.systems.borealis.notification-secret-file";
        System.setProperty(
                setting, Files.writeString(folder.resolve("shared"), shared).toString());
        try {
            for (String supplier : List.of("everest", "borealis")) {
                Response refused = given().header(Notices.HEADER, Notices.signature(shared, body))
                        .body(body)
                        .post("/api/suppliers/" + supplier + "/notifications");
                assertEquals(401, refused.statusCode(), refused.asString());
                assertEquals("application/problem+json", refused.contentType());
                String detail = refused.as(Reply.class).getString("detail");
                assertTrue(detail.contains(supplier + " is also that of another supplier"), detail);
                assertFalse(
                        detail.contains(supplier.equals("everest") ? "borealis" : "everest"),
                        "who else has it is nobody's business: " + detail);
            }
        } finally {
            System.clearProperty(setting);
        }
        Response taken = Notices.send("everest", body);
        assertEquals(202, taken.statusCode(), taken.asString());
        if (Notices.run(taken) != null) {
            Api.ended(Notices.run(taken));
        }
    }

    @Test
    void aSupplierThatThereIsNotIsNotFound() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        for (String name : List.of("nobody", "erp", "EVEREST", "..%2Feverest")) {
            given().urlEncodingEnabled(false)
                    .contentType("application/json")
                    .header(Notices.HEADER, Notices.signature("x", body))
                    .body(body)
                    .post("/api/suppliers/" + name + "/notifications")
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"orders\":[]}",
                "{\"orders\":[null]}",
                "{\"orders\":[\"\"]}",
                "{\"orders\":[\"  \"]}",
                "{\"orders\":[\"PO-10059\",[]]}",
                "{\"orders\":[\"PO-10059\",{}]}",
                "{\"orders\":[\"a\\u0000b\"]}",
                "{\"orders\":[\"a\\ud800b\"]}",
                "{\"orders\":[\"document 12\"]}",
                "{\"orders\":[\"\\ud83d\\ude00\"]}"
            })
    void aNoticeThatNamesNoOrderIsRefused(String body) {
        Response answer = Notices.send("everest", body);

        assertEquals(400, answer.statusCode(), answer.asString());
        assertEquals("application/problem+json", answer.contentType());
        assertNotNull(answer.as(Reply.class).getString("detail"));
        assertNull(order(EVEREST, "PO-10059").getString("lastSyncedAt"));
    }

    @Test
    void whatIsNoDocumentIsKeptAndSaidToBeOne() {
        for (String body : List.of("hello", "{", "null", "[]", "<html></html>", "{\"orders\":\"PO-10059\"}")) {
            Response answer = Notices.send("everest", body);

            assertEquals(422, answer.statusCode(), body);
            assertEquals("application/problem+json", answer.contentType());
            answer.then().body("detail", containsString("The document cannot be read: The "));
            Api.ended(Notices.run(answer));
        }
        List<String> reasons = Api.as("viewer")
                .get("/api/records?route=everest-orders-to-erp&status=FAILED&q=document&limit=500")
                .as(Reply.class)
                .getList("items.reason");
        assertTrue(reasons.size() >= 6, reasons::toString);
    }

    @Test
    void noNoticeIsAsLongAsOneMayPlease() {
        String many = "{\"orders\":["
                + java.util.stream.IntStream.range(0, 90_000)
                        .mapToObj(i -> "\"P" + i + "\"")
                        .collect(java.util.stream.Collectors.joining(","))
                + "]}";
        Response answer = Notices.send("everest", many);

        assertEquals(400, answer.statusCode());
        answer.then().body("detail", containsString("orders"));
    }

    @Test
    void secretsAndSignaturesStayWhereTheyAre() {
        Queue<String> logged = new ConcurrentLinkedQueue<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getMessage() + " " + java.util.Arrays.toString(entry.getParameters()) + " "
                        + entry.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(handler);
        try {
            String document = document("delta", "PO-10043", "{'action':'confirm'}");
            assertTrue(document.contains("delta-shared-secret"));
            byte[] body = document.getBytes(StandardCharsets.UTF_8);
            Response answer = Notices.send("delta", body);
            Api.ended(Notices.run(answer));
            byte[] broken = document.substring(0, document.length() - 20).getBytes(StandardCharsets.UTF_8);
            Response refused = Notices.send("delta", broken);
            Api.ended(Notices.run(refused));
            String wrong = Notices.signature("guessed", body);
            given().header(Notices.HEADER, wrong).body(body).post("/api/suppliers/delta/notifications");

            StringBuilder told = new StringBuilder(String.join("\n", logged))
                    .append(answer.asString())
                    .append(refused.asString())
                    .append(answer.headers())
                    .append(refused.headers());
            for (String path : List.of(
                    "/api/records?route=delta-orders-to-erp&limit=500",
                    "/api/runs?route=delta-orders-to-erp",
                    "/api/documents?route=delta-orders-to-erp",
                    "/api/notices",
                    "/api/purchase-orders/V-00104/PO-10043")) {
                told.append(Api.as("viewer").get(path).asString());
            }
            List<String> keys = Api.as("viewer")
                    .get("/api/records?route=delta-orders-to-erp&limit=500")
                    .as(Reply.class)
                    .getList("items.key");
            keys.forEach(key -> told.append(Api.as("viewer")
                    .urlEncodingEnabled(false)
                    .get("/api/records/delta-orders-to-erp/"
                            + URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20"))
                    .asString()));
            for (String secret : List.of(
                    "delta-shared-secret",
                    Notices.secret("delta"),
                    Notices.signature(Notices.secret("delta"), body).substring(7),
                    Notices.signature(Notices.secret("delta"), broken).substring(7),
                    wrong.substring(7))) {
                assertFalse(told.toString().contains(secret), secret);
                assertEquals(0, inTheHub(secret), secret);
            }
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
    }

    /** In the hub's tables; documents are kept as bytes, which are looked into beside. */
    private static long inTheHub(String secret) {
        Database hub = Database.hub();
        String like = "%" + secret + "%";
        long found = 0;
        for (String table : hub.column(
                String.class, "select table_name::text from information_schema.tables where table_schema = 'public'")) {
            found += hub.value(Long.class, "select count(*) from \"" + table + "\" t where t::text like ?", like);
        }
        return found
                + hub.value(
                        Long.class,
                        "select count(*) from supplier_document where supplier = 'delta' and"
                                + " (encode(content, 'escape') like ? or encode(answer, 'escape') like ?)",
                        like,
                        like);
    }
}
