package dev.syncline.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses calls that change something when a page of another site makes them in a browser, which adds the user's log-in
 * by itself. Such a call has headers of the browser that say so, or a body of a type that a page may send anywhere
 * without asking.
 */
@ApplicationScoped
class CrossSiteCalls {
    /** Runs after the check of body lengths, and before Quarkus reads a body. */
    private static final int EARLY = -900;

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final Pattern JSON = Pattern.compile("(?i)application/([a-z0-9.!#$&^_-]+\\+)?json\\s*(;.*)?");

    /** Notifications have any content type; their signature shows that they do not come from a browser. */
    private static final Pattern SIGNED = Pattern.compile("/api/suppliers/[^/]+/notifications/?");

    /** The sandbox's partner systems take other content types than JSON. */
    private static final String PARTNERS = "/sandbox/";

    /** Forms of the console, exactly as it writes their addresses; each has a token as well. */
    private static final Pattern CONSOLE =
            Pattern.compile("/sign-out|/records?/retry|/runs/[0-9]+/cancel|/routes/[a-z0-9-]+/(runs|pause|resume)"
                    + "|/notices/[0-9]+/resolve|/order/(refresh|auto-sync)|/vendors/(refresh|auto-sync)"
                    + "|/systems/[A-Za-z0-9_-]+/test"
                    + "|/rules/(check|save)|/rule/[0-9]+/delete"
                    + "|/reconciliations/(start|[0-9]+/cancel)"
                    + "|/messages/[a-z0-9-]+/test");

    private static final Pattern FORM = Pattern.compile("(?i)application/x-www-form-urlencoded\\s*(;.*)?");

    private final ObjectMapper json;

    CrossSiteCalls(ObjectMapper json) {
        this.json = json;
    }

    void guard(@Observes Router router) {
        router.route().order(EARLY).handler(call -> {
            String path = call.normalizedPath();
            if (SAFE.contains(call.request().method()) || SIGNED.matcher(path).matches()) {
                call.next();
            } else if (isFromElsewhere(call.request())) {
                refuse(
                        call,
                        403,
                        "Forbidden",
                        "The browser says that a page of another site makes this call. Make it from the console, or"
                                + " without a browser");
            } else if (!path.startsWith(PARTNERS)
                    && hasBody(call.request())
                    && !isOfType(JSON, call.request())
                    && !isOfConsole(call.request())) {
                refuse(
                        call,
                        415,
                        "Unsupported Media Type",
                        "A call that changes something has a JSON body, or none. Send Content-Type:"
                                + " application/json");
            } else {
                call.next();
            }
        });
    }

    private static boolean isFromElsewhere(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !OWN.contains(site);
        }
        String origin = request.getHeader("Origin");
        return origin != null && !isOwn(origin, request);
    }

    /** Compares host and port alone, as the scheme may differ behind a proxy. */
    private static boolean isOwn(String origin, HttpServerRequest request) {
        HostAndPort own = request.authority();
        try {
            URI from = URI.create(origin);
            return own != null
                    && from.getHost() != null
                    && from.getHost().equalsIgnoreCase(own.host())
                    && (from.getPort() == own.port() || isUsual(from.getPort()) && isUsual(own.port()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isUsual(int port) {
        return port <= 0 || port == 80 || port == 443;
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null
                ? request.getHeader("Transfer-Encoding") != null
                : !length.strip().equals("0");
    }

    private static boolean isOfConsole(HttpServerRequest request) {
        return CONSOLE.matcher(request.uri()).matches() && isOfType(FORM, request);
    }

    private static boolean isOfType(Pattern types, HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        return type != null && types.matcher(type.strip()).matches();
    }

    private void refuse(RoutingContext call, int status, String title, String detail) {
        try {
            String problem = json.writeValueAsString(new Problem("about:blank", title, status, detail, null));
            call.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .putHeader("Connection", "close") // its body is not read
                    .end(problem);
        } catch (JsonProcessingException e) {
            call.fail(e);
        }
    }
}
