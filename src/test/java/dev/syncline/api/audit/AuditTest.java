package dev.syncline.api.audit;

import static dev.syncline.support.Patience.await;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.PartRow;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class AuditTest {
    private static final String ROUTE = "erp-vendors-to-relay";
    private static final Pattern APPEND_ONLY = Pattern.compile("```sql\\n(-- append-only.*?)```", Pattern.DOTALL);

    private final Database hub = Database.hub();

    @AfterEach
    void mend() {
        hub.execute("drop function if exists refuse_lines() cascade");
        given().delete("/sandbox/faults");
        Api.as("admin").post("/api/routes/" + ROUTE + "/resume");
        Api.as("viewer")
                .get("/api/rules?limit=500")
                .as(Reply.class)
                .getList("items.id")
                .forEach(id -> Api.as("admin").delete("/api/rules/" + id));
    }

    @Test
    void tellsWhoDidWhatFromWhereForWhichKeysAndWhetherAsADryRun() {
        long run = Api.as("operator")
                .contentType("application/json")
                .body("{\"keys\":[\"V-AUDIT-1\",\"V-AUDIT-2\"],\"dryRun\":true}")
                .post("/api/routes/" + ROUTE + "/runs?wait=60")
                .then()
                .statusCode(202)
                .extract()
                .as(Reply.class)
                .getLong("id");
        JsonPath found = log("?who=operator&subject=" + ROUTE + "&limit=1");
        assertEquals("run", found.getString("items[0].action"));
        assertEquals("DONE", found.getString("items[0].outcome"));
        assertEquals("127.0.0.1", found.getString("items[0].address"));
        assertEquals(List.of("V-AUDIT-1", "V-AUDIT-2"), found.getList("items[0].keys"));
        assertEquals(true, found.getBoolean("items[0].dryRun"));
        assertTrue(found.getString("items[0].detail").startsWith("run " + run + ","), found.prettify());
    }

    @Test
    void isReadInPagesByWhoSubjectAndTimeByAdministratorsAlone() {
        for (int i = 0; i < 3; i++) {
            Api.as("admin").post("/api/routes/" + ROUTE + "/pause").then().statusCode(200);
            Api.as("admin").post("/api/routes/" + ROUTE + "/resume").then().statusCode(200);
        }
        JsonPath first = log("?who=admin&subject=" + ROUTE + "&limit=2");
        assertEquals(List.of("resume", "pause"), first.getList("items.action"));
        JsonPath second = log("?who=admin&subject=" + ROUTE + "&limit=2&cursor=" + first.getString("next"));
        assertEquals(List.of("resume", "pause"), second.getList("items.action"));
        assertTrue(second.getLong("items[0].id") < first.getLong("items[1].id"));
        assertEquals(List.of(), log("?who=nobody").getList("items"));
        assertEquals(
                List.of("pause", "pause"),
                log("?who=admin&action=pause&outcome=DONE&limit=2&subject=" + ROUTE)
                        .getList("items.action"));
        assertEquals(List.of(), log("?action=pause&outcome=FAILED").getList("items"));
        Api.as("admin").get("/api/audit?outcome=GONE").then().statusCode(400);
        assertEquals(List.of(), log("?from=2999-01-01").getList("items"));
        assertEquals(List.of(), log("?from=2999-01-01T00:00:00Z").getList("items"));
        assertEquals(List.of(), log("?to=2000-01-01T00:00:00%2B01:00").getList("items"));
        Api.as("admin").get("/api/audit?from=yesterday").then().statusCode(400);
        for (String other : List.of("viewer", "operator", "approver")) {
            Api.as(other).get("/api/audit").then().statusCode(403);
        }
    }

    @Test
    void tellsOfWhatIsRefusedOnceForWhoRepeatsIt() {
        hub.execute("delete from sync_audit where outcome = 'REFUSED'");
        for (int i = 0; i < 12; i++) {
            Api.as("viewer").post("/api/routes/" + ROUTE + "/runs").then().statusCode(403);
        }
        Api.as("operator").post("/api/routes/" + ROUTE + "/pause").then().statusCode(403);
        Api.as("operator").delete("/api/rules/7").then().statusCode(403);
        Api.as("viewer").get("/api/audit").then().statusCode(403); // which changes nothing
        JsonPath found = log("?limit=500");
        List<Map<String, Object>> refused = found.getList("items.findAll { it.outcome == 'REFUSED' }");
        assertEquals(
                List.of("operator delete-rule rule 7", "operator pause " + ROUTE, "viewer run " + ROUTE),
                refused.stream()
                        .map(line -> line.get("who") + " " + line.get("action") + " " + line.get("subject"))
                        .toList());
        assertTrue(refused.get(0).get("detail").toString().startsWith("403: "), refused.toString());
        assertEquals("127.0.0.1", refused.get(0).get("address"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twelvePressesOfCancelAreOneLine(boolean isQueued) {
        await().until(() ->
                hub.value(Long.class, "select count(*) from sync_run where route = ? and status = 'IN_PROGRESS'", ROUTE)
                        == 0);
        // A run that another process has: it ends at once where it is queued, and is left to that process otherwise.
        long run = hub.value(
                Long.class,
                """
                insert into sync_run (route, status, queued, trigger, requested_by, range_name, depth, created_at)
                values (?, 'IN_PROGRESS', ?, 'ON_DEMAND', 'operator', 'all', 'SHALLOW', now())
                returning id""",
                ROUTE,
                isQueued);
        PartRow.ofRun(run, "RANGE", Duration.ofHours(1));
        try {
            for (int press = 0; press < 12; press++) {
                int status =
                        Api.as("operator").post("/api/runs/" + run + "/cancel").statusCode();
                assertEquals(isQueued && press > 0 ? 409 : 202, status, "press " + press);
            }
            assertEquals(
                    1L,
                    hub.value(
                            Long.class,
                            "select count(*) from sync_audit where action = 'cancel' and detail = ?",
                            "run " + run));
            assertEquals(
                    "operator",
                    Api.as("viewer").get("/api/runs/" + run).as(Reply.class).getString("cancelledBy"));
        } finally {
            hub.execute("delete from sync_run where id = ?", run);
        }
    }

    /** A trigger refuses the line, as a full disk would. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "admin | POST | /api/routes/erp-vendors-to-relay/pause | |"
                        + " select trigger_state from qrtz_triggers where trigger_name = 'erp-vendors-to-relay'",
                "admin | POST | /api/rules | {\"route\":\"*\",\"field\":\"a\",\"operator\":\"eq\",\"value\":1} |"
                        + " select count(*)::text from sync_rule",
                "operator | POST | /api/routes/erp-vendors-to-relay/runs?range=all | |"
                        + " select count(*)::text from sync_run where requested_by = 'operator'",
                "operator | POST | /api/routes/erp-vendors-to-relay/reconciliations | |"
                        + " select count(*)::text from sync_reconciliation"
            })
    void nothingIsDoneWhoseLineCannotBeWritten(String who, String method, String path, String body, String state) {
        List<String> before = hub.column(String.class, state);
        hub.execute("create or replace function refuse_lines() returns trigger language plpgsql as"
                + " $$ begin raise exception 'no line is taken'; end $$");
        hub.execute(
                "create trigger refuse_lines before insert on sync_audit for each row execute function refuse_lines()");
        Api.as(who)
                .contentType("application/json")
                .body(body == null ? "" : body)
                .request(method, path)
                .then()
                .statusCode(equalTo(500));
        assertEquals(before, hub.column(String.class, state));
        hub.execute("drop trigger refuse_lines on sync_audit");
    }

    /** As docs/security.md has it, in a database of its own. */
    @Test
    void theProgramsOwnUserCanAddLinesAndChangeNoneWhereTheDeploymentSetsItUp() throws Exception {
        Matcher sql = APPEND_ONLY.matcher(Files.readString(Path.of("docs", "security.md")));
        assertTrue(sql.find(), "docs/security.md has the SQL");
        hub.execute("drop database if exists audited with (force)");
        hub.execute("drop role if exists syncline_audit");
        hub.execute("create database audited");
        try {
            Database database = hub.beside("audited");
            database.execute("do $$ begin create role syncline; exception when duplicate_object then null; end $$");
            database.execute("create table sync_audit (id bigint generated always as identity primary key,"
                    + " at timestamptz not null, who text not null, action text not null, subject text not null)");
            database.execute("alter table sync_audit owner to syncline");
            database.execute("alter database audited owner to syncline");
            for (String statement : sql.group(1).replaceAll("--[^\\n]*", "").split(";")) {
                if (!statement.isBlank()) {
                    database.execute(statement.replace("database syncline", "database audited"));
                }
            }
            String add = "insert into sync_audit (at, who, action, subject) values (now(), 'a', 'run', 'r')";
            database.execute("begin; set local role syncline; " + add + "; commit");
            assertEquals(1L, database.value(Long.class, "select count(*) from sync_audit"));
            for (String change : List.of(
                    "update sync_audit set who = 'b'",
                    "delete from sync_audit",
                    "truncate sync_audit",
                    "drop table sync_audit",
                    "alter table sync_audit disable trigger all",
                    "alter table sync_audit owner to syncline",
                    "drop schema public cascade",
                    "drop database audited")) {
                assertThrows(
                        Exception.class,
                        () -> database.execute("begin; set local role syncline; " + change + "; commit"),
                        change);
            }
            database.execute("begin; set local role syncline; grant all on sync_audit to syncline; commit");
            assertEquals(
                    List.of("INSERT", "SELECT"),
                    database.column(
                            String.class,
                            "select privilege_type::text from information_schema.role_table_grants"
                                    + " where table_name = 'sync_audit' and grantee = 'syncline' order by 1"));
            database.execute("begin; set local role syncline; create table own (id int); commit");
        } finally {
            hub.execute("drop database if exists audited with (force)");
            hub.execute("drop role if exists syncline_audit");
            hub.execute("drop role if exists syncline");
        }
    }

    private static JsonPath log(String query) {
        return Api.as("admin")
                .urlEncodingEnabled(false)
                .get("/api/audit" + query)
                .as(Reply.class);
    }
}
