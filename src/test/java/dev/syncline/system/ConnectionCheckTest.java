package dev.syncline.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.support.BlackHole;
import dev.syncline.support.PlainPostgres;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that becomes read-only under open connections, and a network that swallows them. */
@Timeout(60) // without the check the connections would hang for ever
class ConnectionCheckTest {
    private static final String DATABASE = "checked";

    @BeforeEach
    void create() throws SQLException {
        execute("drop database if exists " + DATABASE + " with (force)");
        execute("create database " + DATABASE);
    }

    @AfterEach
    void drop() throws SQLException {
        execute("drop database if exists " + DATABASE + " with (force)");
    }

    @Test
    void aConnectionThatAnswersAndTakesNoWritesIsThrownAway() throws SQLException {
        try (AgroalDataSource pool = pool(PlainPostgres.port(), ConnectionCheck.takesWrites(Duration.ofSeconds(3)))) {
            Connection first = pool.getConnection();
            int before = process(first);
            execute(first, "set default_transaction_read_only = on");
            assertThrows(SQLException.class, () -> execute(first, "create table t (i int)"));
            first.close();
            try (Connection next = pool.getConnection()) {
                assertNotEquals(before, process(next));
                execute(next, "create table t (i int)");
            }
        }
    }

    @Test
    void evenIfNobodyWroteOnIt() throws SQLException {
        ConnectionCheck check = ConnectionCheck.takesWrites(Duration.ofSeconds(3));
        try (Connection connection = PlainPostgres.session("postgres", "postgres")) {
            execute(connection, "set default_transaction_read_only = on");
            assertFalse(check.isValid(connection));
            assertTrue(ConnectionCheck.answers(Duration.ofSeconds(3)).isValid(connection), "a source may be a standby");
        }
    }

    @Test
    void connectionsThatVanishedAreThrownAwayTogetherAndTheirTimeOutIsRestored() throws SQLException, IOException {
        try (BlackHole network = new BlackHole(PlainPostgres.port());
                AgroalDataSource pool = pool(network.port(), ConnectionCheck.answers(Duration.ofSeconds(1)))) {
            Set<Integer> before = new HashSet<>();
            List<Connection> open = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                Connection connection = pool.getConnection();
                connection.setNetworkTimeout(Runnable::run, 12_345);
                open.add(connection);
                before.add(process(connection));
            }
            for (Connection connection : open) {
                connection.close();
            }
            network.swallow(false);
            await(Duration.ofMillis(600)); // for so long they are taken for good
            int swallowed = network.swallowed();
            try (Connection next = pool.getConnection()) {
                assertFalse(before.contains(process(next)));
            }
            assertTrue(network.swallowed() > swallowed, "one was asked");
        }
    }

    @Test
    void aConnectionThatIsGoodKeepsItsTimeOut() throws SQLException {
        ConnectionCheck check = ConnectionCheck.takesWrites(Duration.ofSeconds(1));
        try (Connection connection = PlainPostgres.session("postgres", "postgres")) {
            connection.setNetworkTimeout(Runnable::run, 12_345);
            assertTrue(check.isValid(connection));
            assertEquals(12_345, connection.getNetworkTimeout());
        }
    }

    private static void await(Duration time) {
        dev.syncline.support.Patience.await()
                .pollDelay(time)
                .atMost(time.multipliedBy(10))
                .until(() -> true);
    }

    private static AgroalDataSource pool(int port, ConnectionCheck check) throws SQLException {
        AgroalDataSourceConfigurationSupplier configuration = new AgroalDataSourceConfigurationSupplier();
        configuration
                .connectionPoolConfiguration()
                .maxSize(5)
                .acquisitionTimeout(Duration.ofSeconds(10))
                .connectionValidator(check)
                .exceptionSorter(check)
                .validateOnBorrow(true)
                .connectionFactoryConfiguration(connection -> connection
                        .jdbcUrl("jdbc:postgresql://localhost:" + port + "/" + DATABASE)
                        .connectionProviderClass(org.postgresql.Driver.class)
                        .principal(new NamePrincipal("postgres")));
        return AgroalDataSource.from(configuration);
    }

    private static int process(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = PlainPostgres.source().getConnection()) {
            execute(connection, sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
