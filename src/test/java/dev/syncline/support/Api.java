package dev.syncline.support;

import static dev.syncline.support.Patience.await;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The program's API and its sandbox, as a test speaks to them. */
public final class Api {
    /** Seconds for which a call waits for a run: less than the test's client waits for an answer. */
    static final int PATIENCE = 15;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Api() {}

    public static RequestSpecification as(String user) {
        return given().auth().preemptive().basic(user, user);
    }

    /**
     * Triggers a route, once a run of it that goes on is over, and waits until its own run is over.
     *
     * @param query as in the URL, encoded: {@code range=all&depth=deep}
     */
    public static JsonPath run(String route, String query) {
        Response response = trigger(route, query);
        while (response.statusCode() == 409) {
            Number active = response.as(Reply.class).get("activeRun");
            assertNotNull(active, response.asString());
            ended(active.longValue());
            response = trigger(route, query);
        }
        response.then().statusCode(202);
        return ended(response);
    }

    private static Response trigger(String route, String query) {
        return as("operator")
                .urlEncodingEnabled(false)
                .post("/api/routes/" + route + "/runs?wait=" + PATIENCE + "&" + query);
    }

    public static JsonPath route(String route) {
        return read("/api/routes/" + route);
    }

    public static JsonPath record(String route, String key) {
        return read("/api/records/" + route + "/" + key);
    }

    /** What a partner system holds of an entity; its {@code items}. */
    public static JsonPath held(String system, String entity) {
        return read("/sandbox/" + system + "/" + entity);
    }

    /** What a partner system holds under a key. */
    public static JsonPath item(String system, String entity, String key) {
        return read("/sandbox/" + system + "/" + entity + "/" + key);
    }

    /** The keys of what a partner system holds of an entity. */
    public static Set<String> keysHeld(String system, String entity) {
        List<String> keys = held(system, entity).getList("items.key");
        return new TreeSet<>(keys);
    }

    /** How many records of an entity have been sent to a partner system, with repetitions. */
    public static int sent(String system, String entity) {
        return read("/sandbox/" + system + "/log?entity=" + entity).getInt("records");
    }

    /** How many requests and records an entity has had, and how many of those were repetitions. */
    public static JsonPath log(String system, String entity) {
        return read("/sandbox/" + system + "/log?entity=" + entity);
    }

    /** Tells a partner system to misbehave with an entity; each pair is a name and a value, see {@code Fault}. */
    public static void fault(String system, String entity, String kind, Object... namesAndValues) {
        Map<String, Object> fault = new HashMap<>(Map.of("system", system, "entity", entity, "kind", kind));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fault.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        given().contentType("application/json")
                .body(fault)
                .post("/sandbox/faults")
                .then()
                .statusCode(201);
    }

    /** Triggers a route and does not wait; the run's number. */
    public static long start(String route, String query) {
        Response response = as("operator").post("/api/routes/" + route + "/runs?" + query);
        response.then().statusCode(202);
        return response.as(Reply.class).getLong("id");
    }

    public static JsonPath run(long run) {
        return read("/api/runs/" + run);
    }

    /** Waits until the run of a trigger's answer is over; as it ended. */
    static JsonPath ended(Response trigger) {
        JsonPath run = trigger.as(Reply.class);
        return run.getString("finishedAt") == null ? ended(run.getLong("id")) : run;
    }

    /** Waits until a run is over; as it ended. */
    public static JsonPath ended(long run) {
        await().pollInterval(Duration.ofMillis(20)).until(() -> isOver("/api/runs/" + run, ""));
        return run(run);
    }

    /** Whether the route's last run is over, or it never had one. */
    static boolean isIdle(String route) {
        return isOver("/api/routes/" + route, "/lastRun");
    }

    /** Looked at often, so it is read by Jackson: a path of REST Assured is compiled each time. */
    private static boolean isOver(String path, String where) {
        Response response = as("viewer").get(path);
        response.then().statusCode(200);
        try {
            JsonNode run = JSON.readTree(response.asByteArray()).at(where);
            return run.path("finishedAt").isTextual() || !run.has("id");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonPath read(String path) {
        Response response = as("viewer").get(path);
        response.then().statusCode(200);
        return response.as(Reply.class);
    }
}
