package dev.syncline.api.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.VertxException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Base64;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses malformed calls with a problem before their body is read: an invalid host, undecodable credentials, a body
 * whose announced length exceeds the limit.
 */
@ApplicationScoped
public class CallGuard {
    /** Runs before the handlers of Quarkus, which are at -2. */
    public static final int FIRST = -1_000;

    private static final String BASIC = "basic ";

    private final long most;
    private final RawProblem problems;

    CallGuard(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most, RawProblem problems) {
        this.most = most.asLongValue();
        this.problems = problems;
    }

    void guard(@Observes Router router) {
        router.route().order(FIRST).failureHandler(this::failed).handler(call -> {
            long length = length(call);
            if (call.request().authority() == null) {
                problems.refuse(call, 400, "The header Host is missing or invalid. Send the host that is called");
            } else if (length > most) {
                problems.refuse(
                        call,
                        413,
                        "The body has " + length + " bytes, and at most " + most + " are accepted. Send it in parts");
            } else if (!isReadable(call.request().getHeader("Authorization"))) {
                call.response().putHeader("WWW-Authenticate", "Basic realm=\"Syncline\"");
                problems.refuse(call, 401, "The credentials are not Base64. Send a user and a password (HTTP Basic)");
            } else {
                call.next();
            }
        });
    }

    /** Answers calls that Vert.x could not parse. */
    private void failed(RoutingContext call) {
        if (call.statusCode() == 400
                && call.failure() instanceof VertxException
                && !call.response().headWritten()) {
            problems.refuse(
                    call, 400, "The call is malformed: " + call.failure().getMessage());
        } else {
            call.next();
        }
    }

    /** Returns the length in bytes that the call announces for its body; 0 if it announces none. */
    public static long length(RoutingContext call) {
        try {
            String length = call.request().getHeader("Content-Length");
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0; // the server refuses it
        }
    }

    private static boolean isReadable(String authorization) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            return true;
        }
        try {
            Base64.getDecoder().decode(authorization.substring(BASIC.length()));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
