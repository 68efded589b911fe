package dev.syncline.system.http;

import dev.syncline.system.SystemNotConfigured;
import dev.syncline.system.Systems;
import dev.syncline.system.outage.RetryAfterOutage;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Prepares calls to HTTP systems. */
@ApplicationScoped
public class HttpCall {
    private final Systems systems;
    private final RetryAfterOutage outages;

    HttpCall(Systems systems, RetryAfterOutage outages) {
        this.systems = systems;
        this.outages = outages;
    }

    /**
     * Sets address, method, token and content type of a call that the exchange is about to make. Closes the answer to
     * the call before.
     *
     * @param run number of the run that calls
     * @param path below the system's address, with its query
     * @throws SystemNotConfigured if the system has no address
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
