package dev.syncline.deliver;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.Mirror;
import dev.syncline.support.Shaky;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A route from one database into the tables of another, in the whole program. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Shaky.class)
@QuarkusTestResource(SandboxTestResource.class)
class SqlTargetTest {
    private static final String ROUTE = Mirror.ROUTE;
    private static final String DEEP = "range=all&depth=deep";

    private Database mirror;
    private Database ledger;
    private final Database hub = Database.hub();

    @BeforeEach
    void begin() {
        mirror = Mirror.emptied();
        ledger = Mirror.ledgerWith(60);
    }

    @Test
    void ordersArriveWithTheirLinesAndGoAgainWithoutEffect() {
        JsonPath first = succeeded(DEEP);
        assertEquals(60, first.getInt("counts.created"));
        assertEquals("60 120 20", counts());
        assertEquals(List.of("V-3|OPEN|3.50|1"), copies("C-3"));

        ledger.execute("update copied set status = 'SHIPPED', touched = now() where no = 'C-3'");
        JsonPath changed = succeeded("range=changes");
        assertEquals(1, changed.getInt("counts.updated"));
        assertEquals(List.of("V-3|SHIPPED|3.50|2"), copies("C-3"));
        assertEquals("2", Api.record(ROUTE, "C-3").getString("targetRef"));

        // As if the program had been killed before it recorded anything.
        hub.execute("delete from sync_record where route = (select id from sync_route where name = ?)", ROUTE);
        JsonPath again = succeeded(DEEP);
        assertEquals(60, again.getInt("counts.unchanged"));
        assertEquals(61, mirror.value(Integer.class, "select sum(version)::int from copies"), "nothing was written");
    }

    /** The target answers for ten minutes at the latest; nobody waits for that. */
    @Test
    void aCancelledRunLeavesTheStatementThatItWaitsFor() throws SQLException {
        assertEquals(60, succeeded(DEEP).getInt("counts.created"));
        ledger.execute("update copied set status = 'SHIPPED', touched = now()");
        String waiting =
                "select count(*) from pg_stat_activity where datname = 'erp-mirror' and wait_event_type = 'Lock'";
        try (Connection other = mirror.open();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("lock table copies in exclusive mode");
            long run = Api.start(ROUTE, "range=changes");
            await().until(() -> mirror.value(Long.class, waiting) > 0);
            Api.as("operator").post("/api/runs/" + run + "/cancel").then().statusCode(202);
            JsonPath ended = Api.ended(run);
            assertEquals("CANCELLED", ended.getString("status"), ended.prettify());
            await().until(() -> mirror.value(Long.class, waiting) == 0);
            other.rollback();
        }
        assertEquals(List.of("V-3|OPEN|3.50|1"), copies("C-3"));
        assertEquals(60, succeeded("range=changes").getInt("counts.updated"));
        assertEquals(List.of("V-3|SHIPPED|3.50|2"), copies("C-3"));
    }

    @Test
    void oneRecordThatIsRefusedStandsAlone() {
        ledger.execute("update copied set status = 'FAR TOO LONG A STATUS' where no = 'C-7'");
        ledger.execute("update copied set lines = '[{\"line\":1,\"item\":null}]' where no = 'C-8'");
        JsonPath run = Api.run(ROUTE, DEEP);
        assertEquals("PARTIAL", run.getString("status"), run.prettify());
        assertEquals(58, run.getInt("counts.created"));
        assertEquals(2, run.getInt("counts.failed"));
        String reason = Api.record(ROUTE, "C-7").getString("reason");
        assertTrue(reason.contains("status") && reason.contains("FAR TOO LONG") && reason.contains("12"), reason);
        assertTrue(Api.record(ROUTE, "C-8").getString("reason").contains("item_no"));

        Api.as("operator")
                .contentType("application/json")
                .body("{\"payload\":{\"no\":\"C-7\",\"status\":\"EDITED\",\"total\":1}}")
                .post("/api/records/" + ROUTE + "/C-7/retry")
                .then()
                .statusCode(202);
        await().untilAsserted(() -> assertEquals(List.of("null|EDITED|1.00|1"), copies("C-7")));
    }

