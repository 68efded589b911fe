package dev.syncline.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Book;
import dev.syncline.support.Database;
import dev.syncline.support.Shaky;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A target that makes a new record of whatever it is sent: it is asked before something goes again. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Shaky.class)
@QuarkusTestResource(SandboxTestResource.class)
class CreateOnlyTest {
    private static final int RECORDS = 100;

    @AfterEach
    void mend() {
        RestAssured.delete("/sandbox/faults");
    }

    @Test
    void createsOnceThoughAnswersAreLost() {
        Book book = new Book("registry").fill(RECORDS);
        Api.fault("relay", book.route(), "drop-after-commit", "times", 3);
        JsonPath run = Api.run(book.route(), "range=all");
        assertEquals("SUCCESS", run.getString("status"), run.prettify());
        assertEquals(RECORDS, run.getInt("counts.created"));
        assertCreatedOnce(book);
        assertTrue(
                Api.record(book.route(), book.key("1")).getString("targetRef").startsWith("RL-"));
    }

    @Test
    void createsOnceThoughTheTargetBreaksAndAnswersNonsense() {
        Book book = new Book("registry").fill(RECORDS);
        Api.fault("relay", book.route(), "status", "status", 503, "times", 1);
        Api.fault("relay", book.route(), "malformed", "times", 1);
        Api.fault("relay", book.route(), "drop-after-commit", "times", 1);
        JsonPath run = Api.run(book.route(), "range=all");
        assertEquals("SUCCESS", run.getString("status"), run.prettify());
        assertCreatedOnce(book);
    }

    @Test
    void asksInTheNextRunWhatARunThatFailedHadSent() {
        Book book = new Book("registry").fill(RECORDS);
        Database.hub()
                .execute(
                        """
                        insert into sync_route (name) values (?) on conflict (name) do nothing""",
                        book.route());
        // As a process leaves it that was killed over a batch: written as sent, and half of it there.
        Api.fault("relay", book.route(), "refuse-record", "match", book.key("7"), "times", 1);
        JsonPath first = Api.run(book.route(), "range=all");
        assertEquals("PARTIAL", first.getString("status"), first.prettify());
        Database.hub()
                .execute(
                        """
                        insert into sync_intent (route, key, idempotency_key, run_id, at)
                        select route, key, 'before', run_id, now() from sync_record
                        where route = (select id from sync_route where name = ?)""",
                        book.route());
        Database.hub()
                .execute(
                        "delete from sync_record where route = (select id from sync_route where name = ?)",
                        book.route());
        JsonPath next = Api.run(book.route(), "range=all");
        assertEquals("SUCCESS", next.getString("status"), next.prettify());
        assertEquals(RECORDS, next.getInt("counts.created"));
        assertCreatedOnce(book);
    }

    private static void assertCreatedOnce(Book book) {
        assertEquals(
                RECORDS,
                Api.held("relay", book.route())
                        .getInt("items.findAll { it.key.startsWith('" + book.key("") + "') }.size()"));
        assertEquals(RECORDS, book.delivered().size());
        assertEquals(
                0L,
                Database.hub()
                        .value(
                                Long.class,
                                "select count(*) from sync_intent where route = (select id from sync_route where name = ?)",
                                book.route()));
    }
}
