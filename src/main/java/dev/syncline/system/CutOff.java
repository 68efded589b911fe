package dev.syncline.system;

import io.agroal.api.AgroalPoolInterceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Cuts off what a SQL system never answers: its own server does so after the time-out where it can be told to, and the
 * socket a little later, should the server be gone.
 */
final class CutOff implements AgroalPoolInterceptor {
    private static final Duration LATER = Duration.ofSeconds(10);

    /** Longer than a cursor is kept open; locks of a connection that is lost are held for no longer. */
    private static final Duration IDLE = Duration.ofMinutes(2);

    private final Duration timeout;

    CutOff(Duration timeout) {
        this.timeout = timeout;
    }

    /** What broke the connection before anybody had it; the pool passes nothing on but this kind. */
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
                    // its driver does so
                }
            }
            connection.setNetworkTimeout(
                    Runnable::run, Math.toIntExact(timeout.plus(LATER).toMillis()));
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }
}
