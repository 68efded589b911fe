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

/** The connections to SQL systems that runs hold, also from one page to the next, so that what waits can be cut off. */
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

    /** The pool, as the run sees it. */
    DataSource of(DataSource pool, long run) {
        return new ConnectionSource(pool, connection -> hold(run, connection));
    }

    /** Forgets connections that were given back. */
    void tidy() {
        held.keySet()
                .forEach(run -> held.computeIfPresent(run, (id, connections) -> {
                    connections.removeIf(RunConnections::isGivenBack);
                    return connections.isEmpty() ? null : connections;
                }));
    }

    /** Cuts off what the run waits for: its statements are cancelled where something answers, its connections end. */
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
            // PostgreSQL works on when its client is gone; the other drivers tell their servers.
            if (connection.isWrapperFor(PGConnection.class)) {
                connection.unwrap(PGConnection.class).cancelQuery();
            }
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("A statement cannot be cancelled: %s", e.getMessage());
        }
        try {
            connection
                    .unwrap(Connection.class)
                    .abort(threads); // the pool's own closes itself first, and aborts nothing
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
