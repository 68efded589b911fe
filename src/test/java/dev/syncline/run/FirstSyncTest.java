package dev.syncline.run;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Chain;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole chain over the sandbox: from the ERP through the relay to the projects application. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstSyncTest {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "standard-cost-codes",
                "cost-types",
                "vendors",
                "jobs",
                "sub-jobs",
                "prime-contracts",
                "job-costs"
            })
    void bringsEveryRecordToTheProjectsApplicationWithEqualContent(String entity) {
        Map<String, Map<String, Object>> source = held("erp", entity);
        Map<String, Map<String, Object>> target = held("projects", entity);
        Set<String> missing = new HashSet<>(source.keySet());
        missing.removeAll(target.keySet());
        Set<String> explained =
                new HashSet<>(notDelivered("erp-" + entity + "-to-relay").keySet());
        explained.addAll(notDelivered("relay-" + entity + "-to-projects").keySet());
        assertEquals(missing, explained, "records that are not there are those with a reason");
        assertFalse(target.isEmpty());
        target.forEach((key, content) -> source.get(key)
                .forEach((field, value) -> assertEquals(
                        normal(value), normal(content.get(field)), entity + " " + key + ", field " + field)));
    }

    @Test
    void givesEveryRecordThatIsNotThereAReason() {
        for (String entity : ENTITIES) {
            notDelivered("erp-" + entity + "-to-relay").values().forEach(reason -> assertFalse(reason.isBlank()));
        }
        assertTrue(notDelivered("erp-vendors-to-relay").values().stream()
                .anyMatch(reason -> reason.contains("e-mail") || reason.contains("email")));
        assertTrue(notDelivered("erp-sub-jobs-to-relay").values().stream()
                .anyMatch(reason -> reason.contains("is not there yet")));
    }

    @Test
    void deliversNothingWhenNothingChanged() {
        Map<String, Long> before = new HashMap<>();
        for (String entity : ENTITIES) {
            before.put(entity, delivered("relay", entity) + delivered("projects", entity));
        }
        Chain.deepOverAll(ENTITIES).forEach(run -> {
            assertEquals(0, run.getInt("counts.created"), run.getString("route"));
            assertEquals(0, run.getInt("counts.updated"), run.getString("route"));
            assertEquals(0, run.getInt("counts.deleted"), run.getString("route"));
        });
        for (String entity : ENTITIES) {
            assertEquals(before.get(entity), delivered("relay", entity) + delivered("projects", entity), entity);
        }
    }

    @Test
    void bringsAChangedRowAloneThroughBothHops() {
        Chain.run("erp-vendors-to-relay", "changes", "shallow");
        Chain.run("relay-vendors-to-projects", "changes", "shallow");
        String key = Collections.min(held("projects", "vendors").keySet());
        given().contentType("application/json")
                .body("{\"name\":\"Nordwind Baustoffe GmbH\"}")
                .put("/sandbox/erp/vendors/" + key)
                .then()
                .statusCode(200);
        for (String route : List.of("erp-vendors-to-relay", "relay-vendors-to-projects")) {
            JsonPath run = Chain.run(route, "changes", "shallow");
            assertEquals(1, run.getInt("counts.updated"), route);
            assertEquals(0, run.getInt("counts.created"), route);
            JsonPath changes = given().auth()
                    .preemptive()
                    .basic("viewer", "viewer")
                    .get("/api/runs/" + run.getLong("id") + "/changes")
                    .as(Reply.class);
            assertEquals(List.of(key), changes.getList("items.key"));
            assertEquals(List.of("name"), changes.getList("items[0].fields.field"));
            assertEquals("Nordwind Baustoffe GmbH", changes.getString("items[0].fields[0].after"));
        }
        assertEquals(
                "Nordwind Baustoffe GmbH", held("projects", "vendors").get(key).get("name"));
    }

    private static Object normal(Object value) {
        return value instanceof Number number ? number.doubleValue() : value;
    }

    private static Map<String, Map<String, Object>> held(String system, String entity) {
        List<Map<String, Object>> items = given().queryParam("limit", 100_000)
                .get("/sandbox/" + system + "/" + entity)
                .as(Reply.class)
                .getList("items");
        Map<String, Map<String, Object>> byKey = new HashMap<>();
        items.forEach(item -> byKey.put((String) item.get("key"), item));
        return byKey;
    }

    private static long delivered(String system, String entity) {
        return given().get("/sandbox/" + system + "/log?entity=" + entity)
                .as(Reply.class)
                .getLong("records");
    }

    /** Key to reason. */
    private static Map<String, String> notDelivered(String route) {
        Map<String, String> reasons = new HashMap<>();
        for (String status : List.of("FAILED", "ON_HOLD")) {
            List<Map<String, Object>> items = given().auth()
                    .preemptive()
                    .basic("viewer", "viewer")
                    .get("/api/records?limit=500&route=" + route + "&status=" + status)
                    .as(Reply.class)
                    .getList("items");
            items.forEach(item -> reasons.put((String) item.get("key"), (String) item.get("reason")));
        }
        return reasons;
    }
}
