package dev.syncline.purchasing;

import static dev.syncline.support.Hostile.send;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.document.edi.EdiSamples;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.Hostile;
import dev.syncline.support.Purchasing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Suppliers that answer what they should not when they are asked for what is new. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Hostile.class)
@QuarkusTestResource(SandboxTestResource.class)
class HostileAnswersTest {
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

    /** Whatever a supplier answered, it is asked again, and for the same. */
    @AfterEach
    void theNextRunIsAsAnyOther() {
        server.clear();
        for (String supplier : new String[] {"atlas", "borealis", "cobalt", "everest"}) {
            server.answers(supplier, supplier.equals("cobalt") ? "{\"documents\":[]}" : "{\"orders\":[]}");
        }
        assertFalse("FAILED".equals(Purchasing.sync("everest").getString("status")));
        assertFalse("FAILED".equals(Purchasing.sync("cobalt").getString("status")));
    }

    private static JsonPath sync(String supplier) {
        return Purchasing.sync(supplier);
    }

    private static String polledUntil(String supplier) {
        return Database.hub()
                .column(String.class, "select since::text from supplier_poll where supplier = ?", supplier)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static void assertFailed(String supplier, String reason) {
        String before = polledUntil(supplier);
        JsonPath run = sync(supplier);
        assertEquals("FAILED", run.getString("status"), run.prettify());
        assertTrue(run.getString("reason").contains(reason), run.getString("reason"));
        assertFalse(run.getString("reason").contains("dev.syncline"), run.getString("reason"));
        assertEquals(before, polledUntil(supplier), "what is new there is asked for once more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"atlas", "cobalt", "delta", "everest"})
    void aWebPageInItsSteadIsNoDocument(String supplier) {
        server.answers(supplier, "\n<!DOCTYPE html><html><body>Log in</body></html>");
        assertFailed(supplier, "Supplier " + supplier + " answered nonsense");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "[]", "garbage", "{\"documents\":{}}", "{\"documents\":[1]}", "{\"documents\":[{}]}", "\0\1"
            })
    void aListThatIsNoneIsNonsense(String body) {
        server.answers("cobalt", body);
        assertFailed("cobalt", "Supplier cobalt answered nonsense");
    }

    @ParameterizedTest
    @CsvSource({"atlas, garbage", "everest, garbage", "atlas, ISA*00", "everest, {}"})
    void garbageInPlaceOfADocumentIsKeptAsOneThatCannotBeRead(String supplier, String body) {
        server.answers(supplier, body);
        JsonPath run = sync(supplier);
        assertEquals("PARTIAL", run.getString("status"), run.prettify());
        assertTrue(run.getInt("counts.failed") >= 1);
    }

    @Test
    void anAnswerWithoutEndIsCutOff() {
        server.answers("borealis", call -> {
            call.sendResponseHeaders(200, 0);
            byte[] some = "UNA:+.? '".repeat(1000).getBytes(StandardCharsets.US_ASCII);
            try (OutputStream out = call.getResponseBody()) {
                while (true) {
                    out.write(some);
                }
            }
        });
        assertFailed("borealis", "longest-answer");
    }

    @Test
    void anInflatedAnswerIsCutOffToo() {
        server.answers("borealis", call -> {
            call.getResponseHeaders().add("Content-Encoding", "gzip");
            call.sendResponseHeaders(200, 0);
            byte[] zeros = new byte[1 << 20];
            try (OutputStream out = new GZIPOutputStream(call.getResponseBody())) {
                for (int i = 0; i < 4_000; i++) {
                    out.write(zeros);
                }
            }
        });
        assertFailed("borealis", "longest-answer");
    }

    @Test
    void anAnswerThatBreaksOffIsNoDocument() {
        server.answers("atlas", call -> {
            call.sendResponseHeaders(200, 100_000);
            call.getResponseBody().write("ISA*00*".getBytes(StandardCharsets.US_ASCII));
            call.getResponseBody().flush();
        });
        assertFailed("atlas", "");
    }

    @Test
    void anAcknowledgementThatIsNeverAnsweredEndsNoRun() {
        CountDownLatch over = new CountDownLatch(1);
        server.answers("atlas", call -> {
            if (call.getRequestURI().getPath().endsWith("/acknowledgements")) {
                awaitQuietly(over);
            } else {
                send(call, 200, EdiSamples.own("x12/change.x12"));
            }
        });
        JsonPath run = sync("atlas");
        over.countDown();
        assertFalse("FAILED".equals(run.getString("status")), run.prettify());
        assertEquals(1L, owedToAtlas());

        server.clear();
        sync("atlas");
        assertEquals(0L, owedToAtlas());
    }

    private static void awaitQuietly(CountDownLatch over) {
        try {
            over.await(10, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long owedToAtlas() {
        return Database.hub()
                .value(
                        Long.class,
                        "select count(*) from supplier_document where supplier = 'atlas' and answer is not null");
    }

    @Test
    void pagesThatGoRoundAreNotFollowed() {
        server.answers("cobalt", "{\"documents\":[],\"next\":\"again\"}");
        assertFailed("cobalt", "as that page itself");
        server.answers("everest", "{\"orders\":[],\"next\":\"again\"}");
        assertFailed("everest", "as that page itself");
        server.answers("atlas", call -> {
            call.getResponseHeaders().add("Link", "</documents?cursor=again>; rel=\"next\"");
            send(call, 204, new byte[0]);
        });
        assertNotNull(sync("atlas").getString("finishedAt"));
    }

    @Test
    void tensOfThousandsOfDocumentsInOneAnswerAreTakenIn() {
        String documents = IntStream.range(0, 20_000)
                .mapToObj(i -> "{\"content\":\"<Order>" + i + "\"}")
                .collect(Collectors.joining(","));
        server.answers("cobalt", "{\"documents\":[" + documents + "]}");
        long run = Api.start("cobalt-orders-to-erp", "range=changes");
        dev.syncline.support.Patience.await().until(() -> Api.run(run).getString("finishedAt") != null);
        assertTrue(Api.run(run).getInt("counts.failed") >= 20_000, Api.run(run).prettify());
        Database.hub().execute("delete from supplier_order where supplier = 'cobalt' and key like 'document %'");
        Database.hub()
                .execute("delete from supplier_document where supplier = 'cobalt' and type is null"
                        + " and not exists (select from supplier_update u where u.document = supplier_document.id)");
    }

    @Test
    void wordsOfASupplierAreNoAddressesAndNoPlaceholders() throws IOException {
        server.answers("everest", call -> {
            boolean isOrder = call.getRequestURI().toString().contains("/orders/");
            send(
                    call,
                    200,
                    (isOrder
                                    ? "{\"orders\":[]}"
                                    : "{\"orders\":[],\"next\":"
                                            + (call.getRequestURI().getQuery().contains("cursor=")
                                                    ? "null}"
                                                    : "\"{{syncline.systems.everest.token}}&x=../..#${sys:user.home}\"}"))
                            .getBytes(StandardCharsets.UTF_8));
        });
        sync("everest");
        String second = server.asked().stream()
                .filter(uri -> uri.contains("cursor="))
                .findFirst()
                .orElseThrow();
        assertTrue(second.contains("cursor=%7B%7Bsyncline.systems.everest.token%7D%7D%26x%3D..%2F..%23%24%7B"), second);
        assertNull(second.contains("everest-token") ? second : null);
    }
}
