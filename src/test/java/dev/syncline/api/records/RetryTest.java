package dev.syncline.api.records;

import static dev.syncline.support.Patience.await;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Chain;
import dev.syncline.support.Counters;
import dev.syncline.support.Database;
import dev.syncline.support.PartRow;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Vendors that the relay refuses, and what a person does about them. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class RetryTest {
    private static final String ROUTE = "erp-vendors-to-relay";
    private static final String KEY = "V-RETRY-1";
    private static final String RECORD = "/api/records/" + ROUTE + "/" + KEY;

    private final Database hub = Database.hub();

    @BeforeEach
    void refuseOne() {
        given().delete("/sandbox/faults");
        vendor(KEY, "not an address");
        Chain.run(ROUTE, "changes", "shallow");
        assertEquals("FAILED", status(KEY));
    }

    @AfterEach
    void mend() {
        given().delete("/sandbox/faults");
        vendor(KEY, "post@retry.example.com");
        Chain.run(ROUTE, "changes", "shallow");
        assertEquals("SUCCESS", status(KEY));
        Counters.assertExact(ROUTE);
    }

    @Test
    void sendsAnEditedPayloadOnceAndKeepsItUntilTheSourceChanges() {
        JsonPath run = retried(post(RECORD + "/retry", edited("edited@retry.example.com")));
        assertEquals("SUCCESS", run.getString("status"), run.prettify());
        assertEquals(1, run.getInt("counts.created") + run.getInt("counts.updated"));
        assertEquals("edited@retry.example.com", relayHas(KEY));
        Api.as("viewer")
                .get(RECORD)
                .then()
                .body("status", equalTo("SUCCESS"))
                .body("history[0].editedBy", equalTo("operator"))
                .body("history[0].changed", equalTo(List.of("email")));
        assertEquals(
                1L,
                hub.value(
                        Long.class,
                        "select count(*) from sync_audit where who = 'operator' and action = 'retry' and detail like ?",
                        "run " + run.getLong("id") + ",%" + KEY + ", edited: %edited@retry.example.com%"));

        JsonPath again = Chain.run(ROUTE, "all", "deep");
        assertEquals(0, again.getInt("counts.updated"), again.prettify());
        assertEquals("edited@retry.example.com", relayHas(KEY));

        vendor(KEY, "changed@retry.example.com");
        Chain.run(ROUTE, "changes", "shallow");
        assertEquals("changed@retry.example.com", relayHas(KEY));
    }

    @Test
    void aRefusedEditLeavesTheRecordFailedWithTheEdit() {
        JsonPath run = retried(post(RECORD + "/retry", edited("still no address")));
        assertEquals("PARTIAL", run.getString("status"));
        Api.as("viewer")
                .get(RECORD)
                .then()
                .body("status", equalTo("FAILED"))
                .body("reason", containsString("'still no address' is not an e-mail address"))
                .body("payload.email", equalTo("still no address"));
        assertEquals(0, Chain.run(ROUTE, "all", "shallow").getInt("counts.created"), "not sent by itself");
    }

    @Test
    void checksAnEditForWhatIsRequired() {
        JsonPath run = retried(post(RECORD + "/retry", "{\"payload\":{\"vendorNo\":\"" + KEY + "\",\"name\":\" \"}}"));
        assertEquals(1, run.getInt("counts.onHold"), run.prettify());
        Api.as("viewer")
                .get(RECORD)
                .then()
                .body("status", equalTo("ON_HOLD"))
                .body("reason", containsString("'name' is missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"payload\":[1]}", "{\"payload\":\"x\"}", "{\"payload\":{}}", "{\"paylod\":{}}", "["})
    void refusesAPayloadThatIsNoRecord(String body) {
        post(RECORD + "/retry", body).then().statusCode(400).contentType("application/problem+json");
        assertEquals("FAILED", status(KEY));
    }

    @Test
    void refusesToRetryWhatIsASuccessOrUnknown() {
        vendor("V-RETRY-FINE", "fine@retry.example.com");
        Chain.run(ROUTE, "changes", "shallow");
        post("/api/records/" + ROUTE + "/V-RETRY-FINE/retry", "")
                .then()
                .statusCode(409)
                .body("detail", containsString("/api/routes/" + ROUTE + "/runs"));
        post("/api/records/" + ROUTE + "/V-NOBODY/retry", "").then().statusCode(404);
        Api.as("viewer").post(RECORD + "/retry").then().statusCode(403);
    }

    @Test
    void retriesAllThatMatch() {
        vendor("V-RETRY-2", "nor this");
        Chain.run(ROUTE, "changes", "shallow");
        JsonPath run = retried(post("/api/records/retry?route=" + ROUTE + "&q=v-retry-", ""));
        assertEquals("RETRY", run.getString("trigger"));
        assertEquals(2, run.getInt("counts.failed"), run.prettify());
        assertEquals(2, run.getInt("counts.read"));
        post("/api/records/retry?route=" + ROUTE + "&status=BLOCKED&q=v-retry-", "")
                .then()
                .statusCode(409)
                .body("detail", containsString("no record in status BLOCKED"));
        post("/api/records/retry?route=" + ROUTE + "&status=SUCCESS", "").then().statusCode(400);
        Counters.assertExact(ROUTE);
        vendor("V-RETRY-2", "fine@retry.example.com");
    }

    @Test
    void wantsTheRouteNamedWhereSeveralHaveSuchRecords() {
        Chain.run("erp-jobs-to-relay", "all", "shallow"); // the relay refuses a job
        post("/api/records/retry?status=FAILED", "")
                .then()
                .statusCode(400)
                .body("detail", containsString(ROUTE + " ("))
                .body("detail", containsString("erp-jobs-to-relay ("));
    }

    @Test
    void groupsWhatIsKeptBackByReasonAndRetriesOneGroupOfIt() {
        vendor("V-RETRY-2", "not one either");
        Chain.run(ROUTE, "changes", "shallow");
        String where = "'" + ROUTE + "' && it.reason.contains('is not an e-mail address')";
        JsonPath reasons = Api.as("viewer")
                .get("/api/records/reasons?status=FAILED&route=" + ROUTE)
                .jsonPath();
        String group = "items.find { it.route == " + where + " }";
        String reason = reasons.getString(group + ".reason");
        int count = reasons.getInt(group + ".count");
        assertTrue(count >= 2, reasons::prettify);
        List<String> keys = Api.as("viewer")
                .queryParam("reason", reason)
                .queryParam("route", ROUTE)
                .queryParam("limit", 500)
                .get("/api/records")
                .jsonPath()
                .getList("items.key");
        assertEquals(count, keys.size());
        assertTrue(keys.containsAll(List.of(KEY, "V-RETRY-2")), keys::toString);

        vendor("V-RETRY-2", "post@retry.example.com");
        Response named = Api.as("operator")
                .queryParam("reason", reason)
                .queryParam("route", ROUTE)
                .queryParam("key", "V-RETRY-2", "V-RETRY-UNKNOWN")
                .post("/api/records/retry");
        named.then().body("selected", equalTo(1)).body("skipped[0].count", equalTo(1));
        assertEquals(1, retried(named).getInt("counts.read"));
        assertEquals("SUCCESS", status("V-RETRY-2"));
        Response rest = Api.as("operator")
                .queryParam("reason", reason)
                .queryParam("route", ROUTE)
                .post("/api/records/retry");
        rest.then().body("selected", equalTo(count - 1)).body("skipped", equalTo(List.of()));
        retried(rest);
    }

    @Test
    void findsTheRouteByStatusAndText() {
        Chain.run("erp-jobs-to-relay", "all", "shallow"); // the relay refuses a job
        for (String text : List.of(KEY, KEY.toLowerCase())) {
            Response answer = post("/api/records/retry?status=FAILED&q=" + text, "");
            answer.then().statusCode(202).body("route", equalTo(ROUTE));
            Api.ended(answer.as(Reply.class).getLong("id"));
            assertEquals("FAILED", status(KEY));
        }
        post("/api/records/retry?status=FAILED&q=no-such-text", "")
                .then()
                .statusCode(409)
                .body("detail", containsString("No route"))
                .body("detail", containsString("no-such-text"));
    }

    @Test
    void isInProgressWhileInLineAndWhatItWasWhenTheRunCannotFinish() {
        fault(Map.of("system", "relay", "entity", "vendors", "kind", "delay", "delayMillis", 2_000, "times", 1));
        fault(Map.of("system", "relay", "entity", "vendors", "kind", "malformed"));
        Response answer = post(RECORD + "/retry", "");
        assertEquals("IN_PROGRESS", status(KEY));
        assertEquals(1, Api.route(ROUTE).getInt("counts.inProgress"));
        Counters.assertExact(ROUTE);
        post(RECORD + "/retry", "").then().statusCode(409).body("detail", containsString("IN_PROGRESS"));
        post("/api/records/retry?route=" + ROUTE, "")
                .then()
                .statusCode(409)
                .body("activeRun", equalTo(answer.as(Reply.class).getInt("id")));

        assertEquals("FAILED", retried(answer).getString("status"));
        Api.as("viewer")
                .get(RECORD)
                .then()
                .body("status", equalTo("FAILED"))
                .body("reason", containsString("is not an e-mail address"));
        Counters.assertExact(ROUTE);
    }

    @Test
    void continuesAfterAKillWithTheSameEdit() {
        vendor(KEY, "no address either");
        Chain.run(ROUTE, "changes", "shallow");
        int number = hub.value(Integer.class, "select id from sync_route where name = ?", ROUTE);
        // As a process leaves it that is killed when it has begun the run: in line, the lease over.
        hub.execute("update sync_record set former = status, status = 0 where route = ? and key = ?", number, KEY);
        hub.execute("update sync_route set failed = failed - 1, in_progress = in_progress + 1 where id = ?", number);
        long run = hub.value(
                Long.class,
                """
                with run as (
                    insert into sync_run (route, status, queued, trigger, requested_by, range_name, depth, created_at,
                        started_at, expected)
                    values (?, 'IN_PROGRESS', false, 'RETRY', 'operator', 'all', 'DEEP', now(), now(), 1)
                    returning id)
                insert into sync_edit (run_id, route, key, payload, edited_by, edited_at)
                select id, ?, ?, ?, 'operator', now() from run returning run_id""",
                ROUTE,
                number,
                KEY,
                "{\"vendorNo\":\"" + KEY + "\",\"name\":\"Killed\",\"email\":\"killed@retry.example.com\"}");
        PartRow.ofRun(run, "IN_LINE", Duration.ofMinutes(-1));
        await().until(() -> run(run).getString("finishedAt") != null);
        assertEquals("SUCCESS", run(run).getString("status"), run(run).prettify());
        assertEquals(1, run(run).getInt("resumed"));
        assertEquals("killed@retry.example.com", relayHas(KEY));
        assertEquals("SUCCESS", status(KEY));
    }

    private static String edited(String email) {
        Map<String, Object> payload = Api.record(ROUTE, KEY).getMap("payload");
        assertTrue(payload.containsKey("email"), payload.toString());
        StringBuilder json = new StringBuilder();
        payload.forEach((name, value) -> json.append(json.isEmpty() ? "" : ",")
                .append('"')
                .append(name)
                .append("\":")
                .append(
                        name.equals("email")
                                ? '"' + email + '"'
                                : value instanceof String ? "\"" + value + '"' : value));
        return "{\"payload\":{" + json + "}}";
    }

    private static Response post(String path, String body) {
        return Api.as("operator").contentType("application/json").body(body).post(path);
    }

    private static JsonPath retried(Response answer) {
        assertEquals(202, answer.statusCode(), answer.asString());
        long id = answer.as(Reply.class).getLong("id");
        await().until(() -> run(id).getString("finishedAt") != null);
        return run(id);
    }

    private static JsonPath run(long id) {
        return Api.as("viewer").get("/api/runs/" + id).as(Reply.class);
    }

    private static String status(String key) {
        return Api.record(ROUTE, key).getString("status");
    }

    private static String relayHas(String key) {
        return Api.item("relay", "vendors", key).getString("email");
    }

    private static void vendor(String key, String email) {
        assertTrue(given().contentType("application/json")
                        .body(Map.of("name", "Retried", "email", email))
                        .put("/sandbox/erp/vendors/" + key)
                        .statusCode()
                < 300);
    }

    private static void fault(Map<String, Object> fault) {
        given().contentType("application/json")
                .body(fault)
                .post("/sandbox/faults")
                .then()
                .statusCode(201);
    }
}
