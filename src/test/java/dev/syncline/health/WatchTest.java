package dev.syncline.health;

import static dev.syncline.health.WatchedRoute.MINUTE;
import static dev.syncline.health.WatchedRoute.ROUTE;
import static dev.syncline.support.Api.as;
import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.Ledger;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class WatchTest {
    private static final String RESOLVED_BY = "select resolved_by from sync_notice where route = ?";

    @Inject
    WatchedRoute watched;

    private final Database hub = Database.hub();
    private Instant[] nights;

    @BeforeEach
    void countNights() {
        nights = watched.nights();
    }

    @AfterEach
    void forget() {
        watched.forget();
    }

    @Test
    void aRouteThatMissedTwoOfItsTimesDidNotRunAndOneThatRanDid() {
        assertEquals(Set.of(), watched.open(nights[1].minus(MINUTE)));
        assertEquals(Set.of("DID_NOT_RUN"), watched.open(nights[1].plus(MINUTE)));
        assertEquals(Set.of("DID_NOT_RUN"), watched.open(nights[2].plus(MINUTE)));
        assertEquals(1, WatchedRoute.list().getInt("items[0].count"), "told once for as long as it lasts");
        assertTrue(
                WatchedRoute.list().getString("items[0].text").contains(nights[0].toString()),
                WatchedRoute.list().prettify());

        watched.ended("SUCCESS", nights[2].plus(MINUTE));
        assertEquals(Set.of(), watched.open(nights[2].plus(MINUTE.multipliedBy(2))));
        assertEquals(Set.of(), watched.open(nights[3].plus(MINUTE)));
        assertEquals(Set.of("DID_NOT_RUN"), watched.open(nights[4].plus(MINUTE)));
    }

    @Test
    void aRouteThatIsPausedNeedNotRunAndAfterwardsIsGivenTime() {
        as("admin").post("/api/routes/" + ROUTE + "/pause").then().statusCode(200);
        assertEquals(Set.of(), watched.open(nights[5].plus(MINUTE)));
        as("admin").post("/api/routes/" + ROUTE + "/resume").then().statusCode(200);
        assertEquals(Set.of("DID_NOT_RUN"), watched.open(nights[5].plus(MINUTE)));
        hub.execute(
                "insert into sync_audit (at, who, action, subject) values (?, 'admin', 'resume', ?)",
                WatchedRoute.time(nights[4].plus(MINUTE)),
                ROUTE);
        assertEquals(Set.of(), watched.open(nights[5].plus(MINUTE)));
        assertEquals(Set.of("DID_NOT_RUN"), watched.open(nights[6].plus(MINUTE)));
    }

    @Test
    void aRouteThatRunsOnDemandOnlyNeedNotRun() {
        RouteHealth onDemand = watched.standing("ledger-kept-to-relay", nights[7]);
        assertEquals(null, onDemand.dueSince());
        assertEquals(null, onDemand.oldest());
    }

    @Test
    void threeRunsInARowThatFailedAreTold() {
        watched.ended("SUCCESS", nights[0]);
        watched.ended("FAILED", nights[0].plus(MINUTE));
        watched.ended("CANCELLED", nights[0].plus(MINUTE));
        watched.ended("BLOCKED", nights[0].plus(MINUTE));
        assertEquals(Set.of(), watched.open(nights[0].plus(MINUTE)));
        watched.ended("FAILED", nights[0].plus(MINUTE));
        assertEquals(Set.of("RUNS_FAIL"), watched.open(nights[0].plus(MINUTE)));
        assertTrue(
                WatchedRoute.list().getString("items[0].text").endsWith("it was said why"),
                WatchedRoute.list().prettify());
        watched.ended("PARTIAL", nights[0].plus(MINUTE));
        assertEquals(Set.of(), watched.open(nights[0].plus(MINUTE)));
    }

    @Test
    void noSuccessForFourTimesIsTold() {
        Instant success = nights[0].plus(MINUTE);
        watched.standsAt(success, success);
        watched.ended("CANCELLED", nights[4].plus(MINUTE));
        assertEquals(Set.of(), watched.open(nights[4].minus(MINUTE)));
        assertEquals(Set.of("NO_SUCCESS"), watched.open(nights[4].plus(MINUTE.multipliedBy(2))));
    }

    @Test
    void aWatermarkThatStaysBehindIsToldWhereRunsSucceed() {
        watched.standsAt(nights[4].plus(MINUTE), nights[0].plus(MINUTE));
        watched.ended("SUCCESS", nights[4].plus(MINUTE));
        assertEquals(Set.of("WATERMARK_TOO_OLD"), watched.open(nights[4].plus(MINUTE.multipliedBy(2))));
    }

    @Test
    void aShareOfFailedRecordsIsTold() {
        hub.execute("update sync_route set success = 200, failed = 10 where name = ?", ROUTE);
        assertEquals(Set.of(), watched.open(nights[0]));
        hub.execute("update sync_route set success = 200, failed = 11 where name = ?", ROUTE);
        assertEquals(Set.of("RECORDS_FAIL"), watched.open(nights[0]));
        hub.execute("update sync_route set success = 1000 where name = ?", ROUTE);
        assertEquals(Set.of(), watched.open(nights[0]));
    }

    @Test
    void aMonthWithoutPartitionIsTold() {
        Instant now = Instant.now();
        assertEquals(0L, missing(now));
        assertEquals(1L, missing(now.plus(Duration.ofDays(400))));
        assertEquals(0L, missing(now));
    }

    @Test
    void severalProcessesThatLookByThemselvesTellOnce() {
        Clock clock = Clock.fixed(nights[1].plus(MINUTE), ZoneOffset.UTC);
        Duration interval = Duration.ofMillis(20);
        List<Watch> processes = List.of(watched.watch(clock, interval), watched.watch(clock, interval));
        processes.forEach(watch -> watch.start(null));
        await().until(() -> !WatchedRoute.list().getList("items").isEmpty());
        watched.ended("SUCCESS", nights[1].plus(MINUTE));
        await().until(() -> WatchedRoute.list().getList("items").isEmpty());
        processes.forEach(watch -> watch.stop(null));
        assertEquals(Set.of("syncline"), Set.copyOf(hub.column(String.class, RESOLVED_BY, ROUTE)));
    }

    private long missing(Instant now) {
        watched.open(now);
        return hub.value(
                Long.class,
                "select count(*) from sync_notice where kind = 'LOG_PARTITION_MISSING' and resolved_at is null");
    }
}
