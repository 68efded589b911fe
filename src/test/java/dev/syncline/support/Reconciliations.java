package dev.syncline.support;

import static dev.syncline.support.Api.as;
import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reconciles routes over the API. */
public final class Reconciliations {
    private Reconciliations() {}

    /** Reconciles a route and waits; the reconciliation as it ended. */
    public static JsonPath of(String route, String query) {
        Response answer =
                as("operator").post("/api/routes/" + route + "/reconciliations" + (query.isEmpty() ? "" : "?" + query));
        assertEquals(202, answer.statusCode(), answer.asString());
        return ended(answer.as(Reply.class).getLong("id"));
    }

    public static JsonPath ended(long id) {
        await().until(() ->
                as("viewer").get("/api/reconciliations/" + id).as(Reply.class).getString("finishedAt") != null);
        return as("viewer").get("/api/reconciliations/" + id).as(Reply.class);
    }

    /** What it found, by key. */
    public static Map<String, Map<String, Object>> differences(JsonPath reconciliation) {
        Map<String, Map<String, Object>> found = new HashMap<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = as("viewer")
                    .queryParam("cursor", cursor.isEmpty() ? List.of() : List.of(cursor))
                    .get("/api/reconciliations/" + reconciliation.getLong("id") + "/differences?limit=100")
                    .as(Reply.class);
            List<Map<String, Object>> items = page.getList("items");
            items.forEach(item -> found.put((String) item.get("key"), item));
            cursor = page.getString("next");
        }
        return found;
    }
}
