package dev.syncline.packaged;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.packaged.Points.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kills the packaged program, and PostgreSQL, with SIGKILL: nothing is lost, nothing has an effect twice, nothing stays
 * active. Two programs share the hub, so that one goes on where the other was killed, and the killed one is started anew.
 */
@TestInstance(Lifecycle.PER_CLASS)
class CrashIT {
    private static final Logger LOG = Logger.getLogger(CrashIT.class);
    private static final int RECORDS = Integer.getInteger("crash.records", 100_000);
    private static final int KILLS = Integer.getInteger("crash.kills", 20);
    private static final int DATABASE_KILLS = Integer.getInteger("crash.databaseKills", 5);
    private static final long SEED = Long.getLong("crash.seed", System.currentTimeMillis());
    private static final int PAGE = 1_000;
    private static final int SMALL_PAGE = 400;
    private static final String POINTS_ROUTE = "erp-points-to-relay";
    private static final String CREATING_ROUTE = "erp-created-to-registry";
    private static final String ROUTE = "erp-moments-to-relay";

    private final Random random = new Random(SEED);
    private final List<Program> programs = new ArrayList<>();
    private Plant plant;
    private Points points;
    private Map<String, String> environment;
    private int changes;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        LOG.infof("The moments are those of -Dcrash.seed=%d", SEED);
        plant = new Plant(folder);
        points = new Points(folder.resolve("points"));
        plant.route(POINTS_ROUTE, "points", 2_000, "pageSize=" + SMALL_PAGE, "batchSize=100");
        plant.route(CREATING_ROUTE, "created", "registry", 100, "pageSize=" + SMALL_PAGE, "batchSize=100");
        plant.route(ROUTE, "moments", RECORDS, "pageSize=" + PAGE, "batchSize=250");
        environment = plant.environment();
        programs.add(plant.start(environment, points));
        programs.add(plant.start(environment, points));
        await().until(() -> programs.stream().allMatch(Program::isReady));
        plant.awaitEnd(trigger(POINTS_ROUTE));
        plant.awaitEnd(trigger(CREATING_ROUTE));
        plant.awaitEnd(trigger(ROUTE));
        plant.assertInOrder("before any kill");
    }

    @AfterAll
    void stop() throws Exception {
        for (Program program : programs) {
            program.kill();
        }
        plant.close();
    }

    static Stream<Point> inside() {
        return Points.INSIDE.stream();
    }

    @ParameterizedTest
    @MethodSource("inside")
    void losesAndDoublesNothingWhenKilledAt(Point point) throws Exception {
        changeAll("points");
        Before before = before();
        points.arm(point);
        long run = trigger(POINTS_ROUTE);
        await("to come to the point: " + point)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> standingAt(point).findAny().isPresent());
        kill(standingAt(point).findAny().orElseThrow());
        assertGoesOn(run, point.name(), before, SMALL_PAGE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void losesAndDoublesNothingWhenKilledOverACallThatTheTarget(boolean hasDone) throws Exception {
        changeAll("points");
        Before before = before();
        Relay.Parked call = plant.relay().park(hasDone);
        long run = trigger(POINTS_ROUTE);
        await().until(call::isReached);
        kill(owner(run));
        call.end();
        assertGoesOn(run, hasDone ? "committed, not answered" : "sent, not committed", before, SMALL_PAGE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void createsNothingTwiceWhenKilledOverACallThatTheTarget(boolean hasDone) throws Exception {
        plant.execute(
                "erp",
                """
                insert into created select 'created-' || n, 'Name', 'Street', now()
                from generate_series(%1$d001, %1$d900) n"""
                        .formatted(++changes));
        Relay.Parked call = plant.relay().park(hasDone);
        long run = trigger(CREATING_ROUTE);
        await().until(call::isReached);
        kill(owner(run));
        call.end();
        assertGoesOn(run, hasDone ? "created, not answered" : "sent, not created", before(), 0);
        assertEquals(List.of("0"), plant.hub("select count(*) from sync_intent"));
    }

    @Test
    void losesAndDoublesNothingWhenKilledAtRandomMoments() throws Exception {
        Before before = before();
        plant.relay().takesItsTime(Duration.ofMillis(60));
        long run = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            run = underway(run);
            kill(owner(run));
        }
        plant.relay().takesItsTime(Duration.ZERO);
        assertGoesOn(run, KILLS + " kills", before, PAGE);
    }

    @Test
    void losesAndDoublesNothingWhenPostgresIsKilled() throws Exception {
        Before before = before();
        plant.relay().takesItsTime(Duration.ofMillis(60));
        long run = 0;
        for (int kill = 1; kill <= DATABASE_KILLS; kill++) {
            run = underway(run);
            Program owner = owner(run);
            plant.killPostgres();
            if (kill % 2 == 0) {
                kill(owner);
            }
            plant.startPostgres();
        }
        plant.relay().takesItsTime(Duration.ZERO);
        assertGoesOn(run, DATABASE_KILLS + " kills of PostgreSQL", before, PAGE);
    }

    /** A run at a random moment, the same as before if it is not over. */
    private long underway(long run) throws Exception {
        long active = run;
        if (run == 0 || !plant.status(run).equals("IN_PROGRESS")) {
            changeAll("moments");
            active = trigger(ROUTE);
        }
        int seen = plant.relay().records();
        await("a record of run " + active)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> plant.relay().records() > seen);
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(400)).toNanos());
        return active;
    }

    /** @param resumptions how often runs had been gone on with */
    private record Before(int sentAgain, int resumptions) {}

    private Before before() {
        return new Before(plant.relay().sentAgain(), resumptions());
    }

    private int resumptions() {
        return Integer.parseInt(
                plant.hub("select coalesce(sum(resumed), 0) from sync_run").get(0));
    }

    /**
     * @param page the most that a run may send again whenever somebody goes on with it: after a kill, or because its
     *     process was too slow for the two seconds of its lease
     */
    private void assertGoesOn(long run, String when, Before before, int page) throws Exception {
        plant.awaitEnd(run);
        assertEquals("SUCCESS", plant.status(run), when);
        plant.assertInOrder(when);
        int sentAgain = plant.relay().sentAgain() - before.sentAgain();
        int resumptions = resumptions() - before.resumptions();
        LOG.infof("%s: run %d goes on, %d records sent again in %d resumptions", when, run, sentAgain, resumptions);
        assertTrue(
                sentAgain <= page * resumptions,
                when + ": sent " + sentAgain + " records again, at most " + page + " were to be for each of "
                        + resumptions + " resumptions");
    }

    private void changeAll(String table) throws Exception {
        plant.changeAll(table, "Change " + ++changes);
    }

    /** Triggers the route at whichever program answers. */
    private long trigger(String route) throws IOException {
        await().until(() -> programs.stream().anyMatch(Program::isReady));
        Program ready = programs.stream().filter(Program::isReady).findFirst().orElseThrow();
        return ready.trigger(route, "range=all").path("id").asLong();
    }

    private Stream<Program> standingAt(Point point) {
        return programs.stream().filter(program -> points.isReached(point, program.name()));
    }

    private Program owner(long run) {
        String owner = plant.hub("select owner from sync_work_part where item = " + run)
                .get(0);
        return programs.stream()
                .filter(program -> program.name().equals(owner))
                .findAny()
                .orElse(programs.get(0));
    }

    /** Kills it, and starts another in its place. */
    private void kill(Program victim) throws Exception {
        victim.kill();
        programs.remove(victim);
        programs.add(plant.start(environment, points));
    }
}
