package dev.syncline.health;

import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.system.SystemNotConfigured;
import dev.syncline.system.Systems;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says of each system whether it can be reached. A system that cannot be is a detail here and no failure: the program
 * is ready all the same, runs of other systems go on, and a restart would mend nothing.
 */
@Readiness
@ApplicationScoped
class SystemsReachable implements HealthCheck {
    private static final int CONNECT_MILLIS = 1_000;

    private final Catalog catalog;
    private final Systems systems;

    SystemsReachable(Catalog catalog, Systems systems) {
        this.catalog = catalog;
        this.systems = systems;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder check = HealthCheckResponse.named("systems").up();
        Set<String> names = new TreeSet<>();
        for (SyncRoute route : catalog.all()) {
            names.add(route.source());
            names.add(route.target());
        }
        // The order book is a target without an address.
        names.retainAll(catalog.having(Set.of("system")).values().stream()
                .map(parameters -> parameters.get("system"))
                .toList());
        names.forEach(system -> check.withData(system, state(system)));
        return check.build();
    }

    private String state(String system) {
        try {
            if (systems.isSql(system)) {
                try (Connection connection = systems.sql(system).getConnection()) {
                    return connection.isValid(1) ? "reachable" : "does not answer";
                }
            }
            URI url = URI.create(systems.url(system));
            int port = url.getPort() > 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(url.getHost(), port), CONNECT_MILLIS);
                return "reachable";
            }
        } catch (SystemNotConfigured e) {
            return e.getMessage();
        } catch (IOException | SQLException | IllegalArgumentException | IllegalStateException e) {
            return "cannot be reached: " + e.getClass().getSimpleName();
        }
    }
}
