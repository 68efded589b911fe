package dev.syncline.run;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Book;
import dev.syncline.support.Database;
import dev.syncline.support.Reconciliations;
import dev.syncline.support.Reply;
import dev.syncline.support.Shaky;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Systems that are away, slow, or want a pause: runs wait for them, show it, and lose nothing. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Shaky.class)
@QuarkusTestResource(SandboxTestResource.class)
class OutageTest {
    private final Database hub = Database.hub();

    /** The first calls take their time, while the runs do not. */
    @BeforeEach
    void warmUp() {
        Api.route("ledger-waits-to-relay");
    }

    @AfterEach
    void mend() {
        RestAssured.delete("/sandbox/faults");
        hub.execute("delete from sync_system");
    }

    @Test
    void waitsForAsLongAsTheTargetAsks() {
        Book book = new Book("waits").fill(20);
        Api.fault("relay", book.route(), "status", "status", 503, "retryAfter", 2, "times", 3);
        long run = Api.start(book.route(), "range=all");
        seenWaiting(run);
        JsonPath ended = Api.ended(run);
        assertEquals("SUCCESS", ended.getString("status"), ended.prettify());
        assertNull(ended.getString("waitingUntil"));
        assertEquals(20, ended.getInt("counts.created"));
        assertEquals(20, book.delivered().size());
    }

    @Test
    void understandsADateToo() {
        Book book = new Book("waits").fill(3);
        Api.fault("relay", book.route(), "status", "status", 429, "retryAfter", 3, "asDate", true, "times", 1);
        long run = Api.start(book.route(), "range=all");
        seenWaiting(run);
        assertEquals("SUCCESS", Api.ended(run).getString("status"));
    }

    @Test
    void makesNoCallWhileTheTargetHasNoneLeft() {
        Book book = new Book("turns").fill(10);
        Api.fault("relay", book.route(), "rate-limit", "reset", 3, "times", 1);
        int before = Api.log("relay", book.route()).getInt("requests");
        long run = Api.start(book.route(), "range=all");
        seenWaiting(run);
        assertEquals(before + 1, Api.log("relay", book.route()).getInt("requests"), "the second waits");
        JsonPath ended = Api.ended(run);
        assertEquals("SUCCESS", ended.getString("status"), ended.prettify());
        assertEquals(before + 2, Api.log("relay", book.route()).getInt("requests"));
    }

    @Test
    void readingWaitsToo() {
        Book book = new Book("waits").fill(3);
        book.run("range=all");
        Api.fault("relay", book.route(), "status", "status", 429, "retryAfter", 2, "times", 1);
        long run = Api.start("relay-waits-to-projects", "range=all");
        seenWaiting(run);
        assertEquals("SUCCESS", Api.ended(run).getString("status"));
    }

    @Test
    void aReconciliationShowsThatItWaitsAndGoesOn() {
        Book book = new Book("waits").fill(3);
        book.run("range=all");
        Api.fault("relay", book.route(), "status", "status", 429, "retryAfter", 2, "times", 1);
        long id = reconciliation(book);
        awaitWaiting(id);
        JsonPath ended = Reconciliations.ended(id);
        assertEquals("SUCCESS", ended.getString("status"), ended.prettify());
        assertEquals(3, ended.getInt("counts.equal"), ended.prettify());
        assertNull(ended.getString("waitingUntil"), ended.prettify());
    }

    @Test
    void aReconciliationThatWaitsEndsWhenItIsCancelled() {
        Book book = new Book("quiet").fill(3);
        book.run("range=all");
        Api.fault("relay", book.route(), "status", "status", 503, "retryAfter", 3_600, "times", 1);
        long id = reconciliation(book);
        awaitWaiting(id);
        Api.as("operator").post("/api/reconciliations/" + id + "/cancel").then().statusCode(202);
        assertEquals("CANCELLED", Reconciliations.ended(id).getString("status"), "long before its wait is over");
    }

    private static long reconciliation(Book book) {
        return Api.as("operator")
                .post("/api/routes/" + book.route() + "/reconciliations")
                .as(Reply.class)
                .getLong("id");
    }

