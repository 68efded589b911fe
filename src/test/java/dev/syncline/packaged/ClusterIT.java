package dev.syncline.packaged;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one hub database. */
class ClusterIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROUTE = "erp-many-to-relay";
    private static final int RECORDS = 20_000;
    private static final int PAGE = 1_000;

    @TempDir
    Path folder;

    private final List<Program> programs = new ArrayList<>();
    private Plant plant;
    private Map<String, String> environment;

    @BeforeEach
    void start() throws Exception {
        plant = new Plant(folder);
        environment = plant.environment();
    }

    @AfterEach
    void stop() throws Exception {
        for (Program program : programs) {
            program.kill();
        }
        plant.close();
    }

    @Test
    void everyFireOfAScheduleIsOneRunAndNoneOverlap() throws Exception {
        int routes = 5;
        int fires = 10;
        environment.put("SYNCLINE_USERS_OPERATOR_ROLES", "admin"); // to pause routes
        for (int n = 1; n <= routes; n++) {
            plant.route("erp-ticks-" + n + "-to-relay", "ticks" + n, 20, "schedule=* * * * * ?");
        }
        programs(2);
        await().until(() -> plant.hub(
                                """
                                select route from sync_run where trigger = 'SCHEDULE' and finished_at is not null
                                group by route having count(*) >= %d"""
                                        .formatted(fires))
                        .size()
                == routes);
        assertEquals(
                List.of(),
                plant.hub(
                        """
                        select route || ' at ' || due_at from (
                            select route, due_at, lead(due_at) over (partition by route order by due_at) as next
                            from sync_run where trigger = 'SCHEDULE') fires
                        where next <> due_at + interval '1 second'"""),
                "each second has its run, and no second has two");
        assertEquals(
                List.of(),
                plant.hub(
                        """
                        select a.route || ': ' || a.id || ' and ' || b.id from sync_run a
                        join sync_run b on a.route = b.route and a.id < b.id
                            and b.started_at < coalesce(a.finished_at, now())"""),
                "no two runs of a route at once");
        for (int n = 1; n <= routes; n++) {
            // A run that the end of the last program meets would be given back, and nobody be left to go on with it.
            String pause = "/api/routes/erp-ticks-" + n + "-to-relay/pause";
            assertEquals(200, programs.get(0).call("POST", pause).statusCode());
        }
        await().until(() -> plant.hub("select id from sync_run where status = 'IN_PROGRESS'")
                .isEmpty());
        for (Program program : programs) {
            program.signal("TERM");
            program.exitCode();
        }
        plant.assertInOrder("after the fires");
    }

    @Test
    void theOtherTakesOverOnceTheLeaseOfAKilledOneHasEnded() throws Exception {
        environment.put("SYNCLINE_LEASE", "6s");
        many();
        programs(2);
        long run = underway();
        Program owner = owner(run);
        owner.kill();
        int seen = plant.relay().records();
        await().pollInterval(Duration.ofMillis(50)).until(() -> plant.relay().records() > seen);
        plant.awaitEnd(run);
        assertEquals(List.of("1"), plant.hub("select resumed from sync_run where id = " + run));
        plant.assertInOrder("after the take-over");
    }

    @Test
    void aProcessThatStoodStillPastItsLeaseSendsAndWritesNothingMore() throws Exception {
        many();
        programs(2);
        long run = underway();
        Program paused = owner(run);
        paused.signal("STOP");
        try {
            plant.awaitEnd(run);
            plant.assertInOrder("after the take-over");
            int sentAgain = plant.relay().sentAgain();
            assertTrue(sentAgain <= PAGE, "sent again: " + sentAgain);
            plant.changeAll("many", "Later");
            long later = other(paused).trigger(ROUTE, "range=all").path("id").asLong();
            plant.awaitEnd(later);
        } finally {
            paused.signal("CONT");
        }
        await("it notices").until(() -> paused.output().contains("Run " + run + " is not this process's any more"));
        plant.assertInOrder("after it came back");
        assertTrue(
                plant.relay().sentAgain() <= PAGE,
                "sent again: " + plant.relay().sentAgain());
        assertEquals(List.of("SUCCESS"), plant.hub("select status from sync_run where id = " + run));
        await("it is as good as before").until(paused::isReady);
        long next = paused.trigger(ROUTE, "range=all").path("id").asLong();
        plant.awaitEnd(next);
        assertEquals(List.of("0"), plant.hub("select created + updated from sync_run where id = " + next));
    }

    @Test
    void ordersAtAnyProcessBehaveAlike() throws Exception {
        many();
        programs(2);
        Program here = programs.get(0);
        Program there = programs.get(1);
        long run = underway();
        for (Program program : programs) {
            HttpResponse<String> refused = program.call("POST", "/api/routes/" + ROUTE + "/runs");
            assertEquals(409, refused.statusCode());
            assertEquals(run, JSON.readTree(refused.body()).path("activeRun").asLong());
        }
        Program other = other(owner(run));
        assertEquals(202, other.call("POST", "/api/runs/" + run + "/cancel").statusCode());
        String[] events =
                other.call("GET", "/api/runs/" + run + "/events").body().split("data:");
        assertEquals(
                "CANCELLED",
                JSON.readTree(events[events.length - 1]).path("status").asText());
        plant.relay().takesItsTime(Duration.ZERO);
        for (Program program : List.of(here, there)) {
            JsonNode ended = program.trigger(ROUTE, "range=all&wait=60");
            assertEquals("SUCCESS", ended.path("status").asText(), ended.toString());
        }
        plant.assertInOrder("after the orders");
    }

    @Test
    void anOrderThatComesWhileTheProcessIsStartingIsCarriedOutAtOnce() throws Exception {
        environment.put("SYNCLINE_LEASE", "10m"); // a run that nobody began is looked at again after a sixth of it
        many();
        Program program = plant.start(environment);
        programs.add(program);
        await().pollInterval(Duration.ofMillis(10)).until(() -> {
            try {
                return program.call("POST", "/api/routes/" + ROUTE + "/runs?range=all")
                                .statusCode()
                        == 202;
            } catch (IOException e) {
                return false;
            }
        });
        await().until(() ->
                plant.hub("select id from sync_run where status = 'SUCCESS'").size() == 1);
        plant.assertInOrder("after the first order");
    }

    @Test
    void whatARemovedRouteLeavesBehindGoesWithTheLastProcessThatHasIt() throws Exception {
        String gone = "erp-gone-to-relay";
        plant.route(gone, "many", RECORDS, "schedule=0 0 3 * * ?");
        plant.route(ROUTE, "many", RECORDS, "schedule=0 0 3 * * ?");
        programs(1);
        assertEquals(List.of("0 0 3 * * ?"), cron(gone));

        Files.delete(plant.route(gone));
        plant.route(ROUTE, "many", RECORDS, "schedule=0 0 4 * * ?");
        programs(1);
        Program withIt = programs.get(0);
        Program without = programs.get(1);
        assertEquals(List.of("0 0 4 * * ?"), cron(ROUTE), "a changed schedule is taken over");
        await().until(() -> plant.hub("select instance from sync_replica").size() == 2);
        assertEquals(List.of("0 0 3 * * ?"), cron(gone), "one process still has it");

        withIt.kill();
        plant.execute(
                "hub",
                """
                insert into sync_run (route, status, trigger, requested_by, range_name, depth, created_at)
                values ('%s', 'IN_PROGRESS', 'ON_DEMAND', 'operator', 'all', 'SHALLOW', now())"""
                        .formatted(gone));
        // As if it had been there for long: one that has just come is waited for.
        plant.execute("hub", "update sync_replica set registered_at = now() - interval '1 hour'");
        await().until(() -> cron(gone).isEmpty());
        await().until(() -> plant.hub("select id from sync_run where status = 'IN_PROGRESS'")
                .isEmpty());
        assertEquals(
                List.of("There is no route " + gone + " any more"),
                plant.hub("select reason from sync_run where status = 'FAILED'"));
        assertEquals(List.of("0 0 4 * * ?"), cron(ROUTE));
        assertEquals(
                "SUCCESS",
                without.trigger(ROUTE, "range=all&wait=60").path("status").asText());
    }

    @Test
    void aScheduleThatWasMissedForLongRunsOnce() throws Exception {
        plant.route(ROUTE, "many", 100, "schedule=0 0 3 * * ?");
        programs(1);
        programs.remove(0).kill();
        plant.execute(
                "hub",
                """
                update qrtz_triggers set next_fire_time = extract(epoch from now() - interval '30 hours') * 1000
                where trigger_name = '%s'"""
                        .formatted(ROUTE));
        programs(1);
        await().until(() -> plant.hub("select id from sync_run where finished_at is not null")
                        .size()
                == 1);
        assertEquals(
                List.of("t"),
                plant.hub("select next_fire_time > extract(epoch from now()) * 1000 from qrtz_triggers"
                        + " where trigger_name = '" + ROUTE + "'"));
        assertEquals(1, plant.hub("select id from sync_run").size());
        plant.assertInOrder("after the missed fires");
    }

    private List<String> cron(String route) {
        return plant.hub("select cron_expression from qrtz_cron_triggers where trigger_name = '" + route + "'");
    }

    private void many() throws Exception {
        plant.route(ROUTE, "many", RECORDS, "pageSize=" + PAGE, "batchSize=125");
    }

    private void programs(int more) throws IOException {
        for (int i = 0; i < more; i++) {
            programs.add(plant.start(environment));
        }
        await().until(() -> programs.stream().allMatch(Program::isReady));
    }

    /** A run in the middle of its pages. */
    private long underway() throws IOException {
        plant.relay().takesItsTime(Duration.ofMillis(100));
        long run = programs.get(0).trigger(ROUTE, "range=all").path("id").asLong();
        await().pollInterval(Duration.ofMillis(20)).until(() -> plant.relay().records() > 3 * PAGE);
        return run;
    }

    private Program owner(long run) {
        String owner = plant.hub("select owner from sync_work_part where item = " + run)
                .get(0);
        return programs.stream()
                .filter(program -> program.name().equals(owner))
                .findAny()
                .orElseThrow();
    }

    private Program other(Program one) {
        return programs.stream().filter(program -> program != one).findAny().orElseThrow();
    }
}
