package dev.syncline.system;

import io.agroal.api.AgroalPoolInterceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Sets time-outs on new connections to SQL systems: the server ends a statement after the system's time-out if it
 * supports that, and the socket ends a little later, in case the server is gone.
 */
final class CutOff implements AgroalPoolInterceptor {
    private static final Duration LATER = Duration.ofSeconds(10);

    /**
     * How long a transaction may be idle: longer than a cursor is kept open, and the longest time that a lost
     * connection holds locks.
     */
    private static final Duration IDLE = Duration.ofMinutes(2);

    private final Duration timeout;

    CutOff(Duration timeout) {
        this.timeout = timeout;
    }

    /** Carries the failure out of the pool, which passes on unchecked exceptions only. */
    static final class Failed extends IllegalStateException {
        private final SQLException failure;

        private Failed(SQLException failure) {
            super("A connection cannot be given a time-out: " + failure.getMessage(), failure);
            this.failure = failure;
        }

        SQLException failure() {
            return failure;
        }
    }

    @Override
    public void onConnectionCreate(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            switch (connection.getMetaData().getDatabaseProductName()) {
                case "PostgreSQL" ->
                    statement.execute("set statement_timeout = " + timeout.toMillis()
                            + "; set idle_in_transaction_session_timeout = " + IDLE.toMillis());
                case "MariaDB" -> {
                    statement.execute("set max_statement_time = " + timeout.toMillis() / 1_000.0);
                    statement.execute("set idle_transaction_timeout = " + IDLE.toSeconds());
                }
                default -> {
                    // its driver sets the time-out
                }
            }
            connection.setNetworkTimeout(
                    Runnable::run, Math.toIntExact(timeout.plus(LATER).toMillis()));
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }
}
