package dev.syncline.api.session;

import dev.syncline.access.SignInSettings;
import dev.syncline.access.Users;
import dev.syncline.api.http.Pages;
import dev.syncline.api.http.Problem;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers whoever is not known, or may not do something. A person who opens a page is sent to the sign-in provider, if there is
 * one; a form that came too late is given back; programs get a problem, as their calls must not end at a page of a provider.
 */
class SignIn {
    private static final Logger LOG = Logger.getLogger(SignIn.class);
    private static final int FOUND = 302;
    private static final String STATE_COOKIE = "q_auth_";

    private final SignInSettings settings;
    private final Users users;
    private final OidcAuthenticationMechanism provider;
    private final SignInAudit audit;
    private final CurrentIdentityAssociation identities;

    SignIn(
            SignInSettings settings,
            Users users,
            OidcAuthenticationMechanism provider,
            SignInAudit audit,
            CurrentIdentityAssociation identities) {
        this.settings = settings;
        this.users = users;
        this.provider = provider;
        this.audit = audit;
        this.identities = identities;
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Uni<Response> unauthorized(SecurityException e, RoutingContext call) {
        HttpServerRequest request = call.request();
        String authorization = request.getHeader("Authorization");
        if (isBearer(authorization)) {
            audit.tokenRefused(call);
        }
        if (!settings.isOn() || authorization != null || !Pages.isPage(call.normalizedPath())) {
            return Uni.createFrom().item(credentialsNeeded());
        }
        if (isPageOpened(request)) {
            return provider.getChallenge(call)
                    .map(challenge -> redirected(challenge, call))
                    .onFailure()
                    .recoverWithItem(SignIn::providerAway);
        }
        return SentForm.keep(call)
                .map(
                        kept -> noStore(
                                Problem.response(
                                        401,
                                        "You are signed out, or your session has expired. Nothing was done. Load the page again to sign in")));
    }

    /** The provider sent a browser back with an error, or with something that does not fit what it was asked. */
    @ServerExceptionMapper
    Response notCompleted(AuthenticationCompletionException e, RoutingContext call) {
        audit.signInFailed(call);
        return noStore(Problem.response(
                401,
                "The sign-in was not completed: it was cancelled, took too long, or the provider's answer could not be"
                        + " verified. Go to the overview to sign in again; the log has the reason"));
    }

    @ServerExceptionMapper
    Response providerAway(OIDCException e) {
        return providerAway((Throwable) e);
    }

    @ServerExceptionMapper
    Uni<Response> forbidden(ForbiddenException e, RoutingContext call) {
        return identities
                .getDeferredIdentity()
                .invoke(who -> SessionUser.keep(who, call))
                .map(who -> Problem.response(403, reason(who)));
    }

    private static String reason(SecurityIdentity who) {
        return who.getRoles().isEmpty()
                ? "You are signed in as " + who.getPrincipal().getName() + ", and none of your groups has a role in"
                        + " Syncline. Ask an administrator to add you to one that has, and sign in again"
                : "This user does not have the role that the call needs";
    }

    private Response credentialsNeeded() {
        boolean isBasic = !settings.isOn() || users.areConfigured();
        Response.ResponseBuilder answer = Response.fromResponse(Problem.response(
                401,
                !settings.isOn()
                        ? "Name a user and a password (HTTP Basic)"
                        : "Send a valid token of the sign-in provider (Authorization: Bearer ...)"
                                + (isBasic ? ", or a user and a password (HTTP Basic)" : "")));
        if (settings.isOn()) {
            answer.header("WWW-Authenticate", "Bearer realm=\"Syncline\"");
        }
        if (isBasic) {
            answer.header("WWW-Authenticate", "Basic realm=\"Syncline\"");
        }
        return answer.build();
    }

    private static Response redirected(ChallengeData challenge, RoutingContext call) {
        if (challenge == null || challenge.status != FOUND) {
            return noStore(Problem.response(
                    401,
                    "The browser came back from the sign-in without the cookie that it was given before. Allow cookies"
                            + " of this address, and load the page again"));
        }
        String state = new QueryStringDecoder(challenge.headerContent)
                .parameters()
                .getOrDefault("state", List.of(""))
                .get(0);
        Cookie cookie = call.request().getCookie(STATE_COOKIE + state);
        if (cookie != null) {
            cookie.setSameSite(CookieSameSite.LAX); // Quarkus leaves it to the browser's default
        }
        return noStore(Response.status(FOUND)
                .header("Location", challenge.headerContent)
                .build());
    }

    private static Response providerAway(Throwable e) {
        LOG.errorf("The sign-in provider cannot be used: %s", e.getMessage());
        return noStore(Response.fromResponse(
                        Problem.response(
                                503,
                                "The sign-in provider does not answer, so nobody can be signed in. Try again; the log has the reason"))
                .header("Retry-After", 10)
                .build());
    }

    private static Response noStore(Response answer) {
        return Response.fromResponse(answer).header("Cache-Control", "no-store").build();
    }

    /** Returns whether a person opens a page, and no script of a page asks for a part of it. */
    private static boolean isPageOpened(HttpServerRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        String accepted = request.getHeader("Accept");
        return request.method().name().equals("GET")
                && request.getHeader("HX-Request") == null
                && (mode == null || mode.equals("navigate"))
                && accepted != null
                && accepted.contains("text/html");
    }

    private static boolean isBearer(String authorization) {
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith("bearer ");
    }
}
