package dev.syncline.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses addresses that no key and no text can be the reason for: no database takes a NUL. */
class Addresses {
    private static final String NUL = "%00";

    /** Null where nothing speaks against it. */
    @ServerRequestFilter(preMatching = true)
    Response refuse(ContainerRequestContext call) {
        URI address = call.getUriInfo().getRequestUri();
        boolean hasNul = address.getRawPath().contains(NUL)
                || address.getRawQuery() != null && address.getRawQuery().contains(NUL);
        return hasNul
                ? Problem.response(400, "The address has a NUL character (%00), which nothing here has. Leave it out")
                : null;
    }
}
