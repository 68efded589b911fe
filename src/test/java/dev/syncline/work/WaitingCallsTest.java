package dev.syncline.work;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.syncline.duty.Duties;
import dev.syncline.support.PlainPostgres;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.TriggerKey;

/** Whatever a call waits for, cancelling its run and the end of the process wake it. */
class WaitingCallsTest {
    private static final long RUN = 7;

    private final DataSource hub = source();
    private final Duties duties = new Duties();
    private final Instant late = Instant.now().plus(1, ChronoUnit.HOURS);
    private WaitingCalls calls;

    @BeforeEach
    void begin() throws Exception {
        execute("drop table if exists waiting, sync_work_part, sync_work_event");
        execute(
                """
                create table sync_work_event (id serial, kind text, item bigint, at timestamptz, what text, detail text,
                    until timestamptz, times integer default 1)""");
        execute("create table waiting (id bigint, cancelled_by text)");
        execute(
                "create table sync_work_part (id bigint, kind text, item bigint, owner text, status text, waiting_until timestamptz)");
        execute("insert into waiting values (3, null)");
        execute("insert into sync_work_part values (7, 'RUN', 3, 'this', 'IN_PROGRESS', null)");
        HeldLeases leases = new HeldLeases(Clock.systemUTC(), scheduler(), Duration.ofHours(1));
        WorkPart part = new WorkPart();
        part.id = RUN;
        part.leaseUntil = late;
        leases.hold(new Kind(), part);
        calls = new WaitingCalls(new WaitingRows(hub, leases), leases, Clock.systemUTC(), duties);
        calls.start(null);
    }

    @AfterEach
    void end() throws SQLException {
        calls.stop(null);
        execute("drop table waiting, sync_work_part, sync_work_event");
    }

    @Test
    void aWaitForWhatOthersGiveBackEndsWhenTheyDo() throws SQLException {
        CountDownLatch opened = new CountDownLatch(1);
        CompletableFuture<Void> wait = CompletableFuture.runAsync(() -> calls.await(RUN, late, opened));
        await("its run shows it").until(() -> waitingUntil() != null);
        opened.countDown();
        wait.join();
        assertNull(waitingUntil());
    }

    @Test
    void aWaitThatIsOverSaysNothing() {
        calls.await(RUN, Instant.now().minusSeconds(1), new CountDownLatch(1));
    }

    @Test
    void waitsForTheSameAreOneEventThatCountsThem() throws SQLException {
        Instant passed = Instant.now().minusSeconds(60);
        calls.await(RUN, "relay", passed, true);
        calls.await(RUN, "relay", passed.plusSeconds(1), true);
        calls.await(RUN, "relay", passed.plusSeconds(2), true);
        calls.await(RUN, "erp", passed.plusSeconds(3), true);
        calls.await(RUN, "relay", passed.plusSeconds(4), false);
        assertEquals(
                "for the system relay 3 times of 3, for the system erp 1 times of 3",
                text(
                        "select string_agg(concat(detail, ' ', times, ' times of ', item), ', ' order by id) from sync_work_event"));
    }

    @Test
    void aRunThatWaitsForThisAndThatAgainAndAgainHasNotAnyNumberOfEvents() throws SQLException {
        Instant passed = Instant.now().minusSeconds(6_000);
        for (int i = 0; i < WorkEvents.MOST; i++) {
            calls.await(RUN, "relay", passed.plusSeconds(2 * i), true);
            calls.await(RUN, "erp", passed.plusSeconds(2 * i + 1), true);
        }
        assertEquals(Integer.toString(WorkEvents.MOST), text("select count(*) from sync_work_event"));
    }

    @Test
    void cancellingTheRunWakesEveryWaitOfIt() throws SQLException {
        CompletableFuture<Void> forRoom =
                CompletableFuture.runAsync(() -> calls.await(RUN, late, new CountDownLatch(1)));
        CompletableFuture<Void> forSystem = CompletableFuture.runAsync(() -> calls.await(RUN, "relay", late, false));
        await().until(() -> waitingUntil() != null);
        assertFalse(forRoom.isDone() || forSystem.isDone());
        execute("update waiting set cancelled_by = 'operator'");
        for (CompletableFuture<Void> wait : List.of(forRoom, forSystem)) {
            CompletionException end = assertThrows(CompletionException.class, wait::join);
            assertInstanceOf(WorkCancelled.class, end.getCause());
        }
    }

    @Test
    void theEndOfTheProcessWakesEveryWaitAndLetsNoneBegin() throws SQLException {
        CompletableFuture<Void> forRoom =
                CompletableFuture.runAsync(() -> calls.await(RUN, late, new CountDownLatch(1)));
        CompletableFuture<Void> forSystem = CompletableFuture.runAsync(() -> calls.await(RUN, "relay", late, true));
        await().until(() -> waitingUntil() != null);
        calls.stop(null);
        for (CompletableFuture<Void> wait : List.of(forRoom, forSystem)) {
            CompletionException end = assertThrows(CompletionException.class, wait::join);
            assertInstanceOf(HandedOver.class, end.getCause());
        }
        assertThrows(HandedOver.class, () -> calls.await(RUN, late, new CountDownLatch(1)));
        assertThrows(HandedOver.class, () -> calls.await(RUN, "relay", late, true));
        assertEquals(0, duties.problems().size());
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = hub.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private Object waitingUntil() throws SQLException {
        try (Connection connection = hub.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select waiting_until from sync_work_part")) {
            row.next();
            return row.getObject(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = hub.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static DataSource source() {
        try {
            return PlainPostgres.source();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Scheduler scheduler() {
        return (Scheduler) Proxy.newProxyInstance(
                WaitingCallsTest.class.getClassLoader(),
                new Class<?>[] {Scheduler.class},
                (proxy, method, values) -> method.getName().equals("getSchedulerInstanceId") ? "this" : null);
    }

    private static final class Kind implements WorkKind<WorkItem> {
        @Override
        public Class<WorkItem> type() {
            return WorkItem.class;
        }

        @Override
        public String table() {
            return "waiting";
        }

        @Override
        public String name() {
            return "RUN";
        }

        @Override
        public String noun() {
            return "Run";
        }

        @Override
        public JobKey job(WorkItem item) {
            throw new AssertionError("Nothing here dispatches, or cancels as a user does");
        }

        @Override
        public TriggerKey trigger(WorkItem item, long part) {
            throw new AssertionError("Nothing here dispatches, or cancels as a user does");
        }

        @Override
        public String dataKey() {
            throw new AssertionError("Nothing here dispatches, or cancels as a user does");
        }

        @Override
        public void cancelled(WorkItem item, String who) {
            throw new AssertionError("Nothing here dispatches, or cancels as a user does");
        }
    }
}
