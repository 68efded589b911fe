package dev.syncline.run;

import static dev.syncline.support.Patience.await;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Book;
import dev.syncline.support.Counters;
import dev.syncline.support.Database;
import dev.syncline.support.Ledger;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders that are kept back for what is in their lines, or for orders above them. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class KeptBackTest {
    private static final Instant LONG_AGO = Instant.now().minus(3, ChronoUnit.DAYS);

    @AfterEach
    void mend() {
        given().delete("/sandbox/faults");
    }

    @Test
    void aLineWithoutItsItemHoldsTheOrderUntilItIsFilledIn() {
        Book book = new Book("coded").put("order", LONG_AGO).put("without lines", LONG_AGO);
        book.line("order", null);
        assertEquals(1, book.run("range=all&depth=deep").getInt("counts.onHold"));
        assertEquals(Set.of("without lines"), book.delivered());
        assertTrue(
                Api.record(book.route(), book.key("order")).getString("reason").contains("'lines.item' is missing"));
        assertEquals(0, book.run("range=changes").getInt("counts.created"), "a shallow run does not get round it");

        book.line("order", "Brick");
        book.run("range=changes");
        assertEquals(Set.of("order", "without lines"), book.delivered());
        assertEquals("Brick", book.held("order").getString("lines[0].item"));
        Counters.assertExact(book.route());
    }

    /** The route reads two records at a time. */
    @Test
    void aRetryOfAllGoesThroughThemPageByPage() {
        Book book = fiveRefused();
        JsonPath run = ended(retryAll(book));
        assertEquals("SUCCESS", run.getString("status"), run.prettify());
        assertEquals(5, run.getInt("counts.created"));
        assertEquals(5, run.getInt("progress.expected"));
        assertEquals(5, book.delivered().size());
        Counters.assertExact(book.route());
    }

    @Test
    void whatACancelledRetryDidNotComeToIsFailedAsBefore() {
        Book book = fiveRefused();
        fault(Map.of("system", "relay", "entity", book.route(), "kind", "delay", "delayMillis", 1_500));
        long run = retryAll(book);
        assertEquals(5, Api.route(book.route()).getInt("counts.inProgress"));
        Counters.assertExact(book.route());
        await().until(() ->
                Api.as("viewer").get("/api/runs/" + run).as(Reply.class).getString("startedAt") != null);
        Api.as("operator").post("/api/runs/" + run + "/cancel").then().statusCode(202);
        assertEquals("CANCELLED", ended(run).getString("status"));
        int sent = book.delivered().size();
        assertTrue(sent < 5, sent + " were sent");
        assertEquals(5 - sent, Api.route(book.route()).getInt("counts.failed"));
        Counters.assertExact(book.route());
    }

    private static Book fiveRefused() {
        Book book = new Book("instants");
        for (int i = 0; i < 5; i++) {
            book.put("order " + i, LONG_AGO.plusSeconds(i));
        }
        fault(Map.of("system", "relay", "entity", book.route(), "kind", "refuse-record", "match", ".*"));
        assertEquals(5, Api.run(book.route(), "range=all").getInt("counts.failed"));
        given().delete("/sandbox/faults");
        return book;
    }

    private static long retryAll(Book book) {
        return Api.as("operator")
                .post("/api/records/retry?route=" + book.route())
                .then()
                .statusCode(202)
                .extract()
                .as(Reply.class)
                .getLong("id");
    }

    private static JsonPath ended(long run) {
        await().until(() ->
                Api.as("viewer").get("/api/runs/" + run).as(Reply.class).getString("finishedAt") != null);
        return Api.as("viewer").get("/api/runs/" + run).as(Reply.class);
    }

    private static void fault(Map<String, Object> fault) {
        given().contentType("application/json")
                .body(fault)
                .post("/sandbox/faults")
                .then()
                .statusCode(201);
    }

    @Test
    void whatWasDeletedByHandFromTheStatusTableOrdersNoRuns() {
        Book book = new Book("tree").put("a", LONG_AGO).put("b", LONG_AGO);
        book.rename("a", null);
        book.rename("b", book.key("missing"));
        book.run("range=all");
        Database hub = Database.hub();
        hub.execute("update sync_parked set ready = true where key = ?", book.key("b"));
        hub.execute("delete from sync_record where key = ?", book.key("b"));
        book.run("range=changes");
        book.run("range=changes");
        assertEquals(
                0L,
                hub.value(
                        Long.class,
                        "select count(*) from sync_run where route = ? and requested_by = 'release' and read = 0",
                        book.route()));
    }

    @Test
    void anOrderThatIsItsOwnParentGoesAndItsChildrenAfterIt() {
        Book book = new Book("tree").put("child", LONG_AGO).put("root", LONG_AGO.plusSeconds(1));
        book.rename("root", book.key("root"));
        book.rename("child", book.key("root"));
        book.run("range=all");
        await().until(() -> book.delivered().equals(Set.of("child", "root")));
        await().until(() -> Api.route(book.route()).getInt("counts.onHold") == 0);
        assertEquals(2, book.run("range=all").getInt("counts.unchanged"));
    }

    /** All at once, or one after the other, when those before are not read again for that. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCircleOfParentsIsNamedInEachOfItsOrders(boolean isAtOnce) {
        Book book = new Book("tree");
        List<String> names = List.of("a", "b", "c");
        for (int i = 0; i < 3; i++) {
            book.put(names.get(i), LONG_AGO.plusSeconds(i));
            book.rename(names.get(i), book.key(names.get((i + 1) % 3)));
            if (!isAtOnce) {
                book.run("range=all&keys=" + book.key(names.get(i)));
            }
        }
        if (isAtOnce) {
            book.run("range=all");
        }
        book.put("outside", LONG_AGO.plusSeconds(9));
        book.rename("outside", book.key("a"));
        book.run("range=all&keys=" + book.key("outside"));
        for (String name : names) {
            await().until(() -> reason(book, name).startsWith("Its parents go round in a circle: " + book.key(name)));
            names.forEach(other -> assertTrue(reason(book, name).contains(book.key(other)), reason(book, name)));
        }
        assertTrue(reason(book, "outside").startsWith("Its parent name " + book.key("a")), reason(book, "outside"));
        assertEquals(Set.of(), book.delivered());
        book.put("c", Instant.now());
        book.rename("c", null);
        book.run("range=changes");
        await().until(() -> book.delivered().equals(Set.of("a", "b", "c", "outside")));
        Counters.assertExact(book.route());
    }

    private static String reason(Book book, String name) {
        return Api.record(book.route(), book.key(name)).getString("reason");
    }

    @Test
    void grandchildrenFollowTheirParentsInTurn() {
        Book book = new Book("tree")
                .put("c", LONG_AGO)
                .put("b", LONG_AGO.plusSeconds(1))
                .put("a", LONG_AGO.plusSeconds(2));
        book.rename("a", null);
        book.rename("b", book.key("a"));
        book.rename("c", book.key("b"));
        book.run("range=all");
        await().until(() -> book.delivered().equals(Set.of("a", "b", "c")));
        await().until(() -> Api.route(book.route()).getInt("counts.onHold") == 0);
        Counters.assertExact(book.route());
    }
}
