package dev.syncline.api;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Answers say where something is without a host: the one that a caller names may be anybody's. */
class RelativeLocation {
    @ServerResponseFilter
    void relate(ContainerResponseContext answer) {
        if (answer.getHeaders().getFirst(HttpHeaders.LOCATION) instanceof URI location && location.isAbsolute()) {
            String query = location.getRawQuery();
            answer.getHeaders()
                    .putSingle(HttpHeaders.LOCATION, location.getRawPath() + (query == null ? "" : "?" + query));
        }
    }
}
