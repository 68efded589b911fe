package dev.syncline.api.settings;

import dev.syncline.api.settings.SettingsView.Versions;
import dev.syncline.work.HeldLeases;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The process that answers: its name, its age, and the versions of what it is made of. */
@ApplicationScoped
class ThisProcess {
    private final CamelContext camel;
    private final HeldLeases leases;
    private final DataSource hub;
    private final Clock clock;
    private final String version;
    private Instant startedAt;

    ThisProcess(
            CamelContext camel,
            HeldLeases leases,
            DataSource hub,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.camel = camel;
        this.leases = leases;
        this.hub = hub;
        this.clock = clock;
        this.version = version;
    }

    void started(@Observes StartupEvent event) {
        startedAt = clock.instant();
    }

    String name() {
        return leases.owner();
    }

    Instant startedAt() {
        return startedAt;
    }

    Versions versions() {
        return new Versions(version, Runtime.version().toString(), camel.getVersion(), hubVersion());
    }

    private String hubVersion() {
        try (Connection connection = hub.getConnection()) {
            DatabaseMetaData server = connection.getMetaData();
            return server.getDatabaseProductName() + " " + server.getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException("The hub database does not answer: " + e.getMessage(), e);
        }
    }
}
