package dev.syncline.packaged;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The hub is away for several leases, or for as long as {@code -Dsyncline.hub-away} says: no start fails, no run fails, and
 * nothing would restart a process.
 */
class HubAwayIT {
    private static final String ROUTE = "erp-many-to-relay";
    private static final int SIGTERM = 128 + 15;
    private static final Duration AWAY =
            Duration.parse(System.getProperty("syncline.hub-away", "PT10S")); // five leases

    @TempDir
    Path folder;

    private Plant plant;
    private Map<String, String> environment;

    @BeforeEach
    void start() throws Exception {
        plant = new Plant(folder);
        plant.route(ROUTE, "many", 6_000, "pageSize=300", "batchSize=100", "concurrency=1");
        environment = plant.environment();
        // The ERP is in the same server, and away as long.
        environment.put(
                "SYNCLINE_SYSTEMS_ERP_PATIENCE",
                AWAY.multipliedBy(2).plusMinutes(10).toString());
    }

    @AfterEach
    void stop() throws Exception {
        plant.close();
    }

    @Test
    void aStartWaitsForItAndAProcessThatIsToldToEndEnds() throws Exception {
        plant.killPostgres();
        try (Program program = plant.start(environment);
                Program other = plant.start(environment)) {
            await().until(() -> isLive(program) && isLive(other));
            await("the port that probes ask answers, too").until(() -> program.probe("/q/health/live") == 200);
            await().until(() -> program.probe("/q/health/ready") == 503);
            for (String path : List.of("/q/health/ready", "/q/health/started", "/api/routes")) {
                assertEquals(503, program.call("GET", path).statusCode(), path);
            }
            other.signal("TERM");
            assertEquals(SIGTERM, other.exitCode());
            assertStaysAlive(program);
            plant.startPostgres();
            await().until(program::isReady);
            assertEquals(
                    "SUCCESS",
                    program.trigger(ROUTE, "range=all&wait=60").path("status").asText());
            plant.assertInOrder("after the start");
        }
    }

    @Test
    void aRunGoesOnWhenItIsBack() throws Exception {
        try (Program program = plant.start(environment)) {
            await().atMost(Duration.ofMinutes(2)).until(program::isReady);
            plant.relay().takesItsTime(Duration.ofMillis(100));
            long run = program.trigger(ROUTE, "range=all").path("id").asLong();
            await().until(() -> plant.relay().records() > 1_000);
            plant.killPostgres(); // the ERP's, too
            await().until(() -> !program.isReady());
            assertStaysAlive(program);
            plant.startPostgres();
            await().until(program::isReady);
            plant.relay().takesItsTime(Duration.ZERO);
            plant.awaitEnd(run);
            assertEquals(List.of("SUCCESS"), plant.hub("select distinct status from sync_run"));
            plant.assertInOrder("after the hub was away");
        }
    }

    private static void assertStaysAlive(Program program) {
        await().during(AWAY).atMost(AWAY.multipliedBy(2)).until(() -> isLive(program));
        assertTrue(program.isAlive());
    }

    private static boolean isLive(Program program) {
        try {
            return program.call("GET", "/q/health/live").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
