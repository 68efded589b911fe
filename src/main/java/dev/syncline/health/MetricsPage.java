package dev.syncline.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Answers {@code /q/metrics}. The counter {@code syncline_records_total} and the gauge {@code syncline_records} have
 * the same family name, which a registry does not allow; so the gauge has its own registry, and the page contains both
 * in the text format, in which their names differ.
 */
@ApplicationScoped
class MetricsPage {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry meters;
    private final PrometheusMeterRegistry gauges = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    MetricsPage(PrometheusMeterRegistry meters) {
        this.meters = meters;
    }

    /** Produces the registry of {@code syncline_records}. */
    MeterRegistry gauges() {
        return gauges;
    }

    /** Serves the page on the port of the API, for people; Prometheus uses the management port. */
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
