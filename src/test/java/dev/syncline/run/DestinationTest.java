package dev.syncline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Book;
import dev.syncline.support.Database;
import dev.syncline.support.Ledger;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is delivered is known together with where and how. The routes of a running program do not change, so these tests
 * change what the hub remembers of them; PackageIT changes the file.
 */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class DestinationTest {
    private static final int ORDERS = 5;

    private final Database hub = Database.hub();
    private final Book book = new Book("moved");

    @BeforeEach
    void deliver() {
        hub.execute("delete from sync_notice where kind = 'DESTINATION_CHANGED'");
        book.fill(ORDERS);
        assertEquals(ORDERS, book.run("range=all&depth=deep").getInt("counts.created"));
    }

    @Test
    void deliversEverythingAnewWhereTheRouteWentElsewhere() {
        went("place", "targetPath", "elsewhere");
        int before = book.sent();
        JsonPath dry = book.run("range=changes&dryRun=true");
        assertEquals(ORDERS, dry.getInt("counts.created"), dry.prettify());
        assertTrue(dry.getString("reason").contains("went to relay, targetPath elsewhere"), dry.prettify());
        assertEquals(before, book.sent());
        assertEquals(0, notices());

        JsonPath run = book.run("range=changes");
        assertEquals(dry.getString("reason"), run.getString("reason"));
        assertEquals(ORDERS, run.getInt("counts.read"));
        assertEquals(before + ORDERS, book.sent());
        assertEquals(0, notices(), "all of them are there");

        assertNull(book.run("range=changes").getString("reason"));
        assertNull(book.run("range=all&depth=deep").getString("reason"));
        int twice = book.sent();
        assertEquals(0, book.run("range=all&depth=deep").getInt("counts.updated"));
        assertEquals(twice, book.sent(), "and none is sent a third time");
    }

    @Test
    void whatARunDidNotComeToIsDeliveredByTheNextOne() {
        went("place", "target", "another");
        int before = book.sent();
        JsonPath some = book.run("keys=" + book.key("1") + "&keys=" + book.key("2"));
        assertEquals(before + 2, book.sent(), some.prettify());
        assertEquals(1, notices());
        JsonPath rest = book.run("range=changes");
        assertEquals(ORDERS, rest.getInt("counts.read"));
        assertEquals(before + ORDERS, book.sent());
        assertEquals(0, notices());
    }

    @Test
    void aChangeBackDeliversAnewToo() {
        int before = book.sent();
        for (String place : List.of("elsewhere", "and-back")) {
            went("place", "targetPath", place);
            book.run("range=changes");
        }
        assertEquals(before + 2 * ORDERS, book.sent());
    }

    @Test
    void sendsEveryRecordAgainWhereItIsWrittenInAnotherForm() {
        went("form", "write", "table: others");
        int before = book.sent();
        JsonPath run = book.run("range=changes&depth=deep");
        assertTrue(run.getString("reason").contains("write has changed"), run.prettify());
        assertEquals(before + ORDERS, book.sent());
        assertEquals(0, run.getInt("counts.created"), "they were there");
        assertEquals(0, notices());
        book.run("range=all&depth=deep");
        assertEquals(before + ORDERS, book.sent());
    }

    @Test
    void looksAtEveryRecordAgainWhereTheQueryWasAnother() {
        went("content", "query", "select 1");
        int before = book.sent();
        JsonPath run = book.run("range=changes");
        assertTrue(run.getString("reason").contains("query changed"), run.prettify());
        assertEquals(ORDERS, run.getInt("counts.unchanged"));
        assertEquals(before, book.sent());
        assertNull(book.run("range=changes").getString("reason"));
    }

    @Test
    void tellsThePlaceOfNoDeletionOfWhatItNeverHad() {
        went("place", "targetPath", "elsewhere");
        Ledger.database().execute("delete from orders where book = ? and order_no = ?", book.route(), book.key("1"));
        int before = book.sent();
        JsonPath run = book.run("range=all&depth=deep");
        assertEquals(0, run.getInt("counts.deleted"), run.prettify());
        assertEquals(before + ORDERS - 1, book.sent());
        assertEquals(
                "DELETED",
                Api.record(book.route(), book.key("1")).getString("action"),
                "and it is not said to be there");
    }

    private void went(String part, String name, String value) {
        hub.execute(
                "update sync_route set destination = jsonb_set(destination::jsonb, array[?, ?], to_jsonb(?::text))::text"
                        + " where name = ?",
                part,
                name,
                value,
                book.route());
    }

    private long notices() {
        return hub.value(
                Long.class,
                "select count(*) from sync_notice where kind = 'DESTINATION_CHANGED' and resolved_at is null");
    }
}