    @Test
    void whatATriggerRefusesOrPassesOverFailsAlone() {
        mirror.execute(
                """
                create or replace function choose() returns trigger language plpgsql as $$
                begin
                    if new.order_no = 'C-7' then
                        raise exception 'The period is closed' using errcode = 'ZZ001';
                    end if;
                    return case when new.order_no = 'C-8' then null else new end;
                end $$""");
        mirror.execute("create trigger choose before insert on copies for each row execute function choose()");
        JsonPath run = Api.run(ROUTE, DEEP);
        assertEquals("PARTIAL", run.getString("status"), run.prettify());
        assertEquals(58, run.getInt("counts.created"));
        assertEquals(2, run.getInt("counts.failed"));
        assertTrue(Api.record(ROUTE, "C-7").getString("reason").contains("The period is closed"));
        assertTrue(Api.record(ROUTE, "C-8").getString("reason").contains("copies did not take C-8"));
        assertEquals("58 116 20", counts());
    }

    @Test
    void whatAMissingRightKeepsOutGoesOnceItIsGranted() {
        succeeded(DEEP);
        ledger.execute(
                "update copied set status = 'SHIPPED', total = total + 1, touched = now() where no in ('C-1', 'C-2')");
        ledger.execute("update copied set status = 'SHIPPED', touched = now() where no = 'C-3'");
        mirror.execute("revoke update on copies from mirror");
        mirror.execute("grant update (status) on copies to mirror");
        JsonPath run = Api.run(ROUTE, "range=changes");
        assertEquals(2, run.getInt("counts.failed"), run.prettify());
        assertEquals(1, run.getInt("counts.updated"));
        assertTrue(Api.record(ROUTE, "C-1").getString("reason").contains("permission denied for table copies"));
        mirror.execute("grant update on copies to mirror");
        assertEquals(2, succeeded("range=changes").getInt("counts.updated"));
        assertEquals(List.of("V-1|SHIPPED|2.50|2"), copies("C-1"));
    }

    @Test
    void whereEveryRecordOfManyIsDeniedTheRunFailsAndSaysSo() {
        ledger = Mirror.ledgerWith(150);
        mirror.execute("revoke insert on copies from mirror");
        JsonPath failed = Api.run(ROUTE, DEEP);
        assertEquals("FAILED", failed.getString("status"), failed.prettify());
        assertTrue(failed.getString("reason").contains("permission denied for table copies"), failed.prettify());
        assertTrue(failed.getString("reason").contains("refused every record so far"), failed.prettify());
        mirror.execute("grant insert on copies to mirror");
        assertEquals(150, succeeded(DEEP).getInt("counts.created"));
    }

    @Test
    void aTableThatIsNotThereFailsTheRunAtOnceAndIsNamed() {
        mirror.execute("alter table copy_lines rename to copy_lines_gone");
        JsonPath failed = Api.run(ROUTE, DEEP);
        mirror.execute("alter table copy_lines_gone rename to copy_lines");
        assertEquals("FAILED", failed.getString("status"), failed.prettify());
        assertTrue(failed.getString("reason").contains("copy_lines"), failed.prettify());
        assertEquals(0, failed.getInt("counts.failed"), "no record's fault");
        assertEquals(60, succeeded(DEEP).getInt("counts.created"));
    }

    @Test
    void anEditThatSomebodyMadeThereIsHeldUntilTheyAgree() {
        succeeded(DEEP);
        mirror.execute("update copies set status = 'STOPPED' where order_no in ('C-1', 'C-2')");
        mirror.execute("update copies set note = 'call them' where order_no = 'C-3'");
        ledger.execute(
                "update copied set status = 'SHIPPED', touched = now() where no in ('C-1', 'C-2', 'C-3', 'C-4')");

        JsonPath run = succeeded("range=changes");
        assertEquals(2, run.getInt("counts.onHold"), run.prettify());
        assertEquals(2, run.getInt("counts.updated"));
        assertEquals(List.of("V-3|SHIPPED|3.50|3"), copies("C-3"));
        JsonPath held = Api.record(ROUTE, "C-1");
        assertEquals("ON_HOLD", held.getString("status"));
        assertTrue(held.getString("reason").contains("'STOPPED' there, 'SHIPPED' was to be written"), held.prettify());
        assertEquals(List.of("V-1|STOPPED|1.50|2"), copies("C-1"));
        assertEquals(2, Api.route(ROUTE).getInt("counts.onHold"));

        mirror.execute("update copies set status = 'SHIPPED' where order_no = 'C-1'");
        JsonPath next = succeeded("range=changes");
        assertEquals(1, next.getInt("counts.onHold"), next.prettify());
        assertEquals("SUCCESS", Api.record(ROUTE, "C-1").getString("status"));

        Api.as("operator").post("/api/records/" + ROUTE + "/C-2/retry").then().statusCode(202);
        await().untilAsserted(() -> assertEquals(List.of("V-2|SHIPPED|2.50|3"), copies("C-2")));
        await().untilAsserted(
                        () -> assertEquals("SUCCESS", Api.record(ROUTE, "C-2").getString("status")));
    }

