package dev.syncline.console.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.console.overview.Overview.Attention;
import dev.syncline.health.RouteHealth;
import dev.syncline.route.RouteTitle;
import dev.syncline.route.SyncRoute;
import dev.syncline.run.RouteProgress.Progress;
import dev.syncline.run.RouteStates.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttentionsTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Attentions ATTENTIONS = new Attentions(null, null);

    @Test
    void routesWithOneCauseAreOneRow() {
        List<RouteHealth> healths = new ArrayList<>();
        for (int route = 0; route < 40; route++) {
            healths.add(late("Late " + route));
            healths.add(failing("Away " + route, "relay does not answer."));
        }
        healths.add(failing("Broken", "No column 'name'."));
        healths.add(failing("Unexplained", null));

        List<Attention> rows = ATTENTIONS.of(healths, List.of());

        assertEquals(
                List.of(
                        "40 routes could not finish",
                        "Broken could not finish",
                        "Unexplained could not finish",
                        "40 routes are late"),
                rows.stream().map(Attention::title).toList());
        assertEquals(
                "relay does not answer. Away 0, Away 1, Away 2, Away 3 and 36 more.",
                rows.get(0).detail());
        assertEquals("Failing 40", rows.get(0).state().label());
        assertTrue(
                rows.get(1).detail().startsWith("No column 'name'."),
                rows.get(1).detail());
        assertEquals("Late 0, Late 1, Late 2, Late 3 and 36 more.", rows.get(3).detail());
        assertEquals(List.of(), ATTENTIONS.of(List.of(), List.of()));
    }

    private static RouteHealth late(String title) {
        return new RouteHealth(route(title), State.NEW, Progress.NONE, NOW, null, false, NOW);
    }

    private static RouteHealth failing(String title, String reason) {
        return new RouteHealth(
                route(title), State.NEW, new Progress(false, null, NOW, 1, reason, null), null, null, false, NOW);
    }

    private static SyncRoute route(String title) {
        String id = title.replace(' ', '-').toLowerCase();
        return new SyncRoute(new RouteTitle(id, title, "Section", "entity", ""), null, null, null, null, null, null);
    }
}
