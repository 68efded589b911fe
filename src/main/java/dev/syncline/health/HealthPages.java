package dev.syncline.health;

import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.json.JsonObject;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Answers {@code /q/health} on the port of the API, for people. Probes use the management port, which callers of the
 * API cannot block.
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
        Shared shared = new Shared(checks);
        router.get(path).handler(call -> shared.answer().subscribe().with(health -> answer(call, health), call::fail));
    }

    /** Makes the checks once for all concurrent calls. */
    private static final class Shared {
        private final Supplier<Uni<SmallRyeHealth>> checks;
        private final AtomicReference<Uni<SmallRyeHealth>> underWay = new AtomicReference<>();

        private Shared(Supplier<Uni<SmallRyeHealth>> checks) {
            this.checks = checks;
        }

        private Uni<SmallRyeHealth> answer() {
            return underWay.updateAndGet(answer -> answer == null ? begun() : answer);
        }

        private Uni<SmallRyeHealth> begun() {
            return Uni.createFrom()
                    .deferred(checks::get)
                    .onTermination()
                    .invoke(() -> underWay.set(null))
                    .memoize()
                    .indefinitely();
        }
    }

    private static void answer(RoutingContext call, SmallRyeHealth health) {
        JsonObject answer = health.getPayload();
        call.response()
                .setStatusCode(health.isDown() ? 503 : 200)
                .putHeader("Content-Type", "application/json; charset=UTF-8")
                .end(answer.toString());
    }
}
