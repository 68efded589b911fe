package dev.syncline.hub;

import dev.syncline.system.LostConnection;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Waits for the hub database without a time limit before anything that needs it starts, and migrates it. {@link
 * StartProbes} answers until the start has completed.
 */
@ApplicationScoped
class HubStart {
    /** Runs before the scheduler, which reads the hub at its start. */
    private static final int FIRST = -100;

    /** Runs last, before the program's own HTTP server opens its port. */
    private static final int LAST = 100_000;

    private static final Logger LOG = Logger.getLogger(HubStart.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final long SAYS_SO_AGAIN_AFTER = TimeUnit.MINUTES.toNanos(1);

    private final AgroalDataSource hub;
    private final Flyway flyway;
    private final Vertx vertx;
    private final String host;
    private final int port;
    private final String managementHost;
    private final int managementPort;
    private final CountDownLatch isToEnd = new CountDownLatch(1);
    private List<StartProbes> probes = List.of();
    private long saidAt;

    HubStart(
            AgroalDataSource hub,
            Flyway flyway,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.http.host", defaultValue = "0.0.0.0") String host,
            @ConfigProperty(name = "quarkus.http.port", defaultValue = "8080") int port,
            @ConfigProperty(name = "quarkus.management.host", defaultValue = "0.0.0.0") String managementHost,
            @ConfigProperty(name = "quarkus.management.port", defaultValue = "9000") int managementPort) {
        this.hub = hub;
        this.flyway = flyway;
        this.vertx = vertx;
        this.host = host;
        this.port = port;
        this.managementHost = managementHost;
        this.managementPort = managementPort;
    }

    void start(@Observes @Priority(FIRST) StartupEvent event) throws SQLException, InterruptedException {
        if (LaunchMode.current() != LaunchMode.NORMAL) {
            migrateWhenThere();
            return;
        }
        Thread end = new Thread(isToEnd::countDown, "end-of-waiting");
        Runtime.getRuntime().addShutdownHook(end);
        probes = List.of(StartProbes.open(vertx, host, port), StartProbes.open(vertx, managementHost, managementPort));
        try {
            migrateWhenThere();
        } finally {
            remove(end);
        }
    }

    void started(@Observes @Priority(LAST) StartupEvent event) {
        probes.forEach(StartProbes::close);
    }

    private void migrateWhenThere() throws SQLException, InterruptedException {
        while (true) {
            try (Connection connection = hub.getConnection()) {
                LOG.debugf("The hub database answers: %s", connection);
            } catch (SQLException e) {
                await(e, e);
                continue;
            }
            try {
                flyway.migrate();
                hub.flush(FlushMode.ALL); // connections that were used for the migration have no time-out
                return;
            } catch (RuntimeException e) {
                await(e, new SQLException(e.getMessage(), e));
            }
        }
    }

    private void await(Throwable failure, SQLException otherwise) throws SQLException, InterruptedException {
        if (!LostConnection.isMissing(failure)) {
            throw otherwise;
        }
        if (saidAt == 0 || System.nanoTime() - saidAt > SAYS_SO_AGAIN_AFTER) {
            saidAt = System.nanoTime();
            LOG.warnf("The hub database is not available yet, the start waits for it: %s", failure.getMessage());
        }
        if (isToEnd.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("The program was stopped while it waited for the hub database");
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("The program is stopping", e);
        }
    }
}
