package dev.syncline.health;

import dev.syncline.hub.HubProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Nothing can be ordered, and no run records anything, while the hub database takes no writes. A restart mends nothing. */
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
