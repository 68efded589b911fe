package dev.syncline.system.http.client;

import dev.syncline.system.Systems;
import java.net.URI;
import java.util.Optional;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.CredentialsProvider;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Sends calls through the proxy of their system, {@code syncline.systems.<name>.proxy}, if it has one.
 *
 * @param header that names the system of a call
 */
record ProxyRoutes(Systems systems, String header) implements HttpRoutePlanner {
    private static final HttpRoutePlanner DIRECT = new DefaultRoutePlanner(null);

    @Override
    public HttpRoute determineRoute(HttpHost target, HttpContext context) throws HttpException {
        return DIRECT.determineRoute(target, context);
    }

    @Override
    public HttpRoute determineRoute(HttpHost target, HttpRequest request, HttpContext context) throws HttpException {
        String system = request.getFirstHeader(header).getValue();
        HttpHost proxy = proxy(systems, system);
        if (proxy == null) {
            return DIRECT.determineRoute(target, request, context);
        }
        if (context instanceof HttpClientContext client) {
            credentials(systems, system, proxy).ifPresent(client::setCredentialsProvider);
        }
        return new DefaultProxyRoutePlanner(proxy).determineRoute(target, request, context);
    }

    /** Returns the proxy of a system; null if it has none. */
    static HttpHost proxy(Systems systems, String system) {
        return systems.setting(system, "proxy")
                .map(text -> {
                    URI proxy = URI.create(text.contains("://") ? text : "http://" + text);
                    if (proxy.getHost() == null || proxy.getPort() < 0) {
                        throw new IllegalArgumentException("syncline.systems." + system + ".proxy is '" + text
                                + "', which is no address of a proxy, as http://proxy.example:3128 is");
                    }
                    return new HttpHost(proxy.getScheme(), proxy.getHost(), proxy.getPort());
                })
                .orElse(null);
    }

    /** Returns what signs in at the proxy; empty if it takes everybody. */
    static Optional<CredentialsProvider> credentials(Systems systems, String system, HttpHost proxy) {
        return systems.setting(system, "proxy-username").map(user -> {
            String password = systems.setting(system, "proxy-password").orElse("");
            BasicCredentialsProvider credentials = new BasicCredentialsProvider();
            credentials.setCredentials(
                    new AuthScope(proxy), new UsernamePasswordCredentials(user, password.toCharArray()));
            return credentials;
        });
    }
}
