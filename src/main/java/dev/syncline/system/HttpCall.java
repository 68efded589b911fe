package dev.syncline.system;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** What every call to an HTTP system carries. */
@ApplicationScoped
public class HttpCall {
    private final Systems systems;
    private final RetryAfterOutage outages;

    HttpCall(Systems systems, RetryAfterOutage outages) {
        this.systems = systems;
        this.outages = outages;
    }

    /**
     * Sets address, method, token and content type of a call that the exchange is about to make. What the exchange was
     * answered before is given back.
     *
     * @param run number of the run that calls
     * @param path below the system's address, with its query
     * @throws SystemNotConfigured when the configuration does not say where the system is
     */
    public void prepare(Exchange exchange, String system, long run, String method, String path) {
        outages.begin(exchange, system, run);
        Message message = exchange.getMessage();
        KeptAnswer.close(message.getBody());
        message.removeHeaders("*");
        int query = path.indexOf('?');
        message.setHeader(Exchange.HTTP_URI, systems.url(system) + (query < 0 ? path : path.substring(0, query)));
        if (query >= 0) {
            message.setHeader(Exchange.HTTP_QUERY, path.substring(query + 1));
        }
        message.setHeader(Exchange.HTTP_METHOD, method);
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setHeader("Accept", "application/json");
        message.setHeader(HttpGate.SYSTEM, system);
        message.setHeader(HttpGate.RUN, run);
        systems.token(system).ifPresent(token -> message.setHeader("Authorization", "Bearer " + token));
    }
}
