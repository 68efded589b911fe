package dev.syncline.health;

import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.json.JsonObject;
import java.util.function.Supplier;

/**
 * Answers {@code /q/health} beside the API, for people; probes ask the management port, which no caller of the API can keep
 * busy.
 */
@ApplicationScoped
class HealthPages {
    private final SmallRyeHealthReporter reporter;

    HealthPages(SmallRyeHealthReporter reporter) {
        this.reporter = reporter;
    }

    void serve(@Observes Router router) {
        page(router, "/q/health", reporter::getHealthAsync);
        page(router, "/q/health/live", reporter::getLivenessAsync);
        page(router, "/q/health/ready", reporter::getReadinessAsync);
        page(router, "/q/health/started", reporter::getStartupAsync);
    }

    private static void page(Router router, String path, Supplier<Uni<SmallRyeHealth>> checks) {
        router.get(path).handler(call -> checks.get().subscribe().with(health -> answer(call, health), call::fail));
    }

    private static void answer(RoutingContext call, SmallRyeHealth health) {
        JsonObject answer = health.getPayload();
        call.response()
                .setStatusCode(health.isDown() ? 503 : 200)
                .putHeader("Content-Type", "application/json; charset=UTF-8")
                .end(answer.toString());
    }
}
