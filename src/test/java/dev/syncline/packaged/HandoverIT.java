package dev.syncline.packaged;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is told to end, as by Kubernetes, while it is at work. */
class HandoverIT {
    private static final String ROUTE = "erp-many-to-relay";
    private static final int SIGTERM = 128 + 15;

    @TempDir
    Path folder;

    @Test
    void finishesThePageInFlightAndLeavesTheRunToTheNextProcess() throws Exception {
        try (Plant plant = new Plant(folder)) {
            plant.route(ROUTE, "many", 20_000, "pageSize=1000", "batchSize=500", "concurrency=1");
            plant.route("erp-ticks-to-relay", "ticks", 10, "schedule=* * * * * ?");
            Map<String, String> environment = plant.environment();
            environment.put("SYNCLINE_LEASE", "10m"); // nobody is to wait for its end
            environment.put("SYNCLINE_USERS_OPERATOR_ROLES", "admin"); // to pause a route
            Program first = plant.start(environment);
            await().until(first::isReady);
            plant.relay().takesItsTime(Duration.ofMillis(100));
            long run = first.trigger(ROUTE, "range=all").path("id").asLong();
            await().until(() -> plant.relay().records() > 3_000);
            plant.relay().takesItsTime(Duration.ofSeconds(4));
            String now = plant.hub("select now()").get(0);
            first.signal("TERM");
            assertEquals(SIGTERM, first.exitCode());

            assertEquals(List.of("IN_PROGRESS"), plant.hub("select status from sync_run where id = " + run));
            assertEquals(
                    List.of(),
                    plant.hub("select id from sync_work_part where status = 'IN_PROGRESS' and owner is not null"));
            assertEquals(
                    List.of(),
                    plant.hub("select id from sync_run where started_at > timestamptz '" + now
                            + "' + interval '1 second'"),
                    "nothing begins any more");
            assertEquals(
                    List.of(), plant.hub("select id from sync_run where status not in ('IN_PROGRESS', 'SUCCESS')"));
            assertTrue(plant.relay().held().size() < 20_000, "in the middle");
            assertEquals(List.of(), errors(first));

            plant.relay().takesItsTime(Duration.ZERO);
            try (Program second = plant.start(environment)) {
                plant.awaitEnd(run);
                assertEquals(List.of("SUCCESS"), plant.hub("select status from sync_run where id = " + run));
                assertEquals(List.of("1"), plant.hub("select resumed from sync_run where id = " + run));
                // A run that the end of the last program meets would be given back, and no process be left to continue
                // it.
                assertEquals(
                        200,
                        second.call("POST", "/api/routes/erp-ticks-to-relay/pause")
                                .statusCode());
                await().until(() -> plant.hub("select id from sync_run where status = 'IN_PROGRESS'")
                        .isEmpty());
                second.signal("TERM");
                second.exitCode();
                assertEquals(List.of(), errors(second));
            }
            assertEquals(0, plant.relay().sentAgain());
            plant.assertInOrder("after the handover");
        }
    }

    private static List<String> errors(Program program) throws IOException {
        return program.output()
                .lines()
                .filter(line -> line.contains("\"level\":\"ERROR\""))
                .map(line -> program.name() + ": " + line)
                .toList();
    }
}
