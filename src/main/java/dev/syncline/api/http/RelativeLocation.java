package dev.syncline.api.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Makes the header Location relative: the host that a caller names may be anyone's. */
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
