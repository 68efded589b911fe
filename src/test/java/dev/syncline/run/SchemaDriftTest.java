package dev.syncline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.Ledger;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The route {@code goods} selects whatever its table has: no, name, colour, weight, touched. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class SchemaDriftTest {
    private static final String ROUTE = "ledger-goods-to-relay";

    private final Database ledger = Ledger.database();
    private final Database hub = Database.hub();

    @BeforeEach
    void oneRecordIsAtTheTarget() {
        hub.execute("delete from sync_record where route = (select id from sync_route where name = ?)", ROUTE);
        hub.execute("delete from sync_shape where route = ?", ROUTE);
        hub.execute("delete from sync_notice where route = ?", ROUTE);
        hub.execute(
                "update sync_route set watermark = null, success = 0, failed = 0, on_hold = 0 where name = ?", ROUTE);
        ledger.execute("drop table if exists goods");
        ledger.execute("create table goods (no text primary key, name text, colour text, weight integer,"
                + " touched timestamptz default now())");
        ledger.execute("insert into goods values ('a', 'Nails', 'grey', 1)");
        assertEquals("SUCCESS", Api.run(ROUTE, "range=changes").getString("status"));
        assertEquals("grey", Api.item("relay", ROUTE, "a").getString("colour"));
    }

    @Test
    void aRunWhoseSourceLostAFieldIsHeldAndSendsNothing() {
        Long watermark = watermark();
        int sent = Api.sent("relay", ROUTE);
        ledger.execute("alter table goods drop column colour");
        ledger.execute("update goods set name = 'Screws', touched = now()");
        for (String query : new String[] {"range=changes", "range=all", "keys=a"}) {
            JsonPath run = Api.run(ROUTE, query);
            assertEquals("BLOCKED", run.getString("status"), run.prettify());
            String reason = run.getString("reason");
            assertTrue(reason.contains("colour") && reason.contains(ROUTE) && reason.contains("query"), reason);
        }
        assertEquals(sent, Api.sent("relay", ROUTE));
        Map<String, String> notices = openNotices();
        assertEquals(1, notices.size(), notices.toString());
        assertTrue(notices.get(null).contains("colour") && notices.get(null).contains("query"), notices.toString());
        assertEquals("grey", Api.item("relay", ROUTE, "a").getString("colour"));
        assertEquals(watermark, watermark());

        ledger.execute("alter table goods add column colour text");
        JsonPath run = Api.run(ROUTE, "range=changes");
        assertEquals("SUCCESS", run.getString("status"), run.prettify());
        assertEquals("Screws", Api.item("relay", ROUTE, "a").getString("name"));
        assertEquals(Map.of(), openNotices());
    }

    @Test
    void aNewFieldIsSent() {
        ledger.execute("alter table goods add column size text default 'L'");
        ledger.execute("update goods set touched = now()");
        assertEquals("SUCCESS", Api.run(ROUTE, "range=changes").getString("status"));
        assertEquals("L", Api.item("relay", ROUTE, "a").getString("size"));
        assertEquals("SUCCESS", Api.run(ROUTE, "range=changes").getString("status"));
        assertTrue(
                openNotices().get("size").contains("size, which it did not before"),
                "stays until somebody has seen to it");
    }

    @Test
    void aDryRunTellsOfADriftAndLeavesNoNotice() {
        ledger.execute("alter table goods drop column colour");
        assertEquals("BLOCKED", Api.run(ROUTE, "range=changes&dryRun=true").getString("status"));
        assertEquals(Map.of(), openNotices());
    }

    @Test
    void anotherTypeOfAnOrdinaryFieldIsNoObstacle() {
        ledger.execute("alter table goods alter column weight type numeric using 1.5");
        ledger.execute("update goods set touched = now()");
        assertEquals("SUCCESS", Api.run(ROUTE, "range=changes").getString("status"));
        assertEquals(1.5f, Api.item("relay", ROUTE, "a").getFloat("weight"));
    }

    @Test
    void aKeyThatIsGoneOrOfAnotherKindFailsTheRun() {
        ledger.execute("alter table goods alter column no type integer using 1");
        JsonPath run = Api.run(ROUTE, "range=changes");
        assertEquals("FAILED", run.getString("status"), run.prettify());
        assertTrue(run.getString("reason").contains("'no'"), run.getString("reason"));
        assertTrue(
                openNotices().get(null).contains("'no' as number"),
                openNotices().toString());
        ledger.execute("alter table goods drop column no");
        run = Api.run(ROUTE, "range=changes");
        assertEquals("FAILED", run.getString("status"), run.prettify());
        assertTrue(run.getString("reason").contains("no column 'no'"), run.getString("reason"));
        assertTrue(
                openNotices().get(null).contains("no column 'no'"),
                openNotices().toString());
        assertEquals(Set.of("a"), Api.keysHeld("relay", ROUTE));
    }

    /** Those of the kind SCHEMA_DRIFT: key to text. */
    private static Map<String, String> openNotices() {
        Map<String, String> open = new HashMap<>();
        List<Map<String, String>> items = Api.as("viewer")
                .get("/api/notices?status=open&q=SCHEMA_DRIFT&route=" + ROUTE)
                .as(Reply.class)
                .getList("items");
        items.forEach(item -> open.put(item.get("key"), item.get("text")));
        return open;
    }

    private Long watermark() {
        return hub.value(Long.class, "select watermark from sync_route where name = ?", ROUTE);
    }
}
