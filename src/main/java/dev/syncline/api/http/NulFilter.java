package dev.syncline.api.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses addresses with a NUL character: no database stores one, so no key and no text has it. */
class NulFilter {
    private static final String NUL = "%00";

    /**
     * Returns null if the call may continue. Reads the raw address: as a URI it would have the host that the caller
     * names.
     */
    @ServerRequestFilter(preMatching = true)
    Response refuse(HttpServerRequest call) {
        return call.uri().toLowerCase(Locale.ROOT).contains(NUL)
                ? Problem.response(
                        400, "The address has a NUL character (%00), which no key and no text here has. Remove it")
                : null;
    }
}
