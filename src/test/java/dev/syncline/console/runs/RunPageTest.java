package dev.syncline.console.runs;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Browser;
import dev.syncline.support.Database;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class RunPageTest {
    private static final String ROUTE = "erp-vendors-to-relay";
    private static final String OLD = "route-of-the-run-page-test";

    private final Browser viewer = new Browser("viewer");
    private final Database hub = Database.hub();

    @AfterEach
    void mend() {
        given().delete("/sandbox/faults");
        vendor("V-RUN-PAGE", "run-page@example.com");
        Api.run(ROUTE, "range=changes");
        hub.execute("delete from sync_run where route = ?", OLD);
    }

    @Test
    void aRunThatWaitedTellsForWhomAndUntilWhen() {
        vendor("V-RUN-PAGE", UUID.randomUUID() + "@example.com");
        Api.fault("relay", "vendors", "status", "status", 503, "retryAfter", 1, "times", 1);
        long run = Api.run(ROUTE, "range=changes").getLong("id");
        JsonPath timeline = timeline(run, "");
        List<String> what = timeline.getList("items.what");
        assertEquals("BEGAN", what.get(0));
        assertTrue(what.contains("WAITED"), what.toString());
        assertEquals("ENDED", what.get(what.size() - 1));
        Map<String, Object> wait = timeline.getMap("items[" + what.indexOf("WAITED") + "]");
        assertEquals("for the system relay", wait.get("detail").toString().replaceFirst(", \\d+ times$", ""));
        assertTrue(wait.get("until").toString().compareTo(wait.get("at").toString()) > 0, wait.toString());
        assertEquals("operator", timeline.getString("items[0].who"));
        String page = viewer.page("/runs/" + run);
        assertTrue(page.contains("Waited for the system relay"), page);
        assertTrue(page.contains("Ended: SUCCESS") || page.contains("Ended: PARTIAL"), page);

        JsonPath first = timeline(run, "?limit=1");
        assertEquals(List.of("BEGAN"), first.getList("items.what"));
        assertEquals(
                what.subList(1, what.size()),
                timeline(run, "?cursor=" + first.getString("next")).getList("items.what"));
        Api.as("viewer").get("/api/runs/" + run + "/timeline?cursor=x").then().statusCode(400);
        Api.as("viewer").get("/api/runs/999999999/timeline").then().statusCode(404);
    }

    @Test
    void whoCancelsARunIsOnItsTimeLineAndEventsEndWithTheirRun() {
        hub.execute(
                """
                insert into sync_run (route, status, queued, trigger, requested_by, range_name, depth, created_at)
                values (?, 'IN_PROGRESS', true, 'ON_DEMAND', 'test', 'all', 'DEEP', now())""",
                OLD);
        long run = hub.value(Long.class, "select id from sync_run where route = ?", OLD);
        hub.execute(
                "insert into sync_work_part (id, kind, item, status, phase) values (?, 'RUN', ?, 'IN_PROGRESS', 'RANGE')",
                run,
                run);
        Api.as("operator").post("/api/runs/" + run + "/cancel").then().statusCode(202);
        JsonPath timeline = timeline(run, "");
        assertEquals(List.of("CANCELLED", "ENDED"), timeline.getList("items.what"));
        assertEquals("operator", timeline.getString("items[0].who"));
        assertNull(timeline.getString("next"));
        assertEquals(1L, hub.value(Long.class, "select count(*) from sync_work_event where item = ?", run));
        hub.execute("delete from sync_run where id = ?", run);
        assertEquals(0L, hub.value(Long.class, "select count(*) from sync_work_event where item = ?", run));
    }

    @Test
    void aRunTellsWhyItKeptRecordsBackAndWhatIsNewSinceTheRunBefore() {
        vendor("V-RUN-PAGE", "run-page@example.com");
        Api.run(ROUTE, "range=changes");
        Api.run(ROUTE, "range=changes"); // which keeps nothing back
        vendor("V-RUN-PAGE", "no address");
        long first = Api.run(ROUTE, "range=changes").getLong("id");
        assertEquals(List.of(true), reasons(first).getList("items.isNew"));
        assertEquals(List.of("FAILED"), reasons(first).getList("items.status"));
        assertEquals(1, reasons(first).getInt("items[0].records"));
        String reason = reasons(first).getString("items[0].reason");
        assertTrue(reason.contains("is not an e-mail address") && !reason.contains("V-RUN-PAGE"), reason);
        String page = viewer.page("/runs/" + first);
        assertTrue(page.contains("Kept back by this run") && page.contains(">New</span>"), page);
        assertTrue(page.contains("Compared with the run before"), page);

        vendor("V-RUN-PAGE", "still no address");
        long second = Api.run(ROUTE, "range=changes").getLong("id");
        assertEquals(List.of(false), reasons(second).getList("items.isNew"));
        assertFalse(viewer.page("/runs/" + second).contains(">New</span>"));
        hub.execute("delete from sync_run_reason where run = ?", first); // as of a run of before
        assertNull(reasons(second).get("items[0].isNew"));
        assertTrue(viewer.page("/runs/" + first).contains("Kept back of this route"));
    }

    @Test
    void aRunOverKeysIsRunAgainOverTheSameKeys() {
        vendor("V-RUN-PAGE", "run-page@example.com");
        long run = Api.run(ROUTE, "range=all&keys=V-RUN-PAGE&keys=V-00002").getLong("id");
        Browser operator = new Browser("operator");
        long again = operator.run(Browser.form(operator.page("/runs/" + run), "Run again"));
        assertEquals(
                "{V-RUN-PAGE,V-00002}", hub.value(String.class, "select keys::text from sync_run where id = ?", again));
        assertEquals("all", Api.run(again).getString("range.name"));
    }

    private static JsonPath reasons(long run) {
        return Api.as("viewer").get("/api/runs/" + run + "/reasons").as(Reply.class);
    }

    private static JsonPath timeline(long run, String query) {
        return Api.as("viewer").get("/api/runs/" + run + "/timeline" + query).as(Reply.class);
    }

    private static void vendor(String key, String email) {
        assertTrue(given().contentType("application/json")
                        .body(Map.of("name", "Of the run's page", "email", email))
                        .put("/sandbox/erp/vendors/{key}", key)
                        .statusCode()
                < 300);
    }
}
