package dev.syncline.packaged;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.support.BlackHole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections that hang: nothing comes back, and nobody says that they are gone. */
class BlackHoleIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROUTE = "erp-many-to-relay";

    @TempDir
    Path folder;

    private Plant plant;
    private Map<String, String> environment;

    @BeforeEach
    void start() throws Exception {
        plant = new Plant(folder);
        plant.route(ROUTE, "many", 6_000, "pageSize=300", "batchSize=100", "concurrency=1");
        environment = plant.environment();
    }

    @AfterEach
    void stop() throws Exception {
        plant.close();
    }

    @Test
    void aRunWhoseSourceHangsShowsThatItWaitsIsCancelledAndAnotherGoesOnWhenTheSourceIsBack() throws Exception {
        try (BlackHole network = new BlackHole(plant.port())) {
            environment.put("SYNCLINE_SYSTEMS_ERP_JDBC_URL", "jdbc:postgresql://localhost:" + network.port() + "/erp");
            environment.put("SYNCLINE_SYSTEMS_ERP_TIMEOUT", "2s");
            environment.put("SYNCLINE_SYSTEMS_ERP_CONNECT_TIMEOUT", "1s");
            try (Program program = plant.start(environment)) {
                await().atMost(Duration.ofMinutes(2)).until(program::isReady);

                long hanging = underway(program);
                network.swallow(true);
                awaitWaiting(hanging);
                assertTrue(program.isReady(), "a system that hangs never costs readiness");
                assertEquals(200, program.call("GET", "/q/health/live").statusCode());
                program.call("POST", "/api/runs/" + hanging + "/cancel");
                plant.awaitEnd(hanging);
                assertEquals("CANCELLED", plant.status(hanging));

                long waiting = program.trigger(ROUTE, "range=all").path("id").asLong();
                awaitWaiting(waiting);
                network.heal();
                plant.relay().takesItsTime(Duration.ZERO);
                plant.awaitEnd(waiting);
                assertEquals("SUCCESS", plant.status(waiting));
                plant.assertInOrder("after the source was back");
            }
        }
    }

    @Test
    void runsAreGivenBackWhenTheHubHangs() throws Exception {
        try (BlackHole network = new BlackHole(plant.port())) {
            environment.put(
                    "QUARKUS_DATASOURCE_JDBC_URL",
                    "jdbc:postgresql://localhost:" + network.port() + "/hub?socketTimeout=4");
            try (Program program = plant.start(environment)) {
                await().atMost(Duration.ofMinutes(2)).until(program::isReady);

                long run = underway(program);
                network.swallow(false); // new connections come through
                plant.relay().takesItsTime(Duration.ZERO);
                plant.awaitEnd(run);
                assertEquals("SUCCESS", plant.status(run));

                plant.changeAll("many", "Later");
                long next = underway(program);
                network.swallow(true);
                await().until(() -> !program.isReady());
                await().during(Duration.ofSeconds(10)) // five leases, and the pool has no connection to give
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> program.call("GET", "/q/health/live").statusCode() == 200);
                JsonNode checks = JSON.readTree(
                                program.call("GET", "/q/health/ready").body())
                        .path("checks");
                assertTrue(checks.toString().contains("hub database"), checks.toString());
                network.heal();
                plant.relay().takesItsTime(Duration.ZERO);
                await().until(program::isReady);
                plant.awaitEnd(next);
                assertEquals(List.of("SUCCESS"), plant.hub("select distinct status from sync_run"));
                plant.assertInOrder("after the hub was back");
            }
        }
    }

    private long underway(Program program) throws Exception {
        plant.relay().takesItsTime(Duration.ofMillis(100));
        int seen = plant.relay().records();
        long run = program.trigger(ROUTE, "range=all").path("id").asLong();
        await().until(() -> plant.relay().records() > seen + 500);
        return run;
    }

    private void awaitWaiting(long run) {
        await().until(() ->
                plant.hub("select id from sync_work_part where item = " + run + " and waiting_until is not null")
                                .size()
                        == 1);
    }
}
