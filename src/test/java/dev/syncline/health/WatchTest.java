package dev.syncline.health;

import static dev.syncline.support.Api.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.page.Micros;
import dev.syncline.record.LogPartitions;
import dev.syncline.record.Notices;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.run.RouteProgress;
import dev.syncline.run.RouteStates;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Book;
import dev.syncline.support.Database;
import dev.syncline.support.Ledger;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The route runs every night at four; the clock is moved into nights to come, where nothing runs by itself. */
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class WatchTest {
    private static final String ROUTE = "ledger-watched-to-relay";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Inject
    Catalog catalog;

    @Inject
    RouteStates states;

    @Inject
    RouteProgress progress;

    @Inject
    Schedules schedules;

    @Inject
    LogPartitions partitions;

    @Inject
    Notices notices;

    private final Database hub = Database.hub();
    private Instant[] nights;

    @BeforeEach
    void countNights() {
        forget();
        hub.execute("insert into sync_route (name) values (?) on conflict do nothing", ROUTE);
        nights = new Instant[8];
        Instant night = Instant.now();
        for (int i = 0; i < nights.length; i++) {
            night = schedules.next(catalog.get(ROUTE), night);
            nights[i] = night;
        }
    }

    @AfterEach
    void forget() {
        as("admin").post("/api/routes/" + ROUTE + "/resume").then().statusCode(200);
        hub.execute("delete from sync_run where route = ?", ROUTE);
        hub.execute("delete from sync_audit where subject = ?", ROUTE);
        hub.execute("delete from sync_notice where route = ? or route is null", ROUTE);
        hub.execute(
                "update sync_route set success = 0, failed = 0, last_success = null, watermark = null,"
                        + " watermark_unit = null where name = ?",
                ROUTE);
    }

    @Test
    void aRouteThatMissedTwoOfItsTimesDidNotRunAndOneThatRanDid() {
        assertEquals(Set.of(), open(nights[1].minus(MINUTE)));
        assertEquals(Set.of("DID_NOT_RUN"), open(nights[1].plus(MINUTE)));
        assertEquals(Set.of("DID_NOT_RUN"), open(nights[2].plus(MINUTE)));
        assertEquals(1, list().getInt("items[0].count"), "told once for as long as it lasts");
        assertTrue(list().getString("items[0].text").contains(nights[0].toString()), list().prettify());

        ended("SUCCESS", nights[2].plus(MINUTE));
        assertEquals(Set.of(), open(nights[2].plus(MINUTE.multipliedBy(2))));
        assertEquals(Set.of(), open(nights[3].plus(MINUTE)));
        assertEquals(Set.of("DID_NOT_RUN"), open(nights[4].plus(MINUTE)));
    }

    @Test
    void aRouteThatIsPausedNeedNotRunAndAfterwardsIsGivenTime() {
        as("admin").post("/api/routes/" + ROUTE + "/pause").then().statusCode(200);
        assertEquals(Set.of(), open(nights[5].plus(MINUTE)));
        as("admin").post("/api/routes/" + ROUTE + "/resume").then().statusCode(200);
        assertEquals(Set.of("DID_NOT_RUN"), open(nights[5].plus(MINUTE)));
        hub.execute(
                "insert into sync_audit (at, who, action, subject) values (?, 'admin', 'resume', ?)",
                time(nights[4].plus(MINUTE)),
                ROUTE);
        assertEquals(Set.of(), open(nights[5].plus(MINUTE)));
        assertEquals(Set.of("DID_NOT_RUN"), open(nights[6].plus(MINUTE)));
    }

    @Test
    void aRouteThatRunsOnDemandOnlyNeedNotRun() {
        Standing onDemand = standing(catalog.get("ledger-kept-to-relay"), nights[7]);
        assertEquals(null, onDemand.dueSince());
        assertEquals(null, onDemand.oldest());
    }

    @Test
    void aRunThatRecordsNothingIsStuckUntilItDoes() {
        Instant began = nights[0];
        running(began, began.plus(Duration.ofDays(2)), null);
        assertEquals(Set.of(), open(began.plus(Duration.ofMinutes(14))));
        assertEquals(Set.of("RUN_STUCK"), open(began.plus(Duration.ofMinutes(16))));
        assertTrue(list().getString("items[0].text").contains("has recorded nothing since " + began));

        hub.execute("update sync_run set progressed_at = ? where route = ?", time(began.plus(MINUTE)), ROUTE);
        assertEquals(Set.of(), open(began.plus(Duration.ofMinutes(16))));
        assertEquals(Set.of("RUN_STUCK"), open(nights[1].plus(MINUTE)), "and not overdue as well");
    }

    @Test
    void aRunThatNobodyCarriesOutIsStuck() {
        running(nights[0], nights[0].plus(MINUTE), null);
        assertEquals(Set.of("RUN_STUCK"), open(nights[0].plus(Duration.ofHours(1))));
        assertTrue(
                list().getString("items[0].text").contains("is nobody's since " + nights[0].plus(MINUTE)),
                list().prettify());
    }

    @Test
    void aRunThatNobodyBeginsIsStuckUnlessItWaitsItsTurn() {
        queued(null);
        assertEquals(Set.of("RUN_STUCK"), open(nights[0].plus(Duration.ofHours(1))));
        assertTrue(list().getString("items[0].text").contains("is queued since " + nights[0]));

        hub.execute("update sync_run set status = 'CANCELLED', finished_at = created_at where route = ?", ROUTE);
        String other = "another-route-of-the-watch-test";
        hub.execute("delete from sync_run where route = ?", other);
        insert(other, "IN_PROGRESS", nights[0], nights[0], null, null);
        queued(hub.value(Long.class, "select id from sync_run where route = ?", other));
        assertEquals(Set.of(), open(nights[0].plus(Duration.ofHours(1))));
        hub.execute("delete from sync_run where route = ?", ROUTE);
        hub.execute("delete from sync_run where route = ?", other);
    }

    @Test
    void aRunThatWaitsForItsTargetIsNotStuckAndWaitsLongAfterAnHour() {
        Instant waitsUntil = nights[1];
        running(nights[0], nights[1], waitsUntil);
        assertEquals(Set.of(), open(nights[0].plus(Duration.ofMinutes(59))));
        assertEquals(Set.of("WAITS_LONG"), open(nights[0].plus(Duration.ofMinutes(61))));
    }

    @Test
    void aRunThatTriesAgainBetweenTwoWaitsIsNotStuck() {
        MovedClock clock = new MovedClock();
        Watch watch = watch(clock);
        running(nights[0], nights[1], nights[1]);
        clock.now = nights[0].plus(Duration.ofMinutes(61));
        watch.look();
        hub.execute("update sync_run set waiting_until = null where route = ?", ROUTE);
        clock.now = nights[0].plus(Duration.ofMinutes(70));
        watch.look();
        assertEquals(List.of("WAITS_LONG"), list().getList("items.kind"));
        clock.now = nights[0].plus(Duration.ofMinutes(72));
        watch.look();
        assertEquals(List.of("RUN_STUCK"), list().getList("items.kind"));
    }

    @Test
    void threeRunsInARowThatFailedAreTold() {
        ended("SUCCESS", nights[0]);
        ended("FAILED", nights[0].plus(MINUTE));
        ended("CANCELLED", nights[0].plus(MINUTE));
        ended("BLOCKED", nights[0].plus(MINUTE));
        assertEquals(Set.of(), open(nights[0].plus(MINUTE)));
        ended("FAILED", nights[0].plus(MINUTE));
        assertEquals(Set.of("RUNS_FAIL"), open(nights[0].plus(MINUTE)));
        assertTrue(list().getString("items[0].text").endsWith("it was said why"), list().prettify());
        ended("PARTIAL", nights[0].plus(MINUTE));
        assertEquals(Set.of(), open(nights[0].plus(MINUTE)));
    }

    @Test
    void noSuccessForFourTimesIsTold() {
        Instant success = nights[0].plus(MINUTE);
        standsAt(success, success);
        ended("CANCELLED", nights[4].plus(MINUTE));
        assertEquals(Set.of(), open(nights[4].minus(MINUTE)));
        assertEquals(Set.of("NO_SUCCESS"), open(nights[4].plus(MINUTE.multipliedBy(2))));
    }

    @Test
    void aWatermarkThatStaysBehindIsToldWhereRunsSucceed() {
        standsAt(nights[4].plus(MINUTE), nights[0].plus(MINUTE));
        ended("SUCCESS", nights[4].plus(MINUTE));
        assertEquals(Set.of("WATERMARK_TOO_OLD"), open(nights[4].plus(MINUTE.multipliedBy(2))));
    }

    @Test
    void aShareOfFailedRecordsIsTold() {
        hub.execute("update sync_route set success = 200, failed = 10 where name = ?", ROUTE);
        assertEquals(Set.of(), open(nights[0]));
        hub.execute("update sync_route set success = 200, failed = 11 where name = ?", ROUTE);
        assertEquals(Set.of("RECORDS_FAIL"), open(nights[0]));
        hub.execute("update sync_route set success = 1000 where name = ?", ROUTE);
        assertEquals(Set.of(), open(nights[0]));
    }

    @Test
    void aMonthWithoutPartitionIsTold() {
        Instant now = Instant.now();
        assertEquals(0L, missing(now));
        assertEquals(1L, missing(now.plus(Duration.ofDays(400))));
        assertEquals(0L, missing(now));
    }

    @Test
    void aPageThatIsRecordedIsProgress() {
        new Book("watched").put("a", Instant.now()).run("range=all");
        assertEquals(
                List.of(true),
                hub.column(Boolean.class, "select progressed_at >= started_at from sync_run where route = ?", ROUTE));
    }

    private long missing(Instant now) {
        open(now);
        return hub.value(
                Long.class,
                "select count(*) from sync_notice where kind = 'LOG_PARTITION_MISSING' and resolved_at is null");
    }

    /** The kinds of the route's open notices after a look at that time. */
    private Set<String> open(Instant now) {
        watch(Clock.fixed(now, ZoneOffset.UTC)).look();
        return Set.copyOf(list().getList("items.kind"));
    }

    private Watch watch(Clock clock) {
        return new Watch(
                standings(clock), partitions, notices, clock, MINUTE, Duration.ofMinutes(15), Duration.ofHours(1), 5);
    }

    private Standings standings(Clock clock) {
        return new Standings(catalog, states, progress, schedules, clock);
    }

    private Standing standing(SyncRoute route, Instant now) {
        return standings(Clock.fixed(now, ZoneOffset.UTC)).all().get(route.id());
    }

    private static JsonPath list() {
        return as("viewer").get("/api/notices?route=" + ROUTE).jsonPath();
    }

    private void standsAt(Instant lastSuccess, Instant watermark) {
        hub.execute(
                "update sync_route set last_success = ?, watermark = ?, watermark_unit = 'TIME' where name = ?",
                time(lastSuccess),
                Micros.of(watermark),
                ROUTE);
    }

    private void ended(String status, Instant finished) {
        insert(ROUTE, status, finished, finished, null, null);
        hub.execute("update sync_run set finished_at = started_at, reason = 'it was said why' where route = ?", ROUTE);
    }

    private void running(Instant since, Instant leaseUntil, Instant waitingUntil) {
        insert(ROUTE, "IN_PROGRESS", since, since, leaseUntil, waitingUntil);
    }

    private void queued(Long after) {
        insert(ROUTE, "IN_PROGRESS", nights[0], null, null, null);
        hub.execute("update sync_run set after_run = ? where route = ? and status = 'IN_PROGRESS'", after, ROUTE);
    }

    private void insert(
            String route, String status, Instant created, Instant started, Instant leaseUntil, Instant waitingUntil) {
        hub.execute(
                """
                insert into sync_run (route, status, queued, trigger, requested_by, range_name, depth, created_at,
                    started_at, lease_until, waiting_until)
                values (?, ?, ?, 'SCHEDULE', 'schedule', 'changes', 'SHALLOW', ?, ?, ?, ?)""",
                route,
                status,
                started == null,
                time(created),
                time(started),
                time(leaseUntil),
                time(waitingUntil));
    }

    /** A clock that the test moves. */
    private static final class MovedClock extends Clock {
        private Instant now;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
