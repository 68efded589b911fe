package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sql.MariaDbDialect;
import dev.syncline.sql.PostgresDialect;
import dev.syncline.sql.SourceState;
import dev.syncline.support.PlainMariaDb;
import dev.syncline.support.PlainPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reader makes of the transactions of others, with real ones; the hub's tables are in the same server. */
class HorizonsTest {
    private final List<Connection> sessions = new ArrayList<>();
    private DataSource source;
    private Horizons horizons;

    @BeforeEach
    void make() throws SQLException, IOException {
        source = PlainPostgres.source();
        horizons = new Horizons(source);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists sync_horizon, sync_shape, sync_run, late cascade");
            statement.execute("create table sync_run (id integer)");
            statement.execute(Files.readString(Path.of("src/main/resources/db/migration/V7__sources.sql")));
            statement.execute(Files.readString(Path.of("src/main/resources/db/migration/V15_1__standbys.sql")));
            statement.execute("create table late (id integer)");
            statement.execute("drop role if exists reader");
            statement.execute("create role reader login password 'reader'");
        }
    }

    @AfterEach
    void end() throws SQLException {
        for (Connection session : sessions) {
            session.close();
        }
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            if (statement.executeQuery("select from pg_prepared_xacts").next()) {
                statement.execute("rollback prepared 'later'");
            }
        }
    }

    @Test
    void withNothingOpenItIsNow() throws SQLException {
        SourceState state = state("postgres");
        assertEquals(state.now(), horizons.of("s", state));
    }

    @Test
    void whoMaySeeWhenTransactionsBeganGoesByTheOldest() throws SQLException {
        Connection writer = session("postgres");
        Instant began = begin(writer);
        write(writer);
        write(session("postgres"));
        assertEquals(began, horizons.of("s", state("postgres")));
        writer.commit();
        assertTrue(horizons.of("s", state("postgres")).isAfter(began));
    }

    @Test
    void anOrdinaryReaderGoesByWhenItLastSawNoneOfThemOpen() throws SQLException {
        SourceState before = state("reader");
        assertEquals(before.now(), horizons.of("s", before));
        Connection writer = session("postgres");
        write(writer);
        assertEquals(before.now(), horizons.of("s", state("reader")));
        assertEquals(before.now(), horizons.of("s", state("reader")));
        writer.commit();
        SourceState after = state("reader");
        assertEquals(after.now(), horizons.of("s", after));
    }

    /** Its rows carry the time at which it began, and no snapshot of before its first write knows it. */
    @Test
    void aTransactionThatBeginsToWriteLateCountsFromItsBeginning() throws SQLException {
        Instant before = horizons.of("s", state("reader"));
        Connection writer = session("postgres");
        begin(writer);
        assertEquals(before, horizons.of("s", state("reader")));
        write(writer);
        assertEquals(before, horizons.of("s", state("reader")));
        writer.commit();
        assertTrue(horizons.of("s", state("reader")).isAfter(before));
    }

    @Test
    void aPreparedTransactionIsOpen() throws SQLException {
        for (String user : List.of("postgres", "reader")) {
            Instant before = horizons.of(user, state(user));
            Connection writer = session("postgres");
            write(writer);
            execute(writer, "prepare transaction 'later'");
            assertEquals(before, horizons.of(user, state(user)), user);
            writer.setAutoCommit(true);
            execute(writer, "commit prepared 'later'");
            assertTrue(horizons.of(user, state(user)).isAfter(before), user);
        }
    }

    @Test
    void whereSomethingWasOpenBeforeTheFirstReadNothingIsKnown() throws SQLException {
        Connection writer = session("postgres");
        write(writer);
        assertEquals(Horizons.UNKNOWN, horizons.of("s", state("reader")));
        writer.commit();
        assertTrue(horizons.of("s", state("reader")).isAfter(Horizons.UNKNOWN));
    }

    @Test
    void readersOfTheProgramAndOtherDatabasesDoNotCount() throws SQLException {
        Connection reader = session("reader");
        PostgresDialect.INSTANCE.reading().begin(reader);
        execute(reader, "select 1");
        Connection elsewhere = PlainPostgres.session("template1", "postgres");
        sessions.add(elsewhere);
        elsewhere.setAutoCommit(false);
        execute(elsewhere, "select txid_current()");
        assertTrue(state("reader").open().isEmpty());
    }

    @Test
    void mariaDbDoesNotTell() throws SQLException {
        try (Connection connection = PlainMariaDb.source().getConnection()) {
            SourceState state = MariaDbDialect.INSTANCE.reading().state(connection);
            assertNull(horizons.of("s", state));
        }
    }

    private SourceState state(String user) throws SQLException {
        try (Connection connection = PlainPostgres.session("postgres", user)) {
            PostgresDialect.INSTANCE.reading().begin(connection);
            SourceState state = PostgresDialect.INSTANCE.reading().state(connection);
            assertFalse(state.open() == null);
            connection.rollback();
            return state;
        }
    }

    private Connection session(String user) throws SQLException {
        Connection session = PlainPostgres.session("postgres", user);
        session.setAutoCommit(false);
        sessions.add(session);
        return session;
    }

    private static Instant begin(Connection session) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet now = statement.executeQuery("select now()")) {
            now.next();
            return now.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static void write(Connection session) throws SQLException {
        execute(session, "insert into late values (1)");
    }

    private static void execute(Connection session, String sql) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute(sql);
        }
    }
}
