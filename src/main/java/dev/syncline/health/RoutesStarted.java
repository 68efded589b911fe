package dev.syncline.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.CamelContext;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** The program has started when its routes have. */
@Startup
@ApplicationScoped
class RoutesStarted implements HealthCheck {
    private final CamelContext camel;

    RoutesStarted(CamelContext camel) {
        this.camel = camel;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("routes")
                .status(camel.getStatus().isStarted())
                .build();
    }
}
