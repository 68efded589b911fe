package dev.syncline.health;

import static dev.syncline.health.WatchedRoute.MINUTE;
import static dev.syncline.health.WatchedRoute.ROUTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Book;
import dev.syncline.support.Database;
import dev.syncline.support.Ledger;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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
class StuckRunTest {
    private static final String OF_ROUTE = " where item in (select id from sync_run where route = ?)";

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
    void aRunThatRecordsNothingIsStuckUntilItDoes() {
        Instant began = nights[0];
        watched.running(began, began.plus(Duration.ofDays(2)), null);
        assertEquals(Set.of(), watched.open(began.plus(Duration.ofMinutes(14))));
        assertEquals(Set.of("RUN_STUCK"), watched.open(began.plus(Duration.ofMinutes(16))));
        assertTrue(WatchedRoute.list().getString("items[0].text").contains("has made no progress since " + began));

        hub.execute(
                "update sync_work_part set progressed_at = ?" + OF_ROUTE, WatchedRoute.time(began.plus(MINUTE)), ROUTE);
        assertEquals(Set.of(), watched.open(began.plus(Duration.ofMinutes(16))));
        assertEquals(Set.of("RUN_STUCK"), watched.open(nights[1].plus(MINUTE)), "and not overdue as well");
    }

    @Test
    void aRunThatNobodyCarriesOutIsStuck() {
        watched.running(nights[0], nights[0].plus(MINUTE), null);
        assertEquals(Set.of("RUN_STUCK"), watched.open(nights[0].plus(Duration.ofHours(1))));
        assertTrue(
                WatchedRoute.list()
                        .getString("items[0].text")
                        .contains("has had no owner since " + nights[0].plus(MINUTE)),
                WatchedRoute.list().prettify());
    }

    @Test
    void aRunThatNobodyBeginsIsStuckUnlessItWaitsItsTurn() {
        watched.queued(nights[0], null);
        assertEquals(Set.of("RUN_STUCK"), watched.open(nights[0].plus(Duration.ofHours(1))));
        assertTrue(WatchedRoute.list().getString("items[0].text").contains("is queued since " + nights[0]));

        hub.execute("update sync_run set status = 'CANCELLED', finished_at = created_at where route = ?", ROUTE);
        String other = "another-route-of-the-watch-test";
        hub.execute("delete from sync_run where route = ?", other);
        watched.insert(other, "IN_PROGRESS", nights[0], nights[0], null, null);
        watched.queued(nights[0], hub.value(Long.class, "select id from sync_run where route = ?", other));
        assertEquals(Set.of(), watched.open(nights[0].plus(Duration.ofHours(1))));
        hub.execute("delete from sync_run where route = ?", ROUTE);
        hub.execute("delete from sync_run where route = ?", other);
    }

    @Test
    void aRunThatWaitsForItsTargetIsNotStuckAndWaitsLongAfterAnHour() {
        Instant waitsUntil = nights[1];
        watched.running(nights[0], nights[1], waitsUntil);
        assertEquals(Set.of(), watched.open(nights[0].plus(Duration.ofMinutes(59))));
        assertEquals(Set.of("WAITS_LONG"), watched.open(nights[0].plus(Duration.ofMinutes(61))));
    }

    @Test
    void aRunThatTriesAgainBetweenTwoWaitsIsNotStuck() {
        MovedClock clock = new MovedClock();
        Watch watch = watched.watch(clock);
        watched.running(nights[0], nights[1], nights[1]);
        clock.now = nights[0].plus(Duration.ofMinutes(61));
        watch.look();
        hub.execute("update sync_work_part set waiting_until = null" + OF_ROUTE, ROUTE);
        clock.now = nights[0].plus(Duration.ofMinutes(70));
        watch.look();
        assertEquals(List.of("WAITS_LONG"), WatchedRoute.list().getList("items.kind"));
        clock.now = nights[0].plus(Duration.ofMinutes(72));
        watch.look();
        assertEquals(List.of("RUN_STUCK"), WatchedRoute.list().getList("items.kind"));
    }

    @Test
    void aPageThatIsRecordedIsProgress() {
        new Book("watched").put("a", Instant.now()).run("range=all");
        assertEquals(
                List.of(true),
                hub.column(Boolean.class, "select progressed_at >= started_at from sync_work_part" + OF_ROUTE, ROUTE));
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
}
