package dev.syncline.reconcile;

import static dev.syncline.support.Api.as;
import static dev.syncline.support.Patience.await;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Chain;
import dev.syncline.support.Reconciliations;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReconciliationTest {
    private static final List<String> ENTITIES =
            List.of("standard-cost-codes", "cost-types", "vendors", "jobs", "sub-jobs", "prime-contracts", "job-costs");

    private boolean isDone;

    @BeforeEach
    void runTheChainOnce() {
        if (!isDone) {
            Chain.deepOverAll(ENTITIES);
            isDone = true;
        }
    }

    @AfterEach
    void mend() {
        given().delete("/sandbox/faults");
    }

    @Test
    void nothingDiffersAfterASyncButWhatTheStatusTableGivesAReasonFor() {
        Chain.deepOverAll(ENTITIES);
        for (String hop : List.of("erp-%s-to-relay", "relay-%s-to-projects")) {
            for (String entity : ENTITIES) {
                String route = hop.formatted(entity);
                JsonPath found = Reconciliations.of(route, "depth=deep");
                assertEquals("SUCCESS", found.getString("status"), found.prettify());
                assertEquals(100, found.getInt("progress.percent"));
                assertTrue(found.getLong("counts.equal") > 0, found.prettify());
                Reconciliations.differences(found).forEach((key, difference) -> {
                    assertTrue(
                            Set.of("FAILED", "ON_HOLD", "BLOCKED").contains(String.valueOf(difference.get("status"))),
                            route + ": " + difference);
                    assertNotNull(difference.get("reason"), route + ": " + difference);
                });
            }
        }
    }

    @Test
    void findsWhatWasChangedDeletedAndAddedAtTheTargetAndRepairsThatAlone() {
        String route = "erp-vendors-to-relay";
        List<String> keys = delivered(route, 4);
        String city = Api.item("relay", "vendors", keys.get(0)).getString("city");
        put("relay", "vendors", keys.get(0), "{\"city\":\"Elsewhere\",\"own\":\"the target's\"}");
        given().delete("/sandbox/relay/vendors/" + keys.get(1)).then().statusCode(204);
        put("relay", "vendors", keys.get(2), "{\"active\":false}");
        put("relay", "vendors", keys.get(3), "{\"own\":\"a field of the target's own is none of ours\"}");
        put("relay", "vendors", "X-1", "{\"name\":\"Made at the relay\"}");

        JsonPath found = Reconciliations.of(route, "");
        Map<String, Map<String, Object>> differences = Reconciliations.differences(found);
        Map<String, Object> different = differences.get(keys.get(0));
        assertEquals("different", different.get("kind"));
        assertEquals(List.of(Map.of("field", "city", "source", city, "target", "Elsewhere")), different.get("fields"));
        assertEquals("missing", differences.get(keys.get(1)).get("kind"));
        assertEquals("missing", differences.get(keys.get(2)).get("kind"), "deactivated at the target");
        assertFalse(differences.containsKey(keys.get(3)));
        assertEquals("extra", differences.get("X-1").get("kind"));
        assertEquals("Made at the relay", differences.get("X-1").get("title"));
        Set<String> unexplained = new TreeSet<>();
        differences.forEach((key, difference) -> {
            if (difference.get("reason") == null) {
                unexplained.add(key);
            }
        });
        assertEquals(new TreeSet<>(List.of(keys.get(0), keys.get(1), keys.get(2), "X-1")), unexplained);
        assertEquals(0, found.getInt("counts.repaired"));

        int sent = Api.sent("relay", "vendors");
        JsonPath repaired = Reconciliations.of(route, "repair=true");
        int tried = (int) Reconciliations.differences(repaired).values().stream()
                .filter(difference -> !"ON_HOLD".equals(difference.get("status")))
                .count();
        assertEquals(sent + tried, Api.sent("relay", "vendors"), "those alone are sent");
        assertEquals(4, repaired.getInt("counts.repaired"), repaired.prettify());
        as("viewer")
                .get("/api/runs/" + repaired.getLong("repairRun"))
                .then()
                .body("trigger", equalTo("RETRY"))
                .body("requestedBy", equalTo("operator"));
        Reconciliations.differences(repaired).forEach((key, difference) -> {
            assertEquals(unexplained.contains(key), difference.get("repaired"), difference.toString());
            assertEquals(difference.get("repaired").equals(false), difference.get("outcome") != null);
        });
        assertEquals(city, Api.item("relay", "vendors", keys.get(0)).getString("city"));
        assertTrue(Reconciliations.differences(Reconciliations.of(route, "")).keySet().stream()
                .noneMatch(unexplained::contains));
        given().delete("/sandbox/relay/vendors/X-1");
    }

    @Test
    void reconcilesTheSecondHopAndListsWhatItsPolicyLeavesAlone() {
        String route = "relay-prime-contracts-to-projects";
        String key = delivered(route, 1).get(0);
        put("projects", "prime-contracts", key, "{\"amount\":-1.5}");
        put("projects", "prime-contracts", "X-2", "{\"title\":\"Made at the projects application\"}");

        JsonPath found = Reconciliations.of(route, "repair=true");
        assertEquals("PARTIAL", found.getString("status"));
        Map<String, Map<String, Object>> differences = Reconciliations.differences(found);
        assertEquals(true, differences.get(key).get("repaired"), differences.toString());
        Map<String, Object> extra = differences.get("X-2");
        assertEquals("extra", extra.get("kind"));
        assertEquals(false, extra.get("repaired"));
        assertTrue(extra.get("outcome").toString().contains("delete policy is ignore"), extra.toString());
        as("viewer")
                .get("/api/reconciliations/" + found.getLong("id") + "/differences?kind=extra&q=made AT")
                .then()
                .body("items.key", equalTo(List.of("X-2")));
        given().delete("/sandbox/projects/prime-contracts/X-2");
        assertFalse(Reconciliations.differences(Reconciliations.of(route, "")).containsKey(key));
    }

    @Test
    void onlyADeepOneComparesChildren() {
        String route = "erp-jobs-to-relay";
        String key = delivered(route, 1).get(0);
        put("relay", "jobs", key, "{\"costCodes\":[]}");
        assertFalse(Reconciliations.differences(Reconciliations.of(route, "")).containsKey(key));
        Map<String, Object> difference = Reconciliations.differences(
                        Reconciliations.of(route, "depth=deep&repair=true"))
                .get(key);
        assertEquals("different", difference.get("kind"));
        assertTrue(difference.get("fields").toString().contains("costCodes"), difference.toString());
        assertEquals(true, difference.get("repaired"));
    }

    @Test
    void aRangeByTimeLooksAtWhatChangedInItAlone() {
        JsonPath found = Reconciliations.of("erp-job-costs-to-relay", "from=2026-01-01&to=2026-01-02");
        JsonPath all = Reconciliations.of("erp-job-costs-to-relay", "");
        assertTrue(found.getLong("counts.compared") < all.getLong("counts.compared"));
        assertEquals(0, found.getLong("counts.extra"));
        assertEquals("from-to", found.getString("range.name"));
    }

    /** The source is read, then the target, which answers late: meanwhile a run delivers something newer. */
    @Test
    void aRecordThatARunDeliversMeanwhileDoesNotDiffer() {
        String route = "erp-standard-cost-codes-to-relay";
        String key = delivered(route, 1).get(0);
        given().contentType("application/json")
                .body(Map.of(
                        "system",
                        "relay",
                        "entity",
                        "standard-cost-codes",
                        "kind",
                        "delay",
                        "delayMillis",
                        6_000,
                        "times",
                        1))
                .post("/sandbox/faults");
        long id = as("operator")
                .post("/api/routes/" + route + "/reconciliations")
                .as(Reply.class)
                .getLong("id");
        await().until(() -> given().get("/sandbox/faults").asString().contains("\"timesLeft\":0"));
        put("erp", "standard-cost-codes", key, "{\"name\":\"Newer " + UUID.randomUUID() + "\"}");
        assertEquals(1, Chain.run(route, "all", "shallow").getInt("counts.updated"));
        JsonPath found = Reconciliations.ended(id);
        assertEquals("SUCCESS", found.getString("status"));
        assertFalse(Reconciliations.differences(found).containsKey(key));
    }

    @Test
    void aRouteIsReconciledOnceAtATimeAndCanBeCancelled() {
        String route = "erp-job-costs-to-relay";
        given().contentType("application/json")
                .body(Map.of(
                        "system", "relay", "entity", "job-costs", "kind", "delay", "delayMillis", 3_000, "times", 1))
                .post("/sandbox/faults");
        long id = as("operator")
                .post("/api/routes/" + route + "/reconciliations")
                .then()
                .statusCode(202)
                .header("Location", containsString("/api/reconciliations/"))
                .body("status", equalTo("IN_PROGRESS"))
                .extract()
                .as(Reply.class)
                .getLong("id");
        as("operator")
                .post("/api/routes/" + route + "/reconciliations")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("/api/reconciliations/" + id));
        as("operator")
                .post("/api/reconciliations/" + id + "/cancel")
                .then()
                .statusCode(202)
                .body("cancelledBy", equalTo("operator"));
        assertEquals("CANCELLED", Reconciliations.ended(id).getString("status"));
        as("operator").post("/api/reconciliations/" + id + "/cancel").then().statusCode(409);
        as("viewer")
                .get("/api/reconciliations?route=" + route + "&limit=1")
                .then()
                .body("items.id", equalTo(List.of((int) id)));
    }

    @Test
    void aTargetThatDoesNotAnswerEndsItAsFailedWithTheReason() {
        given().contentType("application/json")
                .body(Map.of("system", "relay", "entity", "cost-types", "kind", "malformed", "times", 1))
                .post("/sandbox/faults");
        JsonPath found = Reconciliations.of("erp-cost-types-to-relay", "");
        assertEquals("FAILED", found.getString("status"));
        assertTrue(found.getString("reason").contains("relay answered nonsense"), found.prettify());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    operator | erp-vendors-to-relay | range=yesterday | 400 | Unknown range 'yesterday'
                    operator | erp-vendors-to-relay | range=changes   | 400 | what the next run covers
                    operator | erp-vendors-to-relay | depth=none      | 400 | Unknown depth
                    operator | erp-vendors-to-relay | repair=maybe    | 400 | must be true or false
                    operator | erp-nothing-to-relay | range=all       | 404 | erp-nothing-to-relay
                    viewer   | erp-vendors-to-relay | range=all       | 403 | role
                    """)
    void refusesWhatItDoesNotUnderstandOrMayNot(String user, String route, String query, int status, String detail) {
        as(user).post("/api/routes/" + route + "/reconciliations?" + query)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(detail));
    }

    @Test
    void refusesWhatThereIsNot() {
        as("viewer").get("/api/reconciliations/4711000").then().statusCode(404);
        long id = Reconciliations.of("erp-cost-types-to-relay", "").getLong("id");
        as("viewer")
                .get("/api/reconciliations/" + id + "/differences?kind=odd")
                .then()
                .statusCode(400)
                .body("detail", startsWith("Unknown kind 'odd'"));
        as("viewer").post("/api/reconciliations/" + id + "/cancel").then().statusCode(403);
        as("operator")
                .contentType("application/json")
                .body("{\"rang\":\"all\"}")
                .post("/api/routes/erp-cost-types-to-relay/reconciliations")
                .then()
                .statusCode(400)
                .body("detail", containsString("repair"));
        given().get("/q/openapi")
                .then()
                .body(containsString("/api/routes/{id}/reconciliations"))
                .body(containsString("/api/reconciliations/{id}/differences"));
        as("viewer").get("/api/runs?limit=500").then().body("items.trigger", hasItem("ON_DEMAND"));
    }

    private static List<String> delivered(String route, int count) {
        List<String> keys = as("viewer")
                .get("/api/records?route=" + route + "&status=SUCCESS&limit=" + (count + 20))
                .as(Reply.class)
                .getList("items.findAll { it.action != 'DELETED' }.key");
        return keys.subList(keys.size() - count, keys.size());
    }

    private static void put(String system, String entity, String key, String json) {
        given().contentType("application/json")
                .body(json)
                .put("/sandbox/" + system + "/" + entity + "/" + key)
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));
    }
}
