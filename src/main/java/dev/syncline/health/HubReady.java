package dev.syncline.health;

import dev.syncline.hub.HubProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness: without a hub database that takes writes, nothing can be ordered or recorded. A restart would not help.
 */
@Readiness
@ApplicationScoped
class HubReady implements HealthCheck {
    private final HubProbe probe;

    HubReady(HubProbe probe) {
        this.probe = probe;
    }

    @Override
    public HealthCheckResponse call() {
        Optional<String> problem = probe.problem();
        HealthCheckResponseBuilder check =
                HealthCheckResponse.named("hub database").status(problem.isEmpty());
        problem.ifPresent(reason -> check.withData("reason", reason));
        return check.build();
    }
}
