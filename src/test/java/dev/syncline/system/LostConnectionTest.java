package dev.syncline.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.support.PlainPostgres;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import jakarta.transaction.RollbackException;
import java.io.EOFException;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LostConnectionTest {
    @ParameterizedTest
    @CsvSource({
        "08003, true, false, true",
        "08006, true, false, true",
        "08007, true, false, true",
        "57P01, true, false, true",
        "57P02, true, false, true",
        "57P05, true, false, true",
        "25P03, true, false, true",
        "08001, false, true, true",
        "08004, false, true, true",
        "53300, false, true, true",
        "57P03, false, true, true",
        "25006, false, true, true",
        "08P01, false, false, true",
        "40001, false, false, false",
        "23505, false, false, false",
        "42501, false, false, false",
        "57014, true, false, false",
        "28P01, false, false, false",
        "22P02, false, false, false",
    })
    void tellsByTheState(String state, boolean isBroken, boolean isAway, boolean ends) {
        SQLException failure = new SQLException("no", state);
        IllegalStateException wrapped = new IllegalStateException("because", failure);
        assertEquals(isBroken, LostConnection.isBroken(wrapped));
        assertEquals(isAway, LostConnection.isAway(wrapped));
        assertEquals(isBroken || isAway, LostConnection.isMissing(wrapped));
        assertEquals(ends, LostConnection.endsConnection(failure));
    }

    @ParameterizedTest
    @CsvSource({"1290, true", "1836, true", "3906, true", "976, true", "1062, false", "0, false"})
    void knowsHowOtherDatabasesSayThatTheyTakeNoWrites(int code, boolean ends) {
        assertEquals(ends, LostConnection.endsConnection(new SQLException("no", "HY000", code)));
    }

    @Test
    void aStatementThatASystemTookTooLongForIsNoFaultOfTheHub() {
        SQLException slow = new StatementTimeout("erp", new SQLException("cancelled", "57014"));
        assertFalse(LostConnection.isMissing(new IllegalStateException(slow)));
        assertTrue(slow.getMessage().contains("syncline.systems.erp.query-timeout"), slow.getMessage());
    }

    @Test
    void aTransactionThatDidNotCommitIsOfABrokenConnection() {
        assertTrue(LostConnection.isBroken(new RuntimeException(new RollbackException())));
    }

    @Test
    void whatThePoolItselfSaysHasNoStateAndMeansThatTheDatabaseStalls() throws SQLException {
        try (AgroalDataSource pool = pool();
                Connection held = pool.getConnection()) {
            SQLException failure = assertThrows(SQLException.class, pool::getConnection);
            assertEquals(null, failure.getSQLState());
            assertTrue(LostConnection.isAway(new HubFailure(failure)), failure.toString());
            assertFalse(LostConnection.isBroken(failure));
            assertTrue(LostConnection.isOutageWithoutState(failure));
            assertFalse(held.isClosed());
        }
        assertFalse(LostConnection.isMissing(new SQLException("no state, and not of the pool")));
        assertFalse(LostConnection.isMissing(new IllegalStateException("no database at all")));
    }

    static Stream<Arguments> withoutState() {
        return Stream.of(
                Arguments.of(true, new SQLException("read", new SocketTimeoutException("timed out"))),
                Arguments.of(true, new SQLException("write", new SQLException("inner", new EOFException()))),
                Arguments.of(true, new SQLTransientConnectionException("no route")),
                Arguments.of(true, new SQLTimeoutException("too long")),
                Arguments.of(true, new SQLException("The connection is closed.")),
                Arguments.of(true, new SQLException("Connection has been closed by the server")),
                Arguments.of(false, new SQLException("Type java.lang.String not supported type")),
                Arguments.of(
                        false, new SQLException("Type class java.time.LocalDateTime not supported type for DATETIME")),
                Arguments.of(false, new SQLException("The index 12 is out of range.")),
                Arguments.of(false, new SQLException("unknown", new ClassNotFoundException("a.B"))),
                Arguments.of(false, new SQLException((String) null)),
                Arguments.of(false, new SQLException("The connection is closed.", "22P02")));
    }

    @ParameterizedTest
    @MethodSource("withoutState")
    void whatADriverCannotDoIsNoOutage(boolean isOutage, SQLException failure) {
        assertEquals(isOutage, LostConnection.isOutageWithoutState(failure));
    }

    private static AgroalDataSource pool() throws SQLException {
        String url = PlainPostgres.url("postgres");
        AgroalDataSourceConfigurationSupplier configuration = new AgroalDataSourceConfigurationSupplier();
        configuration
                .connectionPoolConfiguration()
                .maxSize(1)
                .acquisitionTimeout(Duration.ofMillis(50))
                .connectionFactoryConfiguration(connection -> connection
                        .jdbcUrl(url)
                        .connectionProviderClass(org.postgresql.Driver.class)
                        .principal(new NamePrincipal("postgres")));
        AgroalDataSource pool = AgroalDataSource.from(configuration);
        boolean isThere = false;
        while (!isThere) { // the first connection may take longer than that
            try (Connection first = pool.getConnection()) {
                isThere = first.isValid(5);
            } catch (SQLException e) {
                assertEquals(null, e.getSQLState());
            }
        }
        return pool;
    }
}
