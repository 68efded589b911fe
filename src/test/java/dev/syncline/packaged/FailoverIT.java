package dev.syncline.packaged;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.support.BlackHole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub fails over to its standby, and the former primary comes back as one, which takes no writes. */
class FailoverIT {
    private static final String ROUTE = "erp-many-to-relay";
    private static final String TICKS = "erp-ticks-to-relay";

    @TempDir
    Path folder;

    @Test
    void findsThePrimaryAgainAmongSeveralHostsAndGoesOnByItself() throws Exception {
        try (HubPair hub = new HubPair(folder.resolve("hub"));
                Plant plant = plant(hub)) {
            Map<String, String> environment = plant.environment();
            environment.put("QUARKUS_DATASOURCE_JDBC_URL", hub.url());
            try (Program program = plant.start(environment)) {
                await().atMost(Duration.ofMinutes(2)).until(program::isReady);
                long run = underway(plant, program);

                hub.fence(); // every write on its open connections is refused from now on
                await().until(() -> !program.isReady());
                assertEquals(200, program.call("GET", "/q/health/live").statusCode());
                hub.failOver();
                assertGoesOn(plant, program, run);

                plant.changeAll("many", "Later");
                long next = underway(plant, program);
                hub.failOver();
                assertGoesOn(plant, program, next);
                assertEquals(
                        List.of(), plant.hub("select id from sync_run where status not in ('IN_PROGRESS', 'SUCCESS')"));
            }
        }
    }

    /** Of an address that moves nobody knows where it leads to, so that a standby is not told by asking for a primary. */
    @Test
    void leavesAStandbyThatItWasLedTo() throws Exception {
        try (HubPair hub = new HubPair(folder.resolve("hub"));
                BlackHole address = new BlackHole(hub.primaryPort());
                Plant plant = plant(hub)) {
            Map<String, String> environment = plant.environment();
            environment.put(
                    "QUARKUS_DATASOURCE_JDBC_URL",
                    "jdbc:postgresql://localhost:" + address.port() + "/hub?targetServerType=any");
            try (Program program = plant.start(environment)) {
                await().atMost(Duration.ofMinutes(2)).until(program::isReady);
                long run = underway(plant, program);
                hub.failOver(); // the address leads to the standby now
                await().until(() -> !program.isReady());
                assertEquals(200, program.call("GET", "/q/health/live").statusCode());
                address.leadTo(hub.primaryPort()); // connections to the standby stay open
                assertGoesOn(plant, program, run);
            }
        }
    }

    private Plant plant(HubPair hub) throws Exception {
        Plant plant = new Plant(folder);
        plant.hubIs(hub::connection);
        plant.route(ROUTE, "many", 6_000, "pageSize=300", "batchSize=100", "concurrency=1");
        plant.route(TICKS, "ticks", 10, "schedule=* * * * * ?");
        return plant;
    }

    private static long underway(Plant plant, Program program) throws IOException {
        plant.relay().takesItsTime(Duration.ofMillis(100));
        int seen = plant.relay().records();
        long run = program.trigger(ROUTE, "range=all").path("id").asLong();
        await().until(() -> plant.relay().records() > seen + 1_000);
        return run;
    }

    private static void assertGoesOn(Plant plant, Program program, long run) throws Exception {
        await().until(program::isReady);
        assertTrue(program.isAlive());
        plant.relay().takesItsTime(Duration.ZERO);
        plant.awaitEnd(run);
        assertEquals("SUCCESS", plant.status(run));
        String now = plant.hub("select now()").get(0);
        await("schedules go on").until(() -> !plant.hub(
                        """
                        select id from sync_run where route = '%s' and trigger = 'SCHEDULE' and status = 'SUCCESS'
                        and started_at > timestamptz '%s'"""
                                .formatted(TICKS, now))
                .isEmpty());
        assertEquals(
                List.of("6010"), plant.hub("select count(*) from sync_record where status = 1"), "all is recorded");
        assertEquals(6_010, plant.relay().held().size());
        assertEquals(List.of(), List.copyOf(plant.relay().contradictions()));
    }
}
