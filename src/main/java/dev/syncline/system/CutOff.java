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

    private final Duration timeout;

    CutOff(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public void onConnectionCreate(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            connection.setNetworkTimeout(
                    Runnable::run, Math.toIntExact(timeout.plus(LATER).toMillis()));
            switch (connection.getMetaData().getDatabaseProductName()) {
                case "PostgreSQL" -> statement.execute("set statement_timeout = " + timeout.toMillis());
                case "MariaDB" -> statement.execute("set max_statement_time = " + timeout.toMillis() / 1_000.0);
                default -> {
                    // the socket's time-out alone
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A connection cannot be given a time-out: " + e.getMessage(), e);
        }
    }
}
