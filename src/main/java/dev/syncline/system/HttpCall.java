package dev.syncline.system;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** What every call to an HTTP system carries, and how long it takes: {@code syncline_target_seconds}. */
@ApplicationScoped
public class HttpCall {
    private static final String BEGUN = "httpCallBegun";

    private final Systems systems;
    private final MeterRegistry meters;

    HttpCall(Systems systems, MeterRegistry meters) {
        this.systems = systems;
        this.meters = meters;
    }

    /**
     * Sets address, method, token and content type of a call that the exchange is about to make.
     *
     * @param path below the system's address, with its query
     * @throws SystemNotConfigured when the configuration does not say where the system is
     */
    public void prepare(Exchange exchange, String system, String method, String path) {
        exchange.setProperty(BEGUN, System.nanoTime());
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        int query = path.indexOf('?');
        message.setHeader(Exchange.HTTP_URI, systems.url(system) + (query < 0 ? path : path.substring(0, query)));
        if (query >= 0) {
            message.setHeader(Exchange.HTTP_QUERY, path.substring(query + 1));
        }
        message.setHeader(Exchange.HTTP_METHOD, method);
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setHeader("Accept", "application/json");
        systems.token(system).ifPresent(token -> message.setHeader("Authorization", "Bearer " + token));
    }

    /** To be called when the answer is there. */
    public void answered(Exchange exchange, String system) {
        long begun = exchange.getProperty(BEGUN, Long.class);
        meters.timer("syncline.target", "system", system).record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
    }
}
