package dev.syncline.run;

import static dev.syncline.support.Patience.await;
import static io.restassured.RestAssured.given;
import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Chain;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class RunLifeTest {
    private static final String ROUTE = "erp-standard-cost-codes-to-relay";

    @Inject
    EntityManager hub;

    @AfterEach
    void mend() {
        admin().post("/api/routes/" + ROUTE + "/resume");
        given().delete("/sandbox/faults");
    }

    @Test
    void refusesASecondRunWhileOneIsActiveAndNamesIt() {
        slowRelay("vendors");
        long active = start("erp-vendors-to-relay", "range=all&depth=deep");
        touch("vendors", "V-00003");
        operator()
                .post("/api/routes/erp-vendors-to-relay/runs")
                .then()
                .statusCode(409)
                .body("activeRun", equalTo((int) active))
                .body("detail", containsString("/api/runs/" + active));
        given().delete("/sandbox/faults");
        ended(active);
    }

    @Test
    void cancelFinishesThePageInFlightAndSendsNothingAfterIt() {
        generate("vendors", 9_000);
        slowRelay("vendors");
        long run = start("erp-vendors-to-relay", "range=all");
        await().until(() -> viewer().get("/api/runs/" + run).as(Reply.class).getString("startedAt") != null);
        operator().post("/api/runs/" + run + "/cancel").then().statusCode(202).body("cancelledBy", equalTo("operator"));
        given().delete("/sandbox/faults");
        JsonPath ended = ended(run);
        assertEquals("CANCELLED", ended.getString("status"));
        assertTrue(ended.getLong("counts.read") < 9_000, ended.prettify());
        assertEquals(
                ended.getLong("counts.created") + ended.getLong("counts.updated"),
                count("select count(*) from sync_record r join sync_route t on t.id = r.route"
                        + " where t.name = 'erp-vendors-to-relay' and r.status = 1 and r.run_id = " + run));
        operator().post("/api/runs/" + run + "/cancel").then().statusCode(409);
        Chain.run("erp-vendors-to-relay", "all", "shallow");
    }

    @Test
    void secondHopIsBlockedUntilTheFirstHasRun() {
        forget("erp-cost-types-to-relay");
        JsonPath blocked = Api.run("relay-cost-types-to-projects", "range=all");
        assertEquals("BLOCKED", blocked.getString("status"));
        assertTrue(blocked.getString("reason").contains("Run erp-cost-types-to-relay first"), blocked.prettify());

        JsonPath both = Api.run("relay-cost-types-to-projects", "range=all&withPrerequisites=true");
        assertEquals("SUCCESS", both.getString("status"));
        JsonPath first =
                viewer().get("/api/runs?route=erp-cost-types-to-relay&limit=1").as(Reply.class);
        assertEquals("SUCCESS", first.getString("items[0].status"));
        assertTrue(first.getString("items[0].finishedAt").compareTo(both.getString("startedAt")) <= 0);
    }

    @Test
    void secondHopIsBlockedAfterTheFirstFailed() {
        Chain.run(ROUTE, "all", "shallow");
        fault(Map.of("system", "relay", "entity", "standard-cost-codes", "kind", "malformed"));
        given().contentType("application/json")
                .body("{\"name\":\"Changed so that there is something to send\"}")
                .put("/sandbox/erp/standard-cost-codes/" + firstKey("standard-cost-codes"));
        JsonPath failed = Api.run(ROUTE, "range=all");
        assertEquals("FAILED", failed.getString("status"));
        assertTrue(failed.getString("reason").contains("no JSON"), failed.prettify());

        JsonPath blocked = Api.run("relay-standard-cost-codes-to-projects", "range=all");
        assertEquals("BLOCKED", blocked.getString("status"));
        assertTrue(blocked.getString("reason").contains("ended as FAILED"), blocked.prettify());
        given().delete("/sandbox/faults");
        Chain.run(ROUTE, "all", "shallow");
    }

    @Test
    void aDryRunSendsNothingAndSaysFieldByFieldWhatItWouldDo() {
        Chain.run(ROUTE, "all", "shallow");
        String key = firstKey("standard-cost-codes");
        given().contentType("application/json")
                .body("{\"name\":\"Dry\"}")
                .put("/sandbox/erp/standard-cost-codes/" + key)
                .then()
                .statusCode(200);
        long sent = given().get("/sandbox/relay/log?entity=standard-cost-codes")
                .as(Reply.class)
                .getLong("records");

        JsonPath dry = Api.run(ROUTE, "range=all&dryRun=true");
        assertEquals(1, dry.getInt("counts.updated"));
        assertEquals(
                sent,
                given().get("/sandbox/relay/log?entity=standard-cost-codes")
                        .as(Reply.class)
                        .getLong("records"));
        viewer().get("/api/runs/" + dry.getLong("id") + "/changes")
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].key", equalTo(key))
                .body("items[0].action", equalTo("UPDATED"))
                .body("items[0].fields.field", equalTo(List.of("name")))
                .body("items[0].fields[0].before", notNullValue())
                .body("items[0].fields[0].after", equalTo("Dry"));

        assertEquals(1, Chain.run(ROUTE, "all", "shallow").getInt("counts.updated"));
        viewer().get("/api/documents?route=" + ROUTE + "&action=UPDATED")
                .then()
                .body("items[0].key", equalTo(key))
                .body("items[0].changed", hasItem("name"));
    }

    @Test
    void aDryRunTellsOnceOfWhatItsSourceMarksAsDeleted() {
        Chain.run("erp-jobs-to-relay", "all", "shallow");
        Chain.run("erp-sub-jobs-to-relay", "all", "deep");
        Chain.run("relay-jobs-to-projects", "all", "shallow");
        Chain.run("relay-sub-jobs-to-projects", "all", "deep");
        String key = viewer().get("/api/records?route=relay-sub-jobs-to-projects&status=SUCCESS&limit=500")
                .as(Reply.class)
                .getString("items.findAll { it.action != 'DELETED' }[0].key");
        given().delete("/sandbox/erp/sub-jobs/" + key).then().statusCode(204);
        Chain.run("erp-sub-jobs-to-relay", "all", "deep");

        JsonPath dry = Api.run("relay-sub-jobs-to-projects", "range=all&depth=deep&dryRun=true");
        assertEquals(1, dry.getInt("counts.deleted"), dry.prettify());
        viewer().get("/api/runs/" + dry.getLong("id") + "/changes?status=SUCCESS")
                .then()
                .body("items.key", equalTo(List.of(key)));
        assertEquals(1, Chain.run("relay-sub-jobs-to-projects", "all", "deep").getInt("counts.deleted"));
    }

    @Test
    void aRunOverKeysLooksAtThoseAlone() {
        Chain.run(ROUTE, "all", "shallow");
        JsonPath run = Api.run(ROUTE, "keys=" + encode(firstKey("standard-cost-codes"), UTF_8));
        assertEquals(1, run.getInt("counts.read"));
    }

    @Test
    void recordsThatTheTargetRefusesFailAloneAndGoAgainOnRetry() {
        Chain.run(ROUTE, "all", "shallow");
        String key = firstKey("standard-cost-codes");
        given().contentType("application/json")
                .body("{\"name\":\"Refused once\"}")
                .put("/sandbox/erp/standard-cost-codes/" + key);
        fault(Map.of(
                "system", "relay", "entity", "standard-cost-codes", "kind", "refuse-record", "match", key, "times", 1));
        JsonPath run = Api.run(ROUTE, "range=all");
        assertEquals("PARTIAL", run.getString("status"));
        assertEquals(1, run.getInt("counts.failed"));
        viewer().get("/api/records/" + ROUTE + "/" + key)
                .then()
                .body("status", equalTo("FAILED"))
                .body("reason", notNullValue())
                .body("payload.name", equalTo("Refused once"));

        given().delete("/sandbox/faults");
        assertEquals(1, Chain.run(ROUTE, "all", "shallow").getInt("counts.failed"), "not sent again by itself");
        long retry = operator()
                .post("/api/records/" + ROUTE + "/" + key + "/retry")
                .then()
                .statusCode(202)
                .extract()
                .as(Reply.class)
                .getLong("id");
        assertEquals("SUCCESS", ended(retry).getString("status"));
        viewer().get("/api/records/" + ROUTE + "/" + key)
                .then()
                .body("status", equalTo("SUCCESS"))
                .body("payload", equalTo(null))
                .body("history[0].changed", hasItem("name"));
    }

    @Test
    void aRecordIsFoundByItsKeyAndByItsTitle() {
        Chain.run("erp-vendors-to-relay", "all", "shallow");
        viewer().get("/api/records?q=V-00042&limit=5").then().body("items[0].key", equalTo("V-00042"));
        String title = viewer().get("/api/records?q=V-00042&route=erp-vendors-to-relay")
                .as(Reply.class)
                .getString("items[0].title");
        viewer().queryParam("q", title.toUpperCase())
                .queryParam("route", "erp-vendors-to-relay")
                .get("/api/records")
                .then()
                .body("items.key", hasItem("V-00042"));
    }

    @Test
    void listsGoOnWhereTheyEnded() {
        Chain.run("erp-vendors-to-relay", "all", "shallow");
        Set<String> keys = new HashSet<>();
        String next = "";
        while (next != null) {
            JsonPath page = viewer().get("/api/records?route=erp-vendors-to-relay&limit=500"
                            + (next.isEmpty() ? "" : "&cursor=" + next))
                    .as(Reply.class);
            page.getList("items.key").forEach(key -> assertTrue(keys.add((String) key), key + " came twice"));
            next = page.getString("next");
        }
        assertEquals(
                count("select count(*) from sync_record r join sync_route t on t.id = r.route"
                        + " where t.name = 'erp-vendors-to-relay'"),
                keys.size());
    }

    @Test
    void eventsEndWithTheFinalState() {
        long run = Chain.run(ROUTE, "all", "shallow").getLong("id");
        String events = viewer().get("/api/runs/" + run + "/events").asString();
        String last = events.strip().substring(events.strip().lastIndexOf("data:") + 5);
        assertEquals("SUCCESS", JsonPath.from(last).getString("status"));
        assertEquals(100, JsonPath.from(last).getInt("progress.percent"));
    }

    @Test
    void countersOfARouteAreWhatTheStatusTableHolds() {
        Chain.run("erp-vendors-to-relay", "all", "shallow");
        JsonPath route = viewer().get("/api/routes/erp-vendors-to-relay").as(Reply.class);
        for (var status : Map.of("success", 1, "failed", 2, "onHold", 4).entrySet()) {
            assertEquals(
                    count("select count(*) from sync_record r join sync_route t on t.id = r.route"
                            + " where t.name = 'erp-vendors-to-relay' and r.status = " + status.getValue()),
                    route.getLong("counts." + status.getKey()),
                    status.getKey());
        }
    }

    @Test
    void pausesAndResumesASchedule() {
        given().auth()
                .preemptive()
                .basic("operator", "operator")
                .post("/api/routes/" + ROUTE + "/pause")
                .then()
                .statusCode(403);
        String entries = "select count(*) from sync_audit where subject = '" + ROUTE + "' and who = 'admin'";
        long before = count(entries);
        admin().post("/api/routes/" + ROUTE + "/pause").then().statusCode(200).body("enabled", equalTo(false));
        admin().post("/api/routes/" + ROUTE + "/resume").then().statusCode(200).body("enabled", equalTo(true));
        assertEquals(before + 2, count(entries));
    }

    @Transactional
    void forget(String route) {
        hub.createNativeQuery("update sync_run set after_run = null").executeUpdate();
        hub.createNativeQuery("delete from sync_run where status <> 'IN_PROGRESS' and route = '" + route + "'")
                .executeUpdate();
    }

    private long count(String sql) {
        return ((Number) hub.createNativeQuery(sql).getSingleResult()).longValue();
    }

    private static void touch(String entity, String key) {
        given().contentType("application/json").body("{}").put("/sandbox/erp/" + entity + "/" + key);
    }

    private static void generate(String entity, int count) {
        given().post("/sandbox/erp/" + entity + "?generate=" + count).then().statusCode(200);
    }

    private static String firstKey(String entity) {
        return given().get("/sandbox/erp/" + entity + "?limit=1")
                .as(Reply.class)
                .getString("items[0].key");
    }

    private static void slowRelay(String entity) {
        generate(entity, 1);
        fault(Map.of("system", "relay", "entity", entity, "kind", "delay", "delayMillis", 3_000));
    }

    private static void fault(Map<String, Object> fault) {
        given().contentType("application/json")
                .body(fault)
                .post("/sandbox/faults")
                .then()
                .statusCode(lessThan(300));
    }

    private static long start(String route, String query) {
        var answer = operator().post("/api/routes/" + route + "/runs?" + query);
        assertEquals(202, answer.statusCode(), answer.asString());
        return answer.as(Reply.class).getLong("id");
    }

    private static JsonPath ended(long run) {
        await().until(() -> viewer().get("/api/runs/" + run).as(Reply.class).getString("finishedAt") != null);
        return viewer().get("/api/runs/" + run).as(Reply.class);
    }

    private static RequestSpecification operator() {
        return as("operator");
    }

    private static RequestSpecification viewer() {
        return as("viewer");
    }

    private static RequestSpecification admin() {
        return as("admin");
    }

    private static RequestSpecification as(String user) {
        return given().auth().preemptive().basic(user, user);
    }
}
