package dev.syncline.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Without the hub database nothing works here. */
@Liveness
@ApplicationScoped
class HubAlive implements HealthCheck {
    private final DataSource hub;

    HubAlive(DataSource hub) {
        this.hub = hub;
    }

    @Override
    public HealthCheckResponse call() {
        try (Connection connection = hub.getConnection()) {
            return HealthCheckResponse.named("hub database")
                    .status(connection.isValid(2))
                    .build();
        } catch (SQLException e) {
            return HealthCheckResponse.named("hub database")
                    .down()
                    .withData("reason", e.getMessage())
                    .build();
        }
    }
}
