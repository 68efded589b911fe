package dev.syncline.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import java.util.List;

/** The counters of a route beside what the status table holds. */
public final class Counters {
    private static final List<String> NAMES = List.of("inProgress", "success", "failed", "blocked", "onHold");

    private Counters() {}

    public static void assertExact(String route) {
        JsonPath shown = Api.route(route);
        for (int code = 0; code < NAMES.size(); code++) {
            assertEquals(
                    Database.hub()
                            .value(
                                    Long.class,
                                    "select count(*) from sync_record r join sync_route t on t.id = r.route"
                                            + " where t.name = ? and r.status = ?",
                                    route,
                                    code),
                    shown.getLong("counts." + NAMES.get(code)),
                    route + " " + NAMES.get(code));
        }
    }
}
