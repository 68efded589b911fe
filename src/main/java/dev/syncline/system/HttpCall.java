package dev.syncline.system;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** What every call to an HTTP system carries. */
public final class HttpCall {
    private HttpCall() {}

    /**
     * Sets address, method, token and content type of a call that the exchange is about to make.
     *
     * @param path below the system's address, with its query
     * @throws SystemNotConfigured when the configuration does not say where the system is
     */
    public static void prepare(Exchange exchange, Systems systems, String system, String method, String path) {
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
}
