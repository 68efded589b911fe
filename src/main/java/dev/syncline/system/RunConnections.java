package dev.syncline.system;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Registers the connections to SQL systems that runs hold, some of them over several pages, so that waiting statements
 * can be cut off.
 */
@ApplicationScoped
class RunConnections {
    private static final Logger LOG = Logger.getLogger(RunConnections.class);

    private final Map<Long, Set<Connection>> held = new ConcurrentHashMap<>();
    private final Set<Connection> cutting = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "cut-off");
        thread.setDaemon(true);
        return thread;
    });

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /** Returns the pool with its connections registered for the run. */
    DataSource of(DataSource pool, long run) {
        return new ConnectionSource(pool, connection -> hold(run, connection));
    }

    /** Forgets connections that were returned to the pool. */
    void tidy() {
        held.keySet()
                .forEach(run -> held.computeIfPresent(run, (id, connections) -> {
                    connections.removeIf(RunConnections::isGivenBack);
                    return connections.isEmpty() ? null : connections;
                }));
    }

    /** Cuts off the statements of the run: cancels them if the server answers, and closes the connections. */
    void cutOff(long run) {
        Set<Connection> connections = held.get(run);
        if (connections != null) {
            connections.stream().filter(cutting::add).forEach(connection -> threads.execute(() -> cutOff(connection)));
        }
    }

    private void hold(long run, Connection connection) {
        held.compute(run, (id, connections) -> {
            Set<Connection> all = connections == null ? ConcurrentHashMap.newKeySet() : connections;
            all.add(connection);
            return all;
        });
    }

    private void cutOff(Connection connection) {
        try {
            // PostgreSQL would continue the statement without its client; the other drivers inform their servers.
            if (connection.isWrapperFor(PGConnection.class)) {
                connection.unwrap(PGConnection.class).cancelQuery();
            }
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("A statement cannot be cancelled: %s", e.getMessage());
        }
        try {
            connection
                    .unwrap(Connection.class)
                    .abort(threads); // the pool's wrapper would close itself first, and abort nothing
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("A connection cannot be cut off: %s", e.getMessage());
        } finally {
            cutting.remove(connection);
        }
    }

    private static boolean isGivenBack(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }
}