    private static void awaitWaiting(long reconciliation) {
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> Api.as("viewer")
                                .get("/api/reconciliations/" + reconciliation)
                                .as(Reply.class)
                                .getString("waitingUntil")
                        != null);
    }

    @Test
    void readingTriesAgainWhatCanHeal() {
        new Book("waits").fill(3).run("range=all");
        Api.fault("relay", "ledger-waits-to-relay", "status", "status", 500, "times", 2);
        assertEquals("SUCCESS", Api.run("relay-waits-to-projects", "range=all").getString("status"));
    }

    @Test
    void whatAnotherProcessWasAskedHoldsHereToo() {
        Book book = new Book("limited").fill(2);
        hub.execute("insert into sync_system (name, not_before) values ('limited', now() + interval '3 seconds')");
        int before = Api.sent("relay", book.route());
        long run = Api.start(book.route(), "range=all");
        seenWaiting(run);
        assertEquals(before, Api.sent("relay", book.route()));
        assertEquals("SUCCESS", Api.ended(run).getString("status"));
        assertEquals(
                List.of("limited"),
                hub.column(
                        String.class,
                        "select name from sync_system where next_call is not null and name in ('limited', 'ledger')"),
                "only calls to a system with a rate limit stand in line");
    }

    @Test
    void cancellingEndsTheWait() {
        Book book = new Book("closed").fill(3);
        Api.fault("relay", book.route(), "status", "status", 503, "retryAfter", 60, "times", 1);
        long run = Api.start(book.route(), "range=all");
        seenWaiting(run);
        Api.as("operator").post("/api/runs/" + run + "/cancel").then().statusCode(202);
        JsonPath ended = Api.ended(run);
        assertEquals("CANCELLED", ended.getString("status"), ended.prettify());
        assertEquals("operator", ended.getString("cancelledBy"));
        assertNull(ended.getString("reason"));
        assertNull(ended.getString("waitingUntil"));
    }

    @Test
    void anAbsurdPauseIsCapped() {
        Book book = new Book("hasty").fill(3);
        Api.fault("relay", book.route(), "status", "status", 503, "retryAfter", 864_000, "times", 1);
        assertEquals("SUCCESS", Api.run(book.route(), "range=all").getString("status"));
    }

    @Test
    void continuesWhenTheTargetIsBack() {
        Book book = new Book("waits").fill(60);
        Api.fault("relay", book.route(), "disconnect", "times", 8);
        long run = Api.start(book.route(), "range=all");
        seenWaiting(run);
        JsonPath ended = Api.ended(run);
        assertEquals("SUCCESS", ended.getString("status"), ended.prettify());
        assertEquals(60, ended.getInt("counts.created"));
        assertEquals(60, book.delivered().size());
    }

    @Test
    void nothingIsDoubledWhenAnAnswerIsLost() {
        Book book = new Book("waits").fill(10);
        Api.fault("relay", book.route(), "drop-after-commit", "times", 1);
        int before = Api.log("relay", book.route()).getInt("duplicates");
        JsonPath run = Api.run(book.route(), "range=all");
        assertEquals("SUCCESS", run.getString("status"), run.prettify());
        assertEquals(10, run.getInt("counts.created"), "the target tells what it did the first time");
        assertEquals(10, Api.log("relay", book.route()).getInt("duplicates") - before);
        assertEquals(10, book.delivered().size());
    }

    @Test
    void aTargetThatHangsIsCutOff() {
        Book book = new Book("hasty").fill(3);
        Api.fault("relay", book.route(), "delay", "delayMillis", 20_000, "times", 1);
        assertEquals("SUCCESS", Api.run(book.route(), "range=all").getString("status"));
    }

    @Test
    void aTargetThatHangsInTheMiddleOfItsAnswerIsCutOff() {
        Book book = new Book("hasty").fill(3);
        Api.fault("relay", book.route(), "stall", "delayMillis", 20_000, "times", 1);
        JsonPath run = Api.run(book.route(), "range=all");
        assertEquals("SUCCESS", run.getString("status"), run.prettify());
        assertEquals(3, run.getInt("counts.created"));
    }

    @Test
    void patienceEndsAndTheNextRunDeliversEverything() {
        Book book = new Book("hasty").fill(3);
        Api.fault("relay", book.route(), "disconnect");
        JsonPath failed = Api.run(book.route(), "");
        assertEquals("FAILED", failed.getString("status"));
        assertTrue(failed.getString("reason").contains("syncline.systems.hasty.patience"), failed.prettify());
        RestAssured.delete("/sandbox/faults");
        await().untilAsserted(() -> book.run("")); // once its circuit breaker lets calls through
        assertEquals(3, book.delivered().size());
    }

    @Test
    void whereNobodyListensARunFailsAfterItsPatience() {
        Book book = new Book("nobody").fill(3);
        JsonPath run = Api.run(book.route(), "range=all");
        assertEquals("FAILED", run.getString("status"));
        assertTrue(run.getString("reason").startsWith("System nobody was away for longer than 1s"), run.prettify());
    }

    @Test
    void aWrongTokenFailsTheRunAtOnceAndSaysWhatToSet() {
        Book book = new Book("stranger").fill(3);
        JsonPath run = Api.run(book.route(), "range=all");
        assertEquals("FAILED", run.getString("status"));
        assertTrue(run.getString("reason").contains("answered 401"), run.prettify());
        assertTrue(run.getString("reason").contains("syncline.systems.stranger.token"), run.prettify());
    }

    @Test
    void anAnswerThatIsTooLongFailsTheRunAndSaysWhatToSet() {
        Book book = new Book("hasty").fill(300);
        JsonPath run = Api.run(book.route(), "range=all");
        assertEquals("FAILED", run.getString("status"));
        assertTrue(run.getString("reason").contains("syncline.systems.hasty.longest-answer"), run.prettify());
    }

    @Test
    void aQueryThatIsNeverAnsweredIsCutOff() {
        JsonPath run = Api.run("slow-orders-to-relay", "range=all");
        assertEquals("FAILED", run.getString("status"));
        assertTrue(run.getString("reason").contains("syncline.systems.slow.query-timeout"), run.prettify());
    }

    @Test
    void continuesAfterAPageThatTheHubCouldNotRecord() {
        Book book = new Book("pages").fill(20);
        int duplicates = Api.log("relay", book.route()).getInt("duplicates");
        int before = Api.sent("relay", book.route());
        hub.execute("create sequence if not exists full_disk");
        hub.execute(
                """
                create or replace function disk_is_full_once() returns trigger language plpgsql as $$
                begin
                    if nextval('full_disk') = 3 then
                        raise exception 'could not extend file: No space left on device' using errcode = '53100';
                    end if;
                    return null;
                end $$""");
        hub.execute("create trigger full_disk after insert on sync_record for each statement"
                + " execute function disk_is_full_once()");
        try {
            Api.run(book.route(), "");
        } finally {
            hub.execute("drop trigger full_disk on sync_record");
            hub.execute("drop sequence full_disk");
        }
        JsonPath run = Api.run(book.route(), "");
        assertEquals("SUCCESS", run.getString("status"), run.prettify());
        assertEquals(20, book.delivered().size());
        assertEquals(20, Api.route(book.route()).getInt("counts.success"), "and the counters are what the table holds");
        int again = Api.sent("relay", book.route()) - before - 20;
        assertTrue(again <= 10, "at most a page again: " + again);
        assertEquals(again, Api.log("relay", book.route()).getInt("duplicates") - duplicates, "with the same keys");
    }

    private static void seenWaiting(long run) {
        await().pollInterval(Duration.ofMillis(50)).until(() -> Api.run(run).getString("waitingUntil") != null);
        JsonPath waiting = Api.run(run);
        assertEquals("IN_PROGRESS", waiting.getString("status"), waiting.prettify());
    }

    @Test
    void aRunShowsThatItWaitsForAQueryAndTakesItAlongWhenItIsCancelled() {
        Database erp = Database.of("erp");
        String sleeping = "select count(*) from pg_stat_activity where state = 'active' and query like '%else 599 end%'"
                + " and pid <> pg_backend_pid()";
        long run = Api.start("sleepy-orders-to-relay", "range=all");
        seenWaiting(run);
        assertTrue(erp.value(Long.class, sleeping) > 0);
        Api.as("operator").post("/api/runs/" + run + "/cancel").then().statusCode(202);
        JsonPath ended = Api.ended(run);
        assertEquals("CANCELLED", ended.getString("status"), ended.prettify());
        assertNull(ended.getString("waitingUntil"), ended.prettify());
        await().until(() -> erp.value(Long.class, sleeping) == 0);
    }
}
