package dev.syncline.run;

import static dev.syncline.support.Patience.await;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Chain;
import dev.syncline.support.Counters;
import dev.syncline.support.Database;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sub-jobs whose job is not there wait for it, and go by themselves. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class ParkedChildrenTest {
    private static final String JOBS = "erp-jobs-to-relay";
    private static final String SUB_JOBS = "erp-sub-jobs-to-relay";
    private static final int MANY = 1_000;
    private static final int BATCH = 500;

    private final Database erp = Database.of("erp");

    @AfterEach
    void mend() {
        given().delete("/sandbox/faults");
        Api.as("admin").post("/api/routes/" + JOBS + "/resume");
    }

    @Test
    void aThousandGoInTheOrderOfTheSourceOnceTheirParentIsThere() {
        Chain.run(JOBS, "all", "shallow");
        // The last by key changed first.
        erp.execute(
                """
                insert into sub_jobs (job_no, sub_job_no, name, create_date)
                select 'J-PARK', to_char(n, 'FM0000'), 'Parked ' || n, now() - interval '2 hours' - n * interval '1 second'
                from generate_series(1, %d) n"""
                        .formatted(MANY));
        assertTrue(Chain.run(SUB_JOBS, "all", "shallow").getInt("counts.onHold") >= MANY);
        assertTrue(
                reason("J-PARK|0001").contains("route " + JOBS + " has not delivered it, and has never seen it"),
                reason("J-PARK|0001"));
        Counters.assertExact(SUB_JOBS);
        assertEquals(0, Chain.run(SUB_JOBS, "changes", "shallow").getInt("counts.created"));

        putJob("J-PARK");
        Chain.run(JOBS, "changes", "shallow");
        awaitSuccess("J-PARK|0001");
        await().until(() -> lastRun(SUB_JOBS).getString("finishedAt") != null);

        JsonPath release = lastRun(SUB_JOBS);
        assertEquals("RETRY", release.getString("trigger"), release.prettify());
        assertEquals("release", release.getString("requestedBy"));
        assertEquals("SUCCESS", release.getString("status"));
        assertEquals(MANY, release.getInt("counts.created"));
        assertEquals(MANY, release.getInt("counts.read"), "the other records on hold are left alone");
        Counters.assertExact(SUB_JOBS);

        List<String> expected = IntStream.rangeClosed(1, MANY)
                .mapToObj(n -> "J-PARK|%04d".formatted(MANY + 1 - n))
                .toList();
        List<String> sent = sentInOrder(release.getLong("id"));
        assertTrue(expected.equals(sent), () -> sent.subList(0, 50).toString());
        assertEquals(
                expected.subList(0, BATCH).stream().sorted().toList(),
                Database.hub()
                        .column(
                                String.class,
                                """
                                select key from sync_record where key like 'J-PARK|%' and run_id = ?
                                order by substring(target_ref from 4)::bigint limit 500""",
                                release.getLong("id"))
                        .stream()
                        .sorted()
                        .toList(),
                "the relay had the first batch before the second");
    }

    @Test
    void saysHowItStandsWithTheParent() {
        Chain.run(JOBS, "all", "shallow");
        Chain.run(SUB_JOBS, "all", "shallow");
        assertTrue(reason("J-1013|01").contains("it is FAILED there: endDate"), reason("J-1013|01"));

        Api.as("admin").post("/api/routes/" + JOBS + "/pause").then().statusCode(200);
        putSubJob("J-PAUSED", "01", "Its job's route is paused");
        Chain.run(SUB_JOBS, "changes", "shallow");
        assertTrue(reason("J-PAUSED|01").contains("That route is paused: resume it"), reason("J-PAUSED|01"));
        forget("J-PAUSED");
    }

    @Test
    void theChildrenOfAPausedRouteWaitForItsNextRun() {
        putSubJob("J-LATER", "01", "Waits twice");
        Chain.run(SUB_JOBS, "changes", "shallow");
        Api.as("admin").post("/api/routes/" + SUB_JOBS + "/pause").then().statusCode(200);
        try {
            putJob("J-LATER");
            Chain.run(JOBS, "changes", "shallow");
            Chain.run(JOBS, "changes", "shallow"); // the end of the first is over for certain
            assertEquals("ON_HOLD", Api.record(SUB_JOBS, "J-LATER|01").getString("status"));
        } finally {
            Api.as("admin").post("/api/routes/" + SUB_JOBS + "/resume");
        }
        Database.hub().execute("update sync_parked set ready = false where key = 'J-LATER|01'");
        JsonPath dry = Api.run(SUB_JOBS, "range=changes&dryRun=true");
        assertEquals(1, dry.getInt("counts.created"), "a dry run says so");
        assertEquals("ON_HOLD", Api.record(SUB_JOBS, "J-LATER|01").getString("status"));
        assertEquals(1, Chain.run(SUB_JOBS, "changes", "shallow").getInt("counts.created"), "and lets nothing go");
        assertEquals("SUCCESS", Api.record(SUB_JOBS, "J-LATER|01").getString("status"));
    }

    @Test
    void goesWithTheNextRunWhenAFieldIsFilledInThoughItsChangedAtDoesNotMove() {
        putJob("J-FIELD");
        Chain.run(JOBS, "changes", "shallow");
        erp.execute("insert into sub_jobs (job_no, sub_job_no, name, create_date)"
                + " values ('J-FIELD', '01', ' ', now() - interval '3 days')");
        Chain.run(SUB_JOBS, "all", "shallow");
        assertTrue(reason("J-FIELD|01").contains("'name' is missing"), reason("J-FIELD|01"));
        erp.execute("update sub_jobs set name = 'Filled in' where job_no = 'J-FIELD'");
        Chain.run(SUB_JOBS, "changes", "shallow");
        assertEquals("SUCCESS", Api.record(SUB_JOBS, "J-FIELD|01").getString("status"));
        assertEquals("Filled in", Api.item("relay", "sub-jobs", "J-FIELD|01").getString("name"));
        Counters.assertExact(SUB_JOBS);
    }

    @Test
    void whatNeverGotThereAndIsGoneAtTheSourceIsClearedByADeepRunOverAll() {
        putSubJob("J-NEVER", "01", "Has no job");
        Chain.run(SUB_JOBS, "changes", "shallow");
        assertEquals("ON_HOLD", Api.record(SUB_JOBS, "J-NEVER|01").getString("status"));
        forget("J-NEVER");
        Chain.run(SUB_JOBS, "all", "deep");
        assertEquals("DELETED", Api.record(SUB_JOBS, "J-NEVER|01").getString("action"));
        assertEquals(0, parked("J-NEVER|01"));
        Counters.assertExact(SUB_JOBS);
    }

    @Test
    void parksWhatAnOlderVersionHeldWithoutSayingWhatItWaitsFor() {
        putSubJob("J-OLD", "01", "Held by an older version");
        Chain.run(SUB_JOBS, "changes", "shallow");
        assertEquals("ON_HOLD", Api.record(SUB_JOBS, "J-OLD|01").getString("status"));
        Database.hub().execute("delete from sync_parked where key = 'J-OLD|01'");
        Chain.run(SUB_JOBS, "all", "shallow");
        assertEquals(1, parked("J-OLD|01"));
        putJob("J-OLD");
        Chain.run(JOBS, "changes", "shallow");
        Chain.run(SUB_JOBS, "changes", "shallow");
        assertEquals("SUCCESS", Api.record(SUB_JOBS, "J-OLD|01").getString("status"));
        assertEquals(0, parked("J-OLD|01"));
    }

    private static long parked(String key) {
        return Database.hub().value(Long.class, "select count(*) from sync_parked where key = ?", key);
    }

    private static String reason(String key) {
        return Api.record(SUB_JOBS, key).getString("reason");
    }

    private static void awaitSuccess(String key) {
        await().until(() -> Api.record(SUB_JOBS, key).getString("status").equals("SUCCESS"));
    }

    private static JsonPath lastRun(String route) {
        JsonPath runs = Api.as("viewer").get("/api/runs?limit=1&route=" + route).as(Reply.class);
        return Api.as("viewer").get("/api/runs/" + runs.getLong("items[0].id")).as(Reply.class);
    }

    /** Keys of what a run did, in the order in which it went to the target. */
    private static List<String> sentInOrder(long run) {
        return Database.hub()
                .column(
                        String.class,
                        """
                        select k.key from sync_document_log l, unnest(l.keys) with ordinality k (key, place)
                        where run_id = ? order by l.id, k.place""",
                        run);
    }

    private static void putJob(String job) {
        put("jobs/" + job, "{\"name\":\"Made for a test\"}");
    }

    private static void putSubJob(String job, String number, String name) {
        put("sub-jobs/" + job + "|" + number, "{\"name\":\"" + name + "\"}");
    }

    private static void put(String path, String body) {
        assertTrue(given().contentType("application/json")
                        .body(body)
                        .put("/sandbox/erp/" + path)
                        .statusCode()
                < 300);
    }

    private void forget(String job) {
        erp.execute("delete from sub_jobs where job_no = ?", job);
    }
}
