package dev.syncline.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body that says that it is too long before it is sent, as a problem: Quarkus, which limits all bodies, says nothing. */
@ApplicationScoped
class BodyLimit {
    /** Before Quarkus looks, which is at -2. */
    private static final int FIRST = -1_000;

    private final long most;
    private final ObjectMapper json;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most, ObjectMapper json) {
        this.most = most.asLongValue();
        this.json = json;
    }

    void guard(@Observes Router router) {
        router.route().order(FIRST).handler(call -> {
            if (length(call) > most) {
                refuse(call);
            } else {
                call.next();
            }
        });
    }

    private static long length(RoutingContext call) {
        try {
            String length = call.request().getHeader("Content-Length");
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0; // the server refuses it
        }
    }

    private void refuse(RoutingContext call) {
        try {
            String problem = json.writeValueAsString(new Problem(
                    "about:blank",
                    "Request Entity Too Large",
                    413,
                    "The body has " + length(call) + " bytes, and at most " + most + " are taken. Send it in parts",
                    null));
            call.response()
                    .setStatusCode(413)
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .putHeader("Connection", "close")
                    .end(problem);
        } catch (JsonProcessingException e) {
            call.fail(e);
        }
    }
}