    @Test
    void whatIsGoneIsDeactivated() {
        succeeded(DEEP);
        ledger.execute("delete from copied where no = 'C-5'");
        assertEquals(1, succeeded(DEEP).getInt("counts.deleted"));
        assertEquals(List.of("V-5|CLOSED|5.50|2"), copies("C-5"));
    }

    @Test
    void continuesWithTheRecordAtWhichTheDatabaseBrokeOff() {
        mirror.execute("create sequence hits");
        mirror.execute("grant all on sequence hits to mirror");
        mirror.execute(
                """
                create or replace function break_off() returns trigger language plpgsql as $$
                begin
                    if nextval('hits') = 30 then
                        perform pg_terminate_backend(pg_backend_pid());
                    end if;
                    return new;
                end $$""");
        mirror.execute(
                "create trigger break_off before insert on copy_lines for each row execute function break_off()");
        JsonPath run = succeeded(DEEP);
        assertEquals(60, run.getInt("counts.created"));
        assertEquals("60 120 20", counts());
    }

    @Test
    void waitsWhileTheDatabaseIsAway() {
        succeeded("range=all");
        ledger.execute("update copied set total = 7, touched = now()");
        goAway();
        long run = Api.start(ROUTE, "range=changes");
        seenWaiting(run);
        Database.of("erp").execute("alter role mirror connection limit -1");
        JsonPath ended = Api.ended(run);
        assertEquals("SUCCESS", ended.getString("status"), ended.prettify());
        assertEquals(60, ended.getInt("counts.updated"));
        assertNull(ended.getString("waitingUntil"));
    }

    @Test
    void whenItsPatienceEndsTheRunFailsAndTheNextOneDeliversEverything() {
        goAway();
        JsonPath failed = Api.run(Mirror.SHALLOW, "range=changes");
        assertEquals("FAILED", failed.getString("status"));
        assertTrue(failed.getString("reason").contains("syncline.systems.impatient.patience"), failed.prettify());
        assertEquals(0, failed.getInt("counts.failed"), "no record's fault");
        Database.of("erp").execute("alter role mirror connection limit -1");
        await().untilAsserted(() ->
                assertEquals("SUCCESS", Api.run(Mirror.SHALLOW, "range=changes").getString("status")));
        assertEquals("60 0 0", counts());
    }

    @Test
    void aLockThatIsNotToBeHadIsWaitedFor() throws Exception {
        succeeded("range=all");
        ledger.execute("update copied set total = 8, touched = now() where no = 'C-9'");
        Database.of("erp").execute("alter role mirror set lock_timeout = '200ms'");
        disconnect();
        long run;
        try (var person = mirror.open();
                var statement = person.createStatement()) {
            person.setAutoCommit(false);
            statement.execute("select * from copies where order_no = 'C-9' for update");
            run = Api.start(ROUTE, "range=changes");
            seenWaiting(run);
            person.rollback();
        }
        JsonPath ended = Api.ended(run);
        assertEquals("SUCCESS", ended.getString("status"), ended.prettify());
        assertEquals(List.of("V-2|OPEN|8.00|2"), copies("C-9"));
    }

    private static JsonPath succeeded(String query) {
        JsonPath run = Api.run(ROUTE, query);
        assertEquals("SUCCESS", run.getString("status"), run.prettify());
        return run;
    }

    private String counts() {
        return mirror.value(
                String.class,
                "select concat_ws(' ', (select count(*) from copies), (select count(*) from copy_lines),"
                        + " (select count(*) from goods))");
    }

    private List<String> copies(String no) {
        return mirror.column(
                String.class,
                "select concat_ws('|', coalesce(vendor_no, 'null'), status, total, version) from copies where order_no = ?",
                no);
    }

    private static void goAway() {
        Database.of("erp").execute("alter role mirror connection limit 0");
        disconnect();
    }

    private static void disconnect() {
        Database.of("erp").execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'mirror'");
    }

    private static void seenWaiting(long run) {
        await().pollInterval(Duration.ofMillis(50)).until(() -> Api.run(run).getString("waitingUntil") != null);
    }
}
