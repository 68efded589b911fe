package dev.syncline.supplier.acknowledgement;

import static dev.syncline.support.Patience.await;
import static dev.syncline.support.Purchasing.poke;
import static dev.syncline.support.Purchasing.sync;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.document.DocumentLimits;
import dev.syncline.page.Depth;
import dev.syncline.page.ReadRequest;
import dev.syncline.page.Window;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.Suppliers;
import dev.syncline.supplier.inbox.Inbox;
import dev.syncline.supplier.inbox.ReceivedDocument;
import dev.syncline.supplier.notification.Notifications;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.Notices;
import dev.syncline.support.Purchasing;
import dev.syncline.support.Reply;
import dev.syncline.work.Ownership;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents are acknowledged once, and a supplier that does not take it keeps no order from going. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class AcknowledgementsTest {
    private static final String OWED = "ACKNOWLEDGEMENTS_OWED";
    private static final String REFUSED = "ACKNOWLEDGEMENT_REFUSED";
    private static final int MOST_REFUSALS = 5;

    private static final String OF_THE_OWED =
            " from supplier_document where supplier = ? and answer is not null and answer_given_up_at is null";

    @Inject
    Suppliers suppliers;

    @Inject
    Inbox inbox;

    @Inject
    Notifications incoming;

    @Inject
    Acknowledgements acknowledgements;

    @Inject
    AcknowledgementTable table;

    @Inject
    Ownership ownership;

    private final Database hub = Database.hub();

    @BeforeEach
    void nothingIsOwed() {
        Purchasing.pauseSchedules();
        for (String supplier : List.of("atlas", "borealis", "delta")) {
            sync(supplier);
            assertEquals(List.of(), owed(supplier));
        }
    }

    @AfterEach
    void clearFaults() {
        given().delete("/sandbox/faults");
    }

    @ParameterizedTest
    @ValueSource(strings = {"atlas", "borealis", "delta"})
    void whatTheAnswerOfANotificationAcknowledgesIsNotAcknowledgedAgain(String supplier) {
        JsonPath poked = poke(supplier, "ACK-1-" + supplier, "{'action':'place','notify':true}");
        String answer = poked.getString("notification.body");
        assertTrue(answer.matches("(?s).*(AK9\\*A|UCI\\+|<Status code=.{1,3}200).*"), answer);

        assertEquals(List.of(), owed(supplier));
    }

    @Test
    void aDocumentThatIsPolledAfterItsNotificationIsNotAcknowledgedAgain() {
        int before = acknowledgements("delta").size();
        poke("delta", "ACK-2", "{'action':'place','notify':true}");
        awaitIdle("delta");

        sync("delta");

        assertEquals(before, acknowledgements("delta").size());
    }

    @Test
    void aDocumentThatIsNotifiedAfterItWasPolledIsAcknowledgedByThat() {
        Api.fault("delta", "acknowledgements", "status", "status", 500, "times", 1);
        String document = poke("delta", "ACK-3", "{'action':'place'}").getString("documents[0]");
        sync("delta");
        assertEquals(1, owed("delta").size());

        assertEquals(202, Notices.send("delta", document).statusCode());
        assertEquals(List.of(), owed("delta"));
        awaitIdle("delta");

        sync("delta");
        assertNull(notice("delta", OWED, "open"), "nothing is owed");
    }

    @ParameterizedTest
    @CsvSource({
        "atlas, status, 503, (503: ",
        "borealis, status, 500, (500: ",
        "delta, status, 401, its token",
        "delta, status, 422, (422: ",
        "atlas, disconnect, 0, no answer"
    })
    void oneThatCannotBeSentIsOwedAndOrdersGoOn(String supplier, String kind, int status, String reason) {
        Api.fault(supplier, "acknowledgements", kind, "status", status, "times", 1);
        String order = "ACK-4-" + supplier + status;
        poke(supplier, order, "{'action':'place'}");

        JsonPath run = sync(supplier);

        assertNotEquals("FAILED", run.getString("status"), run.prettify());
        assertNull(run.getString("waitingUntil"));
        assertTrue(run.getInt("counts.read") > 0, run.prettify());
        List<String> owed = owed(supplier);
        assertEquals(1, owed.size());
        Map<String, Object> notice = notice(supplier, OWED, "open");
        assertNotNull(notice);
        String text = notice.get("text").toString();
        assertTrue(text.contains("Supplier " + supplier) && text.contains(reason) && text.contains("1 are owed"), text);

        int before = acknowledgements(supplier).size();
        assertNotEquals("FAILED", sync(supplier).getString("status"));

        assertEquals(List.of(), owed(supplier));
        // An interchange that is bundled anew, as documents of before are not new any more, is one more.
        List<String> sent = acknowledgements(supplier);
        sent = sent.subList(0, sent.size() - before);
        assertEquals(owed.get(0), sent.get(sent.size() - 1), "the same as first made");
        assertEquals(1, Collections.frequency(sent, owed.get(0)));
        assertNull(notice(supplier, OWED, "open"));
        assertEquals("syncline", notice(supplier, OWED, "resolved").get("resolvedBy"));
    }

    @Test
    void oneThatIsRefusedAgainAndAgainIsGivenUp() {
        Api.fault("delta", "acknowledgements", "status", "status", 422);
        poke("delta", "ACK-5", "{'action':'place'}");
        for (int i = 1; i <= MOST_REFUSALS; i++) {
            assertNotEquals("FAILED", sync("delta").getString("status"));
        }
        assertEquals(1, refusals("delta"), "those within an hour are one");
        for (int i = 2; i < MOST_REFUSALS; i++) {
            anHourLater("delta");
            sync("delta");
            assertEquals(i, refusals("delta"));
        }
        assertNull(notice("delta", REFUSED, "open"));
        String owed = owed("delta").get(0);

        anHourLater("delta");
        sync("delta");

        given().delete("/sandbox/faults");
        assertEquals(List.of(), owed("delta"));
        String kept =
                "select max(convert_from(answer, 'UTF8')) from supplier_document where answer_given_up_at is not null";
        assertEquals(owed, hub.value(String.class, kept), "as it was refused");
        assertNull(notice("delta", OWED, "open"));
        Map<String, Object> notice = notice("delta", REFUSED, "open");
        assertTrue(notice.get("text").toString().contains("Supplier delta"), notice.toString());
        long number =
                hub.value(Long.class, "select max(id) from supplier_document where answer_given_up_at is not null");
        assertTrue(notice.get("key").toString().endsWith(", number " + number), notice.toString());
        int before = acknowledgements("delta").size();
        sync("delta");
        assertEquals(before, acknowledgements("delta").size());
        Api.as("operator")
                .post("/api/notices/" + notice.get("id") + "/resolve")
                .then()
                .statusCode(200);
    }

    /** Its turn comes after those behind it, so they do not wait for ever. */
    @Test
    void oneThatTheSupplierBreaksByHoldsUpNoOthersForEver() {
        poke("atlas", "ACK-6", "{'action':'place'}");
        Api.fault("atlas", "acknowledgements", "status", "status", 500);
        sync("atlas");
        String first = owed("atlas").get(0);
        poke("atlas", "ACK-7", "{'action':'place'}");
        // The first is tried, and later, as the supplier takes none, those behind it; then the first again.
        for (int i = 0; i < 30 && tries("atlas") < MOST_REFUSALS + 1; i++) {
            sync("atlas");
        }
        assertEquals(MOST_REFUSALS + 1, tries("atlas"));
        given().delete("/sandbox/faults");
        List<String> owed = owed("atlas");
        assertEquals(first, owed.get(0));
        int before = acknowledgements("atlas").size();

        sync("atlas");

        List<String> sent = acknowledgements("atlas");
        sent = sent.subList(0, sent.size() - before);
        assertEquals(first, sent.get(0), "the last that was sent");
        assertEquals(owed.get(1), sent.get(sent.size() - 1), "the first that was sent");
    }

    @Test
    void moreThanAPageOfThemGoWithARun() {
        int before = acknowledgements("delta").size();
        Api.fault("delta", "acknowledgements", "status", "status", 503, "times", 1);
        poke("delta", "ACK-8", "{'action':'place'}");
        for (int i = 1; i < 60; i++) {
            poke("delta", "ACK-8", "{'action':'acknowledge'}");
        }
        sync("delta");
        List<String> owed = owed("delta");
        assertEquals(60, owed.size());

        sync("delta");

        assertEquals(List.of(), owed("delta"));
        List<String> sent = acknowledgements("delta");
        assertEquals(before + 60, sent.size());
        for (int i = 0; i < owed.size(); i++) {
            assertEquals(owed.get(i), sent.get(owed.size() - 1 - i), "oldest first");
        }
    }

    @Test
    void aRunSendsForAWhileAndAsLongAsItGoesOn() throws Exception {
        oweOne("ACK-9");
        Instant began = Instant.parse("2026-01-01T00:00:00Z");
        AcknowledgementBatch batch = batch(delta());
        sending(began, true).take(batch, "");

        assertTrue(hasNext(sending(began.plusSeconds(19), true), batch));
        assertFalse(hasNext(sending(began.plusSeconds(20), true), batch));
        assertNull(sending(began.plusSeconds(20), true).next(batch, ""));

        batch = batch(delta());
        sending(began, true).take(batch, began.minusSeconds(20) + "|50|0|0");
        assertFalse(hasNext(sending(began, true), batch), "since its first page");

        batch = batch(delta());
        sending(began, true).take(batch, "");
        assertTrue(hasNext(sending(began, true), batch));
        assertFalse(hasNext(sending(began, false), batch), "it is cancelled, or another process's");
        assertEquals(1, owed("delta").size());
        assertFalse(ownership.isToContinue(Api.route("delta-orders-to-erp").getLong("lastRun.id")), "it is over");
    }

    @Test
    void oneThatIsAcknowledgedMeanwhileIsNotSent() throws Exception {
        String document = oweOne("ACK-10");
        AcknowledgementBatch batch = batch(delta());
        Acknowledgements sending = sending(Instant.now(), true);
        sending.take(batch, "");

        assertEquals(202, Notices.send("delta", document).statusCode());

        assertFalse(hasNext(sending, batch));
        awaitIdle("delta");
    }

    /** The poll has it in hand when the notification comes. */
    @Test
    void aDocumentThatIsNotifiedWhileItIsPolledIsAcknowledgedByThat() throws Exception {
        byte[] document = poke("delta", "ACK-11", "{'action':'place'}")
                .getString("documents[0]")
                .getBytes(StandardCharsets.UTF_8);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<Notifications.Taken> notified = QuarkusTransaction.requiringNew()
                    .call(() -> {
                        inbox.receive(
                                delta(),
                                List.of(ReceivedDocument.read(
                                        suppliers.readerOf(delta()), document, DocumentLimits.DEFAULT)),
                                true);
                        Future<Notifications.Taken> taken = pool.submit(() -> incoming.take(delta(), document));
                        await().until(() -> 1
                                == hub.value(
                                        Long.class,
                                        "select count(*) from pg_locks where locktype = 'advisory' and not granted"));
                        return taken;
                    });
            assertNotNull(notified.get(10, TimeUnit.SECONDS).acknowledgement());
        } finally {
            pool.shutdownNow();
        }
        assertEquals(List.of(), owed("delta"));
    }

    @Test
    void whereNoneAreToBeSentAnyMoreNobodyIsTold() throws Exception {
        oweOne("ACK-12");
        assertNotNull(notice("delta", OWED, "open"));

        assertFalse(acknowledgements.areOwed(batch(withoutAcknowledgements(delta()))));

        assertNull(notice("delta", OWED, "open"));
    }

    /** The document. */
    private String oweOne(String order) {
        Api.fault("delta", "acknowledgements", "status", "status", 503, "times", 1);
        String document = poke("delta", order, "{'action':'place'}").getString("documents[0]");
        sync("delta");
        assertEquals(1, owed("delta").size());
        return document;
    }

    private Acknowledgements sending(Instant now, boolean isActive) {
        return new Acknowledgements(table, null, run -> isActive, null, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Supplier delta() {
        return suppliers.find("delta").orElseThrow();
    }

    private static Supplier withoutAcknowledgements(Supplier s) {
        return new Supplier(
                s.system(),
                s.vendor(),
                s.format(),
                s.catalog(),
                s.call(),
                s.orderCall(),
                s.since(),
                s.until(),
                s.limit(),
                s.documents(),
                s.cursor(),
                s.list(),
                s.content(),
                s.isBase64(),
                s.next(),
                "",
                s.signatureHeader());
    }

    private static boolean hasNext(Acknowledgements sending, AcknowledgementBatch batch) throws SQLException {
        return sending.hasNext(() -> batch);
    }

    private static AcknowledgementBatch batch(Supplier supplier) {
        ReadRequest request = new ReadRequest(1, "delta-orders-to-erp", Window.ALL, Depth.DEEP, null, null, 100);
        return new AcknowledgementBatch(request, supplier);
    }

    private void anHourLater(String supplier) {
        hub.execute(
                "update supplier_document set answer_refused_at = answer_refused_at - interval '1 hour'"
                        + " where supplier = ?",
                supplier);
    }

    private int refusals(String supplier) {
        return hub.value(Integer.class, "select max(answer_refusals)" + OF_THE_OWED, supplier);
    }

    private int tries(String supplier) {
        return hub.value(Integer.class, "select max(answer_tries)" + OF_THE_OWED, supplier);
    }

    /** The run that follows on a notification is over. */
    private static void awaitIdle(String supplier) {
        await().until(() -> Api.route(supplier + "-orders-to-erp").getString("lastRun.finishedAt") != null);
    }

    private List<String> owed(String supplier) {
        return hub.column(String.class, "select convert_from(answer, 'UTF8')" + OF_THE_OWED + " order by id", supplier);
    }

    /** What the supplier was sent, the newest first. */
    private static List<String> acknowledgements(String supplier) {
        return given().get("/sandbox/suppliers/" + supplier + "/acknowledgements?limit=1000")
                .as(Reply.class)
                .getList("items");
    }

    private static Map<String, Object> notice(String supplier, String kind, String status) {
        List<Map<String, Object>> notices = Api.as("viewer")
                .get("/api/notices?status=" + status + "&route=" + supplier + "-orders-to-erp&q=" + kind)
                .as(Reply.class)
                .getList("items");
        return notices.stream().findFirst().orElse(null);
    }
}
