package dev.syncline.system;

import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ExceptionSorter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Decides which connections of a pool are used again. A connection that was not checked lately is checked first, within
 * a bounded time. When one fails the check, all connections that were last checked before that are discarded without a
 * check of their own.
 */
public final class ConnectionCheck implements ConnectionValidator, ExceptionSorter {
    private static final String TAKES_WRITES = "select current_setting('transaction_read_only') = 'off'";
    private static final long LATELY = Duration.ofMillis(500).toNanos();

    private final Duration timeout;
    private final boolean writes;
    private final Map<Connection, Long> good = Collections.synchronizedMap(new WeakHashMap<>());
    private volatile Long lost;

    private ConnectionCheck(Duration timeout, boolean writes) {
        this.timeout = timeout;
        this.writes = writes;
    }

    /** Returns a check that a connection passes if its server answers. */
    public static ConnectionCheck answers(Duration timeout) {
        return new ConnectionCheck(timeout, false);
    }

    /**
     * Returns a check that a connection to PostgreSQL passes if its server takes writes, so not if it has become a
     * standby.
     */
    public static ConnectionCheck takesWrites(Duration timeout) {
        return new ConnectionCheck(timeout, true);
    }

    @Override
    public boolean isValid(Connection connection) {
        long now = System.nanoTime();
        Long seen = good.get(connection);
        Long lastLost = lost;
        if (seen != null && lastLost != null && seen - lastLost < 0) {
            return false;
        }
        if (seen != null && now - seen < LATELY) {
            return true;
        }
        if (isGood(connection)) {
            good.put(connection, now);
            return true;
        }
        lost = now;
        return false;
    }

    @Override
    public boolean isFatal(SQLException failure) {
        return LostConnection.endsConnection(failure);
    }

    private boolean isGood(Connection connection) {
        try {
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(timeout.toMillis()));
            boolean isGood = writes
                    ? takesWrites(connection)
                    : connection.isValid(Math.toIntExact(Math.max(1, timeout.toSeconds())));
            connection.setNetworkTimeout(Runnable::run, before);
            return isGood;
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }

    private static boolean takesWrites(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(TAKES_WRITES)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
