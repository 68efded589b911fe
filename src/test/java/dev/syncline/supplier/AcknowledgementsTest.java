package dev.syncline.supplier;

import static dev.syncline.support.Purchasing.poke;
import static dev.syncline.support.Purchasing.sync;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Database;
import dev.syncline.support.Notices;
import dev.syncline.support.Purchasing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents are acknowledged once, and a supplier that does not take it keeps no order from going. */
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class AcknowledgementsTest {
    private static final String OWED = "ACKNOWLEDGEMENTS_OWED";
    private static final String REFUSED = "ACKNOWLEDGEMENT_REFUSED";
    private static final int MOST_REFUSALS = 5;

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
        Api.fault("delta", "acknowledgements", "status", "status", 422, "times", MOST_REFUSALS);
        poke("delta", "ACK-5", "{'action':'place'}");
        for (int i = 1; i < MOST_REFUSALS; i++) {
            assertNotEquals("FAILED", sync("delta").getString("status"));
            assertEquals(1, owed("delta").size());
        }
        assertNull(notice("delta", REFUSED, "open"));

        sync("delta");

        assertEquals(List.of(), owed("delta"));
        assertNull(notice("delta", OWED, "open"));
        Map<String, Object> notice = notice("delta", REFUSED, "open");
        assertTrue(notice.get("text").toString().contains("Supplier delta"), notice.toString());
        assertFalse(notice.get("key").toString().isEmpty());
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
        for (int i = 1; i < MOST_REFUSALS; i++) {
            sync("atlas");
        }
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

    /** The run that follows on a notification is over. */
    private static void awaitIdle(String supplier) {
        await().until(() -> Api.route(supplier + "-orders-to-erp").getString("lastRun.finishedAt") != null);
    }

    private List<String> owed(String supplier) {
        return hub.column(
                String.class,
                "select convert_from(answer, 'UTF8') from supplier_document where supplier = ? and answer is not null"
                        + " order by id",
                supplier);
    }

    /** What the supplier was sent, the newest first. */
    private static List<String> acknowledgements(String supplier) {
        return given().get("/sandbox/suppliers/" + supplier + "/acknowledgements?limit=1000")
                .jsonPath()
                .getList("items");
    }

    private static Map<String, Object> notice(String supplier, String kind, String status) {
        List<Map<String, Object>> notices = Api.as("viewer")
                .get("/api/notices?status=" + status + "&route=" + supplier + "-orders-to-erp&q=" + kind)
                .jsonPath()
                .getList("items");
        return notices.stream().findFirst().orElse(null);
    }
}
