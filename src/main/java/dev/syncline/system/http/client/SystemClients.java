package dev.syncline.system.http.client;

import dev.syncline.system.Systems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.camel.Endpoint;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.quarkus.core.events.ComponentAddEvent;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;

/** Gives the HTTP clients of systems what is the system's own: its certificates and its proxy. */
@ApplicationScoped
public class SystemClients {
    private final Systems systems;

    public SystemClients(Systems systems) {
        this.systems = systems;
    }

    void configure(@Observes ComponentAddEvent event) {
        if (event.getComponent() instanceof HttpComponent http) {
            http.getCamelContext().getCamelContextExtension().registerEndpointCallback((uri, endpoint) -> {
                configure(endpoint);
                return endpoint;
            });
        }
    }

    private void configure(Endpoint endpoint) {
        if (endpoint instanceof HttpEndpoint http) {
            String system = http.getHttpUri().getAuthority();
            if (system != null && SystemTls.isNeeded(systems, system)) {
                http.setClientConnectionManager(connections(system, http.getComponent()));
            }
        }
    }

    private HttpClientConnectionManager connections(String system, HttpComponent component) {
        return pool(system)
                .setMaxConnPerRoute(component.getConnectionsPerRoute())
                .setMaxConnTotal(component.getMaxTotalConnections())
                .build();
    }

    private PoolingHttpClientConnectionManagerBuilder pool(String system) {
        return PoolingHttpClientConnectionManagerBuilder.create().setTlsSocketStrategy(tls(system));
    }

    private TlsSocketStrategy tls(String system) {
        return new SystemTls(systems, system);
    }

    /**
     * Sends calls through the proxy of their system.
     *
     * @param header of a call that names its system
     */
    public void route(HttpClientBuilder client, String header) {
        client.setRoutePlanner(new ProxyRoutes(systems, header));
    }

    /** Opens a client for a call to what belongs to a system, such as where it gives tokens. It follows no redirect. */
    public CloseableHttpClient open(String system) {
        Timeout timeout = Timeout.of(systems.timeout(system));
        HttpHost proxy = ProxyRoutes.proxy(systems, system);
        HttpClientBuilder client = HttpClients.custom()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .setProxy(proxy)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .build())
                .setConnectionManager(pool(system)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(systems.connectTimeout(system)))
                                .setSocketTimeout(timeout)
                                .build())
                        .build());
        if (proxy != null) {
            ProxyRoutes.credentials(systems, system, proxy).ifPresent(client::setDefaultCredentialsProvider);
        }
        return client.build();
    }
}
