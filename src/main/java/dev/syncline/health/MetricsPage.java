package dev.syncline.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Answers {@code /q/metrics}. The counter {@code syncline_records_total} and the gauge {@code syncline_records} are two
 * things with one family name, which one registry does not hold; so the gauge has a registry of its own, and the page is
 * both, in the text format (where the two have different names).
 */
@ApplicationScoped
class MetricsPage {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry meters;
    private final PrometheusMeterRegistry gauges = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    MetricsPage(PrometheusMeterRegistry meters) {
        this.meters = meters;
    }

    /** The registry of {@code syncline_records}. */
    MeterRegistry gauges() {
        return gauges;
    }

    /** Beside the API, for people; Prometheus asks the management port. */
    void serve(@Observes Router router) {
        page(router);
    }

    void serve(@Observes ManagementInterface management) {
        page(management.router());
    }

    private void page(Router router) {
        router.get("/q/metrics").order(-1).blockingHandler(call -> call.response()
                .putHeader("Content-Type", TEXT)
                .end(meters.scrape(TEXT) + gauges.scrape(TEXT)));
    }
}
