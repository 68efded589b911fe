package dev.syncline.support;

import static dev.syncline.support.Patience.await;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;

/** Runs routes over the API and waits for them. */
public final class Chain {
    private Chain() {}

    /** Both hops of the entities, deep over everything; the finished runs. */
    public static List<JsonPath> deepOverAll(List<String> entities) {
        List<JsonPath> runs = new ArrayList<>();
        for (String hop : List.of("erp-%s-to-relay", "relay-%s-to-projects")) {
            for (String entity : entities) {
                runs.add(run(hop.formatted(entity), "all", "deep"));
            }
        }
        return runs;
    }

    /** Triggers a route and waits; the run, which must have finished with counts that add up. */
    public static JsonPath run(String route, String range, String depth) {
        JsonPath run = trigger(route, "range=" + range + "&depth=" + depth);
        assertTrue(List.of("SUCCESS", "PARTIAL").contains(run.getString("status")), route + ": " + run.prettify());
        assertEquals(
                run.getLong("counts.read"),
                run.getLong("counts.created")
                        + run.getLong("counts.updated")
                        + run.getLong("counts.unchanged")
                        + run.getLong("counts.failed")
                        + run.getLong("counts.blocked")
                        + run.getLong("counts.onHold"));
        return run;
    }

    /** Triggers a route, after the run that may be going on, and waits; the run as it ended. */
    public static JsonPath trigger(String route, String query) {
        Response answer = post(route, query);
        while (answer.statusCode() == 409) {
            long active = answer.as(Reply.class).getLong("activeRun");
            await().until(() -> isOver(active));
            answer = post(route, query);
        }
        assertEquals(202, answer.statusCode(), answer.asString());
        return Api.ended(answer);
    }

    private static Response post(String route, String query) {
        return given().auth()
                .preemptive()
                .basic("operator", "operator")
                .post("/api/routes/" + route + "/runs?wait=" + Api.PATIENCE + "&" + query);
    }

    private static boolean isOver(long run) {
        return given().auth()
                        .preemptive()
                        .basic("viewer", "viewer")
                        .get("/api/runs/" + run)
                        .as(Reply.class)
                        .getString("finishedAt")
                != null;
    }
}
