package dev.syncline.system.http;

import dev.syncline.system.SystemNotConfigured;
import dev.syncline.system.Systems;
import dev.syncline.system.outage.RetryAfterOutage;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Prepares calls to HTTP systems. */
@ApplicationScoped
public class HttpCall {
    private final Systems systems;
    private final RetryAfterOutage outages;

    public HttpCall(Systems systems, RetryAfterOutage outages) {
        this.systems = systems;
        this.outages = outages;
    }

    /**
     * Sets address, method and content type of a call that the exchange is about to make; the gate signs it in. Closes
     * the answer to the call before.
     *
     * @param run number of the run that calls
     * @param path below the system's address, with its query
     * @throws SystemNotConfigured if the system has no address
     */
    public void prepare(Exchange exchange, String system, long run, String method, String path) {
        int query = path.indexOf('?');
        prepare(
                exchange,
                system,
                run,
                method,
                systems.url(system) + (query < 0 ? path : path.substring(0, query)),
                query < 0 ? null : path.substring(query + 1));
    }

    /**
     * The same for an address that an answer of the system gave.
     *
     * @param address that {@link Origin} allows
     */
    public void prepare(Exchange exchange, String system, long run, String method, URI address) {
        String text = address.toString();
        int query = text.indexOf('?');
        prepare(exchange, system, run, method, query < 0 ? text : text.substring(0, query), address.getRawQuery());
    }

    private void prepare(Exchange exchange, String system, long run, String method, String address, String query) {
        outages.begin(exchange, system, run);
        Message message = exchange.getMessage();
        KeptAnswer.close(message.getBody());
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_URI, address);
        if (query != null) {
            message.setHeader(Exchange.HTTP_QUERY, query);
        }
        message.setHeader(Exchange.HTTP_METHOD, method);
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setHeader("Accept", "application/json");
        message.setHeader(HttpGate.SYSTEM, system);
        message.setHeader(HttpGate.RUN, run);
    }
}
