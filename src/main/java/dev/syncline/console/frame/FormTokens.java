package dev.syncline.console.frame;

import dev.syncline.api.http.Problem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Tells forms of the console from those that another site made. A page gives the browser a random token as a cookie, which
 * no other site can read or set, and holds it in each of its forms (docs/adr/095).
 */
@ApplicationScoped
public class FormTokens {
    /** The name of the field in forms. */
    public static final String FIELD = "token";

    private static final String COOKIE = "syncline-form";
    private static final String SECURE_COOKIE = "__Host-syncline-form";
    private static final int BYTES = 18;
    private static final int LENGTH = 24;

    private final CurrentVertxRequest current;

    FormTokens(CurrentVertxRequest current) {
        this.current = current;
    }

    /** The token of the browser that asks; one that has none is given one with the answer. */
    public String token() {
        RoutingContext call = current.getCurrent();
        String known = known(call);
        if (known != null) {
            return known;
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random); // one a call: a static one would be part of a native image
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        call.response()
                .addCookie(Cookie.cookie(name(call), token)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSecure(isHttps(call))
                        .setSameSite(CookieSameSite.LAX)); // strict, a page reached by a link would replace it
        return token;
    }

    /** @throws WebApplicationException 403 where the form is not of a page that this browser has from here */
    public void check(String token) {
        String known = known(current.getCurrent());
        if (known == null
                || token == null
                || !MessageDigest.isEqual(
                        known.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8))) {
            throw new WebApplicationException(Response.status(Response.Status.FORBIDDEN)
                    .type(Problem.MEDIA_TYPE)
                    .entity(new Problem(
                            "about:blank",
                            "Forbidden",
                            403,
                            "This form is not of a page that the console gave to this browser, or the browser keeps no"
                                    + " cookies. Nothing was done. Load the page again and repeat it",
                            null))
                    .build());
        }
    }

    private static String known(RoutingContext call) {
        Cookie cookie = call.request().getCookie(name(call));
        return cookie == null || cookie.getValue().length() != LENGTH ? null : cookie.getValue();
    }

    /** Where there is TLS, the name has the browser make sure that no neighbouring host set it. */
    private static String name(RoutingContext call) {
        return isHttps(call) ? SECURE_COOKIE : COOKIE;
    }

    private static boolean isHttps(RoutingContext call) {
        return "https".equals(call.request().scheme());
    }
}
