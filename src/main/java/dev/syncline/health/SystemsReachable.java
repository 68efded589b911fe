package dev.syncline.health;

import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows for each system whether it can be reached. An unreachable system is a detail and not a failure of this check:
 * runs of other systems continue, and a restart would not help.
 */
@Readiness
@ApplicationScoped
class SystemsReachable implements HealthCheck {
    private final Catalog catalog;
    private final SystemProbes probes;

    SystemsReachable(Catalog catalog, SystemProbes probes) {
        this.catalog = catalog;
        this.probes = probes;
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
        probes.states(names).forEach(check::withData);
        return check.build();
    }
}
