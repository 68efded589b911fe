package dev.syncline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

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
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A key that is a number is one key, whatever zeros its column or somebody who asks for it writes. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class NumericKeysTest {
    private static final String ROUTE = "ledger-numbered-to-relay";
    private static final String LINES = "ledger-numbered-lines-to-relay";

    private final Database ledger = Ledger.database();
    private final Database hub = Database.hub();

    @BeforeEach
    void create() {
        forget();
        ledger.execute("create table numbered (no numeric primary key, name text, touched timestamptz default now())");
        ledger.execute(
                "create table numbered_lines (code text, no numeric, name text, touched timestamptz default now())");
        ledger.execute("insert into numbered_lines (code, no, name)"
                + " values ('a', 1.50, 'a'), ('b', 2.00, 'b'), ('1.50', 2, 'c'), ('1.50', 3.0, 'd')");
        ledger.execute("insert into numbered (no, name) values (1.50, 'a'), (2.00, 'b'), (3, 'c'), (0.10, 'd')");
    }

    @AfterEach
    void forget() {
        ledger.execute("drop table if exists numbered");
        ledger.execute("drop table if exists numbered_lines");
        forget(ROUTE);
        forget(LINES);
    }

    private void forget(String route) {
        hub.execute("delete from sync_shape where route = ?", route);
        hub.execute("delete from sync_record where route = (select id from sync_route where name = ?)", route);
        hub.execute(
                "update sync_route set watermark = null, watermark_unit = null, success = 0, failed = 0, on_hold = 0"
                        + " where name = ?",
                route);
    }

    @Test
    void zerosMakeNoOtherRecord() {
        assertEquals(4, run("range=all").getInt("counts.created"));
        assertEquals(List.of("0.1", "1.5", "2", "3"), keys());
        ledger.execute(
                "update numbered set no = case when no = 1.5 then 1.5 else 2 end, touched = now() where no in (1.5, 2)");
        assertEquals(0, run("range=changes").getInt("counts.created"));
        assertEquals(0, run("range=all&depth=deep").getInt("counts.created"));
        assertEquals(List.of("0.1", "1.5", "2", "3"), keys());

        JsonPath asked = run("keys=1.500&keys=3.0");
        assertEquals(0, asked.getInt("counts.created"), asked.prettify());
        assertEquals(0, asked.getInt("counts.deleted"), asked.prettify());
        assertEquals(List.of("0.1", "1.5", "2", "3"), keys());
        assertNull(run("keys=1.50").getString("reason"), "the source has it");
        assertEquals(
                "The source does not have 1 of the keys: 9",
                run("keys=9.0&keys=1.50").getString("reason"));
    }

    /** Text is the text that it is, and the number beside it is a number. */
    @Test
    void aNumberIsOneAmongTheColumnsOfAKey() {
        JsonPath first = run(LINES, "keys=a%7C1.50&keys=1.50%7C2.00&keys=1.5%7C2");
        assertEquals(2, first.getInt("counts.created"), first.prettify());
        assertEquals("The source does not have 1 of the keys: 1.5|2", first.getString("reason"));
        assertEquals(2, run(LINES, "range=all").getInt("counts.created"));
        assertEquals(List.of("1.50|2", "1.50|3", "a|1.5", "b|2"), keys(LINES));

        JsonPath again = run(LINES, "keys=a%7C1.50&keys=a%7C1.5&keys=b%7C2.000&keys=1.50%7C3.0&depth=deep");
        assertNull(again.getString("reason"), again.prettify());
        assertEquals(3, again.getInt("counts.unchanged"), again.prettify());
        assertEquals(
                "The source does not have 1 of the keys: 1.5|3",
                run(LINES, "keys=1.5%7C3.0").getString("reason"));
        assertEquals(List.of("1.50|2", "1.50|3", "a|1.5", "b|2"), keys(LINES));
        assertEquals(4, Api.keysHeld("relay", LINES).size());

        assertEquals("a|1.5", Api.record(LINES, "a|1.50").getString("key"));
        assertEquals("1.50|3", Api.record(LINES, "1.50|3.00").getString("key"));
        Api.as("viewer").get("/api/records/" + LINES + "/1.5|3").then().statusCode(404);
        hub.execute(
                "update sync_record set status = 2, reason = 'made up' where key = 'a|1.5'"
                        + " and route = (select id from sync_route where name = ?)",
                LINES);
        hub.execute("update sync_route set success = success - 1, failed = failed + 1 where name = ?", LINES);
        long retry = Api.as("operator")
                .post("/api/records/" + LINES + "/a|1.500/retry")
                .as(Reply.class)
                .getLong("id");
        assertEquals("SUCCESS", Api.ended(retry).getString("status"));
        assertEquals("SUCCESS", Api.record(LINES, "a|1.5").getString("status"));
    }

    private static JsonPath run(String query) {
        return run(ROUTE, query);
    }

    private static JsonPath run(String route, String query) {
        JsonPath run = Api.run(route, query);
        assertEquals("SUCCESS", run.getString("status"), run.prettify());
        return run;
    }

    private List<String> keys() {
        return keys(ROUTE);
    }

    private List<String> keys(String route) {
        return hub.column(
                String.class,
                "select key from sync_record where route = (select id from sync_route where name = ?) order by key",
                route);
    }
}
