package dev.syncline.retention;

import static dev.syncline.support.Api.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Chain;
import dev.syncline.support.Database;
import dev.syncline.support.PartRow;
import dev.syncline.support.Reply;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the tests purge is of the years before 2021; the clock says when it becomes too old. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class RetentionTest {
    private static final String ROUTE = "route-of-the-retention-test";
    private static final Instant LATER = Instant.parse("2021-06-01T00:00:00Z");

    @Inject
    RunPurge runs;

    @Inject
    Purge purge;

    @Inject
    DataSource pool;

    @Inject
    Scheduler scheduler;

    private final Database hub = Database.hub();

    @BeforeEach
    void forget() {
        hub.execute("delete from sync_run where route = ?", ROUTE);
        hub.execute("delete from sync_audit where subject = ?", ROUTE);
        hub.execute("delete from sync_notice where route = ?", ROUTE);
        hub.execute("drop table if exists sync_document_log_202003");
        hub.execute("delete from sync_document_log_rest");
    }

    @Test
    void runsAreForgottenInBatchesAndThoseThatMatterStay() {
        runs("SUCCESS", 2_500);
        long success = run("SUCCESS", "");
        runs("FAILED", 2_500);
        long failed = run("FAILED", "");
        runs("BLOCKED", 1_000);
        long dry = run("SUCCESS", ", dry_run = true");
        log("2021-05-30", dry, true);
        long young = run("SUCCESS", ", dry_run = true, created_at = '2021-05-31'");
        log("2021-05-31", young, true);
        long before = run("SUCCESS", ", trigger = 'RETRY'");
        run("BLOCKED", ", after_run = " + before);
        long latest = run("CANCELLED", "");

        purge(LATER);
        assertEquals(List.of(success, failed, young, latest), ids());
        assertEquals(List.of(young), hub.column(Long.class, "select run_id from sync_document_log_rest"));
        purge(LATER);
        assertEquals(List.of(success, failed, young, latest), ids(), "a second time forgets no more");
    }

    @Test
    void notificationsAreForgottenByTheirAge() {
        for (String day : List.of("2021-05-30", "2021-06-02")) {
            hub.execute(
                    "insert into supplier_notification (supplier, digest, at) values (?, ?::bytea, ?::timestamptz)",
                    ROUTE,
                    day,
                    day);
        }
        assertEquals(1, purge.notifications(LATER));
        assertEquals(
                1,
                hub.column(Long.class, "select count(*) from supplier_notification where supplier = ?", ROUTE)
                        .get(0));
        hub.execute("delete from supplier_notification where supplier = ?", ROUTE);
    }

    @Test
    void ordersThatNobodyGoesOnWithAreForgottenByTheirAge() {
        long over = run("FAILED", "");
        long active = run("IN_PROGRESS", "");
        intent("old", over, "2021-05-30");
        intent("of a run that is gone", -1, "2021-05-30");
        intent("active", active, "2021-05-30");
        intent("young", over, "2021-06-02");
        assertEquals(2, purge.intents(LATER));
        assertEquals(
                List.of("active", "young"),
                hub.column(String.class, "select key from purchase_intent where route = -1 order by key"));
        hub.execute("delete from purchase_intent where route = -1");
    }

    private void intent(String key, long run, String day) {
        hub.execute(
                "insert into purchase_intent (route, key, content, run_id, at) values (-1, ?, '{}', ?, ?::timestamptz)",
                key,
                run,
                day);
    }

    @Test
    void isToBeDoneEveryNight() {
        Instant next = scheduler.getScheduledJob("retention").getNextFireTime();
        assertTrue(next.isBefore(Instant.now().plus(Duration.ofDays(1))), next.toString());
    }

    @Test
    void activeRunsAndThoseTheyWaitForStay() {
        long before = run("SUCCESS", ", keys = '{a}'");
        long active = run("IN_PROGRESS", ", after_run = " + before);
        long latest = run("SUCCESS", "");
        purge(LATER);
        assertEquals(List.of(before, active, latest), ids());
    }

    @Test
    void monthsOfTheLogAreDroppedAndHistoriesEndThere() {
        Chain.run("erp-vendors-to-relay", "all", "shallow");
        String record = "/api/records/erp-vendors-to-relay/V-00042";
        int entries =
                as("viewer").get(record).as(Reply.class).getList("history").size();
        hub.execute("create table sync_document_log_202003 partition of sync_document_log"
                + " for values from ('2020-03-01 00:00:00+00') to ('2020-04-01 00:00:00+00')");
        long old = log("2020-03-15", 1, false);
        long elsewhere = log("2020-05-15", 1, false);
        hub.execute(
                """
                update sync_document_log set previous = array_fill(?::bigint, array[cardinality(previous)])
                where id = (select log_id from sync_record r join sync_route t on t.id = r.route
                            where t.name = 'erp-vendors-to-relay' and key = 'V-00042')""",
                old);
        assertEquals(
                entries + 1,
                as("viewer").get(record).as(Reply.class).getList("history").size());

        purge(Instant.parse("2021-05-01T00:00:00Z"));
        assertEquals(List.of(old, elsewhere), logged(old, elsewhere), "399 days after the end of the month");
        purge(Instant.parse("2021-05-06T00:00:00Z"));
        assertEquals(List.of(elsewhere), logged(old, elsewhere));
        assertEquals(
                entries,
                as("viewer").get(record).as(Reply.class).getList("history").size());
        as("viewer").get("/api/documents?q=V-00042").then().statusCode(200);

        hub.execute(
                """
                insert into sync_document_log
                select nextval('sync_document_log_id'), at, run_id, route, dry_run, keys, titles, actions, changed,
                    previous, lengths, contents
                from sync_document_log, generate_series(1, 5000) where id = ?""",
                elsewhere);
        long young = log("2020-07-15", 1, false);
        purge(Instant.parse("2021-07-01T00:00:00Z"));
        assertEquals(List.of(young), hub.column(Long.class, "select id from sync_document_log_rest"));
    }

    @Test
    void aLogThatIsInUseIsLeftForTheNextNight() throws SQLException {
        hub.execute("create table sync_document_log_202003 partition of sync_document_log"
                + " for values from ('2020-03-01 00:00:00+00') to ('2020-04-01 00:00:00+00')");
        long old = log("2020-03-15", 1, false);
        run("SUCCESS", "");
        long latest = run("SUCCESS", "");
        try (Connection reader = pool.getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("select count(*) from sync_document_log").close();
            purge(LATER);
            reader.rollback();
        }
        assertEquals(List.of(old), logged(old));
        assertEquals(List.of(latest), ids(), "the rest is purged all the same");
        purge(LATER);
        assertEquals(List.of(), logged(old));
    }

    @Test
    void reconciliationsAreForgottenWithTheirDifferences() {
        hub.execute("delete from sync_reconciliation where route = ?", ROUTE);
        for (String finished : List.of("'2020-01-01'", "'2021-05-31'", "null")) {
            hub.execute(
                    "insert into sync_reconciliation (route, status, requested_by, range_name, depth, repair, created_at,"
                            + " finished_at) values (?, 'SUCCESS', 'operator', 'all', 'DEEP', false, '2020-01-01', "
                            + finished + ")",
                    ROUTE);
            PartRow.ofReconciliation(
                    hub.value(Long.class, "select max(id) from sync_reconciliation"), "END", Duration.ofHours(1));
        }
        hub.execute(
                "insert into sync_difference (reconciliation, kind, key, fields) select id, 'MISSING', n::text, '[]'"
                        + " from sync_reconciliation, generate_series(1, 6000) n where route = ?",
                ROUTE);
        purge(LATER);
        assertEquals(
                2, hub.value(Integer.class, "select count(*)::int from sync_reconciliation where route = ?", ROUTE));
        assertEquals(
                List.of(),
                hub.column(
                        Long.class,
                        "select p.id from sync_work_part p full join sync_reconciliation r on r.id = p.item"
                                + " where r.route = ? and p.id is null or p.kind = 'RECONCILIATION' and r.id is null",
                        ROUTE),
                "parts go with their reconciliations, and with no others");
        assertEquals(
                12_000,
                hub.value(
                        Integer.class,
                        "select count(*)::int from sync_difference where reconciliation in"
                                + " (select id from sync_reconciliation where route = ?)",
                        ROUTE));
        hub.execute("delete from sync_reconciliation where route = ?", ROUTE);
    }

    @Test
    void editsAreForgottenWithTheirEntryInTheLogAndWhileNoRunMaySendThem() {
        hub.execute("delete from sync_edit where edited_by = 'retention'");
        long active = run("IN_PROGRESS", "");
        hub.execute("create table sync_document_log_202003 partition of sync_document_log"
                + " for values from ('2020-03-01 00:00:00+00') to ('2020-04-01 00:00:00+00')");
        long kept = log("2020-03-15", 1, false);
        edit(active, "2020-01-01", null);
        edit(-1, "2020-03-15", kept);
        edit(-2, "2020-05-15", null);
        hub.execute("insert into sync_edit (run_id, route, key, payload, edited_by, edited_at)"
                + " select -10 - n, -1, 'E', '{}', 'retention', '2020-01-01' from generate_series(1, 1200) n");

        purge(Instant.parse("2021-05-01T00:00:00Z"));
        assertEquals(List.of(-2L, -1L, active), editedRuns(), "its month is not over for 400 days");
        purge(Instant.parse("2021-05-06T00:00:00Z"));
        assertEquals(List.of(-2L, active), editedRuns());
        hub.execute("update sync_run set status = 'FAILED' where id = ?", active);
        purge(Instant.parse("2021-07-01T00:00:00Z"));
        assertEquals(List.of(), editedRuns());
    }

    private void edit(long run, String at, Long log) {
        hub.execute(
                """
                insert into sync_edit (run_id, route, key, payload, edited_by, edited_at, log_id)
                values (?, -1, 'V-00042', '{}', 'retention', ?::timestamptz, ?)""",
                run,
                at,
                log);
    }

    private List<Long> editedRuns() {
        return hub.column(Long.class, "select run_id from sync_edit where edited_by = 'retention' order by run_id");
    }

    @Test
    void resolvedNoticesAndTheAuditLogAreForgotten() {
        hub.execute(
                """
                insert into sync_notice (kind, route, key, text, at, last_at, resolved_at, resolved_by)
                select 'MISSING_ITEM', ?, n::text, 'An item is missing', '2020-01-01', '2020-01-01',
                       case when n > 1 then '2020-01-02'::timestamptz end, case when n > 1 then 'operator' end
                from generate_series(1, 6000) n""",
                ROUTE);
        hub.execute(
                "insert into sync_audit (at, who, action, subject) select '2020-01-01', 'operator', 'run', ?"
                        + " from generate_series(1, 6000)",
                ROUTE);
        hub.execute(
                "insert into sync_audit (at, who, action, subject) values ('2021-05-01', 'admin', 'run', ?)", ROUTE);
        purge(LATER);
        assertEquals(List.of("1"), hub.column(String.class, "select key from sync_notice where route = ?", ROUTE));
        assertEquals(List.of("admin"), hub.column(String.class, "select who from sync_audit where subject = ?", ROUTE));
    }

    @Test
    void documentsOfSuppliersLoseTheirContentAndAreKnownStill() {
        String supplier = "retention";
        hub.execute("delete from supplier_order where supplier = ?", supplier);
        hub.execute("delete from supplier_document where supplier = ?", supplier);
        hub.execute(
                """
                insert into supplier_document (supplier, digest, document, received_at, content, answer)
                select ?, n::text::bytea, n::text, case when n = 4 then '2021-05-01' else '2020-01-01' end::timestamptz,
                       'content', case when n = 3 then 'owed'::bytea end
                from generate_series(1, 1200) n""",
                supplier);
        hub.execute(
                """
                insert into supplier_order (supplier, key, changed_at, fault, document)
                select supplier, 'D', now(), 'cannot be read', id from supplier_document
                where supplier = ? and document = '2'""",
                supplier);
        purge(LATER);
        assertEquals(
                List.of("2", "3", "4"),
                hub.column(
                        String.class,
                        "select document from supplier_document where supplier = ? and content is not null order by id",
                        supplier),
                "one that may be read again, one whose acknowledgement is owed, and a young one");
        assertEquals(
                1_200,
                hub.value(Integer.class, "select count(*)::int from supplier_document where supplier = ?", supplier));
        hub.execute("delete from supplier_order where supplier = ?", supplier);
        hub.execute("delete from supplier_document where supplier = ?", supplier);
    }

    private void purge(Instant now) {
        new Retention(
                        runs,
                        purge,
                        Clock.fixed(now, ZoneOffset.UTC),
                        Duration.ofDays(90),
                        Duration.ofDays(400),
                        Duration.ofDays(90),
                        Duration.ofDays(400),
                        Duration.ofDays(400))
                .purge();
    }

    private void runs(String status, int count) {
        hub.execute(
                """
                insert into sync_run (route, status, queued, trigger, requested_by, range_name, depth, created_at)
                select ?, ?, false, 'SCHEDULE', 'schedule', 'changes', 'SHALLOW', '2020-02-01'
                from generate_series(1, ?)""",
                ROUTE,
                status,
                count);
    }

    private long run(String status, String changes) {
        runs(status, 1);
        long id = hub.value(Long.class, "select max(id) from sync_run where route = ?", ROUTE);
        hub.execute("update sync_run set queued = false" + changes + " where id = ?", id);
        return PartRow.ofRun(id, "RANGE", Duration.ofHours(1));
    }

    private List<Long> ids() {
        return hub.column(Long.class, "select id from sync_run where route = ? order by id", ROUTE);
    }

    private long log(String at, long run, boolean dry) {
        hub.execute("insert into sync_route (name) values ('erp-vendors-to-relay') on conflict do nothing");
        long id = hub.value(Long.class, "select nextval('sync_document_log_id')");
        hub.execute(
                """
                insert into sync_document_log
                values (?, ?::timestamptz, ?, (select id from sync_route where name = 'erp-vendors-to-relay'), ?,
                    '{V-00042}', '{Old}', '{1}', '{""}', '{null}', '{2}', '{}'::text::bytea)""",
                id, at, run, dry);
        return id;
    }

    private List<Long> logged(Long... ids) {
        return hub.column(Long.class, "select id from sync_document_log where id = any (?) order by id", (Object) ids);
    }
}
