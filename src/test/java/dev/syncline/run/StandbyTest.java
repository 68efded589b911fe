package dev.syncline.run;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.Ledger;
import dev.syncline.support.Standby;
import dev.syncline.value.Micros;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A source that is a standby: what it has not replayed yet is not there to be read. The route has no overlap at all. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class StandbyTest {
    private static final String ROUTE = "ledger-standby-to-relay";
    private static Standby servers;

    private final Database hub = Database.hub();

    @BeforeAll
    static void startServers() throws IOException {
        servers = Standby.start();
        servers.atPrimary("create schema ledger");
        servers.atPrimary("create table ledger.orders (book text not null, order_no text primary key, name text,"
                + " touched timestamptz, touched_local timestamp, touched_on date, version bigint)");
        servers.atPrimary("create table ledger.order_lines (book text, order_no text, no integer, item text)");
    }

    @AfterAll
    static void stopServers() throws IOException {
        servers.close();
    }

    @BeforeEach
    void startAnew() {
        servers.atStandby("select pg_wal_replay_resume()");
        servers.atPrimary("delete from ledger.orders");
        for (String table : new String[] {"sync_record", "sync_parked"}) {
            hub.execute("delete from " + table + " where route = (select id from sync_route where name = ?)", ROUTE);
        }
        hub.execute("update sync_route set watermark = null where name = ?", ROUTE);
        hub.execute("delete from sync_horizon where system = 'standby'");
        catchUp();
    }

    @Test
    void theWatermarkIsNotBeyondWhatItHasReplayed() {
        put("first");
        catchUp();
        run();
        servers.atStandby("select pg_wal_replay_pause()");
        put("late");
        for (int i = 0; i < 2; i++) {
            run();
            assertTrue(Api.keysHeld("relay", ROUTE).contains("first"));
            assertFalse(Api.keysHeld("relay", ROUTE).contains("late"));
            OffsetDateTime replayed = servers.ask(OffsetDateTime.class, "select pg_last_xact_replay_timestamp()");
            assertTrue(
                    watermark() == null || !Micros.instant(watermark()).isAfter(replayed.toInstant()),
                    watermark() + " is beyond " + replayed);
        }
        servers.atStandby("select pg_wal_replay_resume()");
        catchUp();
        run();
        assertTrue(Api.keysHeld("relay", ROUTE).contains("late"));
    }

    /** Its transaction is the primary's: at the standby nothing is to be seen of it but its number. */
    @Test
    void aRowThatIsCommittedLongAfterItsTimeIsNotMissed() throws SQLException {
        put("one");
        catchUp();
        run();
        try (Connection session = servers.primary();
                Statement statement = session.createStatement()) {
            session.setAutoCommit(false);
            statement.execute("insert into ledger.orders values ('" + ROUTE + "', 'long', 'long', now())");
            for (String name : new String[] {"two", "three"}) {
                put(name);
                catchUp();
                run();
                assertTrue(Api.keysHeld("relay", ROUTE).contains(name));
            }
            session.commit();
        }
        catchUp();
        run();
        assertTrue(Api.keysHeld("relay", ROUTE).contains("long"));
        put("four");
        catchUp();
        OffsetDateTime replayed = servers.ask(OffsetDateTime.class, "select pg_last_xact_replay_timestamp()");
        await("nothing is open, so nothing holds it back").until(() -> {
            run();
            return !Micros.instant(watermark()).isBefore(replayed.toInstant());
        });
    }

    /** Its rows are removed while the run reads: the standby ends whatever could still see them (40001). */
    @Test
    void aReadThatGivesWayToTheReplayGoesOn() {
        servers.atPrimary("insert into ledger.orders select '" + ROUTE
                + "', 'n' || n, 'n' || n, now() - n * interval '1 s'" + " from generate_series(1, 40) n");
        servers.atPrimary("create table if not exists ledger.other (n integer)");
        catchUp();
        Api.fault("relay", ROUTE, "delay", "delayMillis", 100);
        long run = Api.start(ROUTE, "range=all");
        for (int i = 0; i < 8; i++) {
            servers.atPrimary("insert into ledger.other values (" + i + ")");
            servers.atPrimary("update ledger.orders set version = " + i + " where order_no = 'n40'");
            servers.atPrimary("vacuum (freeze) ledger.orders");
            int least = i;
            await().until(() ->
                    Api.run(run).getString("finishedAt") != null || Api.run(run).getInt("counts.read") >= 4 * least);
        }
        JsonPath ended = Api.ended(run);
        assertEquals("SUCCESS", ended.getString("status"), ended.prettify());
        assertEquals(
                40,
                Api.keysHeld("relay", ROUTE).stream()
                        .filter(key -> key.startsWith("n"))
                        .count());
        await("some read was ended")
                .until(() -> servers.ask(
                                Boolean.class,
                                "select confl_snapshot > 0 from pg_stat_database_conflicts where datname = 'postgres'")
                        == Boolean.TRUE);
        Api.as("admin").delete("/sandbox/faults");
    }

    private static void put(String name) {
        servers.atPrimary("insert into ledger.orders values ('" + ROUTE + "', '" + name + "', '" + name
                + "', clock_timestamp())");
    }

    /** Waits until the standby has replayed all that the primary has committed. */
    private static void catchUp() {
        String mark = "m" + UUID.randomUUID().toString().replace("-", "");
        servers.atPrimary("create table ledger." + mark + " ()");
        await().until(() ->
                servers.ask(Boolean.class, "select to_regclass('ledger." + mark + "') is not null") == Boolean.TRUE);
    }

    private static void run() {
        JsonPath run = Api.run(ROUTE, "range=changes");
        assertEquals("SUCCESS", run.getString("status"), run.prettify());
    }

    private Long watermark() {
        return hub.value(Long.class, "select watermark from sync_route where name = ?", ROUTE);
    }
}
