package dev.syncline.system;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.duty.Duties;
import dev.syncline.support.PlainMariaDb;
import dev.syncline.support.PlainPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A write that waits for a lock when its run is cancelled: the server does not wait for it, nor does the run. */
class StatementCutOffTest {
    private final Watch watch = new Watch();
    private final Systems systems = new Systems(new SmallRyeConfigBuilder().build(), null);
    private final RunConnections connections = new RunConnections();
    private final SqlGate gate = new SqlGate(
            new Gates(systems, new SharedPauses(null), watch, Clock.systemUTC(), new Duties()),
            systems,
            connections,
            watch,
            Clock.systemUTC(),
            new SimpleMeterRegistry());

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "mariadb"})
    void endsTheStatementAtTheServer(String database) throws SQLException {
        boolean isPostgres = database.equals("postgres");
        DataSource pool = isPostgres ? PlainPostgres.source() : PlainMariaDb.source();
        String waiting = isPostgres
                ? "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like 'update cut_off%'"
                : "select count(*) from information_schema.processlist where info like 'update cut_off%'";
        try (Connection other = pool.getConnection();
                Statement lock = other.createStatement()) {
            lock.execute("drop table if exists cut_off");
            lock.execute("create table cut_off (id int primary key, name varchar(10))");
            lock.execute("insert into cut_off values (1, 'a'), (2, 'a')");
            other.setAutoCommit(false);
            lock.execute("select * from cut_off where id = 2 for update");
            AtomicInteger parts = new AtomicInteger();
            CompletableFuture<String> written = CompletableFuture.supplyAsync(() -> {
                try {
                    return gate.write(database, 7, partDone -> {
                        try (Connection connection = connections.of(pool, 7).getConnection();
                                Statement update = connection.createStatement()) {
                            for (int id = 1; id <= 2; id++) {
                                update.execute("update cut_off set name = 'b' where id = " + id);
                                parts.incrementAndGet();
                                partDone.run();
                            }
                        }
                        return "written";
                    });
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            await().until(() -> count(pool, waiting) == 1);
            assertEquals(1, watch.progress.get(), "the first statement was not waited for");
            assertTrue(watch.heedsAfter.compareTo(Duration.ofSeconds(5)) < 0, watch.heedsAfter.toString());
            watch.cancel();
            CompletionException failure = assertThrows(CompletionException.class, written::join);
            assertInstanceOf(CancellationException.class, failure.getCause());
            await().until(() -> count(pool, waiting) == 0);
            assertEquals(1, parts.get());
            other.rollback();
        }
        assertEquals(1, count(pool, "select count(*) from cut_off where name = 'a'"), "the second was not written");
    }

    private static int count(DataSource pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Watches one call, and cuts it off when the test says so. */
    private static final class Watch implements CallWaits {
        private final AtomicInteger progress = new AtomicInteger();
        private volatile Duration heedsAfter;
        private volatile RuntimeException why;
        private volatile Runnable cutOff;

        void cancel() {
            why = new CancellationException();
            cutOff.run();
        }

        @Override
        public void await(long run, String system, Instant until, boolean shown) {}

        @Override
        public void await(long run, Instant until, CountDownLatch opened) {}

        @Override
        public WatchedCall watch(long run, CallTimes call, Runnable cuts) {
            heedsAfter = Duration.between(Instant.now(), call.heedsFrom());
            cutOff = cuts;
            return new WatchedCall() {
                @Override
                public void progressed() {
                    progress.incrementAndGet();
                }

                @Override
                public RuntimeException why() {
                    return why;
                }

                @Override
                public void close() {}
            };
        }
    }
}
