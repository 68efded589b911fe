package dev.syncline.api;

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
 * Refuses, as a problem and before anything of it is read, what cannot be a call: a host that is none, credentials that are
 * none, a body that says that it is too long.
 */
@ApplicationScoped
class CallGuard {
    /** Before Quarkus looks, which is at -2. */
    static final int FIRST = -1_000;

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
                problems.refuse(call, 400, "The header Host is missing, or is no host. Name the host that is called");
            } else if (length > most) {
                problems.refuse(
                        call,
                        413,
                        "The body has " + length + " bytes, and at most " + most + " are taken. Send it in parts");
            } else if (!isReadable(call.request().getHeader("Authorization"))) {
                call.response().putHeader("WWW-Authenticate", "Basic realm=\"Syncline\"");
                problems.refuse(call, 401, "The credentials are no Base64. Name a user and a password (HTTP Basic)");
            } else {
                call.next();
            }
        });
    }

    /** What is no call before anything of the program has a part in it. */
    private void failed(RoutingContext call) {
        if (call.statusCode() == 400
                && call.failure() instanceof VertxException
                && !call.response().headWritten()) {
            problems.refuse(call, 400, "This is no call: " + call.failure().getMessage());
        } else {
            call.next();
        }
    }

    /** What a body says that it has; 0 if it does not. */
    static long length(RoutingContext call) {
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
