package dev.syncline.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
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
        JsonPath run = Api.run(route, "range=" + range + "&depth=" + depth);
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
}
