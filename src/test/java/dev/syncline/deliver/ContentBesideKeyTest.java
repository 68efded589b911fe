package dev.syncline.deliver;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Reply;
import dev.syncline.support.Shaky;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The projects application takes a record's fields beside its key: no record's content reaches another record there. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Shaky.class)
@QuarkusTestResource(SandboxTestResource.class)
class ContentBesideKeyTest {
    private static final String ROUTE = "relay-beside-to-projects";
    private static final String ENTITY = "beside";

    private final String prefix = "E" + UUID.randomUUID().toString().substring(0, 8) + "-";
    private final String victim = prefix + "victim";

    @BeforeEach
    void deliverTheOther() {
        source(victim, "\"name\":\"The other\"");
        Api.run(ROUTE, "range=all");
        assertEquals("SUCCESS", Api.record(ROUTE, victim).getString("status"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"_action\":\"delete\",\"origin_id\":\"%s\"",
                "\"origin_id\":\"%s\",\"name\":\"Mine\"",
                "\"_action\":\"delete\"",
                "\"idempotency_key\":\"%s\""
            })
    void whatASourceSaysFailsAloneAndTouchesNoOther(String fields) {
        source(prefix + "bad", fields.formatted(victim));
        source(prefix + "good", "\"name\":\"Fine\"");
        JsonPath run = Api.run(ROUTE, "range=all");
        assertEquals(1, failedOf(run), run.prettify());
        assertRefused(prefix + "bad");
        assertEquals("SUCCESS", Api.record(ROUTE, prefix + "good").getString("status"));
        assertEquals("The other", heldName(victim));
        source(prefix + "bad", "\"name\":\"Corrected\"", "_action", "origin_id", "idempotency_key");
        Api.run(ROUTE, "range=all");
        assertEquals("SUCCESS", Api.record(ROUTE, prefix + "bad").getString("status"));
    }

    @Test
    void whatAPersonEditsIsRefusedInTheSameWay() {
        source(prefix + "edited", "\"_action\":\"delete\"");
        Api.run(ROUTE, "range=all");
        String key = "{\"payload\":{\"orderNo\":\"" + prefix + "edited\",";
        String payload = key + "\"_action\":\"delete\",\"origin_id\":\"" + victim + "\"}}";
        JsonPath run = retried(prefix + "edited", payload);
        assertEquals(1, run.getInt("counts.failed"), run.prettify());
        assertRefused(prefix + "edited");
        assertEquals("The other", heldName(victim));
        run = retried(prefix + "edited", key + "\"name\":\"Edited\"}}");
        assertEquals("SUCCESS", run.getString("status"), run.prettify());
        assertEquals("Edited", heldName(prefix + "edited"));
        remove(prefix + "edited");
    }

    @Test
    void aDryRunSaysSoToo() {
        source(prefix + "dry", "\"_action\":\"delete\"");
        JsonPath run = Api.run(ROUTE, "range=all&dryRun=true");
        assertTrue(failedOf(run) >= 1, run.prettify());
        remove(prefix + "dry");
    }

    private static int failedOf(JsonPath run) {
        return run.getInt("counts.failed");
    }

    private static void assertRefused(String key) {
        JsonPath record = Api.record(ROUTE, key);
        assertEquals("FAILED", record.getString("status"), record.prettify());
        assertTrue(record.getString("reason").contains("so it was not sent"), record.prettify());
    }

    private static JsonPath retried(String key, String body) {
        JsonPath begun = Api.as("operator")
                .contentType("application/json")
                .body(body)
                .post("/api/records/" + ROUTE + "/" + key + "/retry")
                .then()
                .statusCode(202)
                .extract()
                .as(Reply.class);
        return Api.ended(begun.getLong("id"));
    }

    private static String heldName(String key) {
        return Api.item("projects", ENTITY, key).getString("name");
    }

    /** What the relay has of a record; fields stay unless they are removed with it. */
    private static void source(String key, String fields, String... removed) {
        if (removed.length > 0) {
            remove(key);
        }
        given().contentType("application/json")
                .body("{\"orderNo\":\"" + key + "\"," + fields + "}")
                .put("/sandbox/relay/" + ENTITY + "/" + key);
    }

    private static void remove(String key) {
        given().delete("/sandbox/relay/" + ENTITY + "/" + key);
    }
}
