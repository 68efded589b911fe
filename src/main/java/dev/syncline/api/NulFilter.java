package dev.syncline.api;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses addresses that no key and no text can be the reason for: no database takes a NUL. */
class NulFilter {
    private static final String NUL = "%00";

    /** Null where nothing speaks against it. The address is taken as it came: made a URI, it would have the caller's Host. */
    @ServerRequestFilter(preMatching = true)
    Response refuse(HttpServerRequest call) {
        return call.uri().toLowerCase(Locale.ROOT).contains(NUL)
                ? Problem.response(400, "The address has a NUL character (%00), which nothing here has. Leave it out")
                : null;
    }
}
