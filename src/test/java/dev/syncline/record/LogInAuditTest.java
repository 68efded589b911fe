package dev.syncline.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.syncline.support.PlainPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Whoever guesses passwords, from however many addresses, does not fill the audit log. */
class LogInAuditTest {
    private static final int MOST = 5;
    private static final String DATABASE = "log_in_audit";
    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");

    private final PGSimpleDataSource hub = new PGSimpleDataSource();

    @BeforeEach
    void create() throws SQLException {
        try (Connection connection = PlainPostgres.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + DATABASE);
        }
        hub.setUrl(PlainPostgres.url(DATABASE));
        hub.setUser("postgres");
        execute("create table sync_audit (id bigint generated always as identity, at timestamptz not null,"
                + " who text not null, action text not null, subject text not null, detail text, address text,"
                + " outcome text not null)");
    }

    @AfterEach
    void drop() throws SQLException {
        try (Connection connection = PlainPostgres.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database " + DATABASE + " with (force)");
        }
    }

    @Test
    void aMinuteHasSoManyFailedLogInsAndTheLastSaysThatThereMayBeMore() throws SQLException {
        LogInAudit now = at(START);
        now.done("alice", "10.0.0.9");
        for (int i = 0; i < 3 * MOST; i++) {
            now.failed("(unknown)", "10.0.0." + i);
        }
        assertEquals(MOST, count("outcome = 'FAILED'"));
        assertEquals(1, count("outcome = 'FAILED' and detail like 'Further failed log-ins%'"));
        assertEquals(1, count("detail is not null and id = (select max(id) from sync_audit)"));
        now.done("bob", "10.0.0.9");
        assertEquals(2, count("outcome = 'DONE'"), "who signs in is never left out");

        at(START.plus(Duration.ofSeconds(59))).failed("(unknown)", "10.0.0.1");
        assertEquals(MOST, count("outcome = 'FAILED'"));
        at(START.plus(Duration.ofSeconds(61))).failed("(unknown)", "10.0.0.1");
        assertEquals(MOST + 1, count("outcome = 'FAILED'"));
    }

    private LogInAudit at(Instant moment) {
        return new LogInAudit(hub, Clock.fixed(moment, ZoneOffset.UTC), MOST);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = hub.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String condition) throws SQLException {
        try (Connection connection = hub.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from sync_audit where " + condition)) {
            count.next();
            return count.getLong(1);
        }
    }
}
