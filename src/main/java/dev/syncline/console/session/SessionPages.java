package dev.syncline.console.session;

import dev.syncline.access.SignInSettings;
import dev.syncline.api.http.NotFound;
import dev.syncline.console.frame.Address;
import dev.syncline.console.frame.FormTokens;
import dev.syncline.console.frame.Frame;
import dev.syncline.console.frame.Frames;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;

/** The begin and the end of a browser's session with the sign-in provider. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class SessionPages {
    /** The attribute of an identity under which Quarkus has what the provider says of itself. */
    private static final String PROVIDER = "configuration-metadata";

    private final SignInSettings settings;
    private final SecurityIdentity who;
    private final OidcSession session;
    private final Frames frames;
    private final FormTokens tokens;

    SessionPages(SignInSettings settings, SecurityIdentity who, OidcSession session, Frames frames, FormTokens tokens) {
        this.settings = settings;
        this.who = who;
        this.session = session;
        this.frames = frames;
        this.tokens = tokens;
    }

    @CheckedTemplate(basePath = "session")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance signedIn(Frame frame);

        static native TemplateInstance signedOut(Frame frame, String provider);
    }

    /** Where the provider sends browsers back to, and where a form that came too late leads, in a tab of its own. */
    @GET
    @Path("sign-in")
    @Authenticated
    public String signIn() {
        return Templates.signedIn(frames.of("Signed in", null)).render();
    }

    /**
     * Ends the session here, then the one at the provider. The browser goes there by a header, as the policy of pages lets forms
     * lead to no other host.
     */
    @POST
    @Path("sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Authenticated
    public Response signOut(@RestForm String token, @Context RoutingContext call) {
        tokens.check(token);
        IdTokenCredential idToken = who.getCredential(IdTokenCredential.class);
        if (idToken == null) {
            throw new NotFound(
                    "There is no session to end: this browser sends a password with every call. Close it to log out");
        }
        String provider = endOfSession(idToken, call);
        session.logout().await().indefinitely();
        Response.ResponseBuilder answer = Response.ok(
                Templates.signedOut(frames.bare("Signed out"), provider).render());
        return (provider == null ? answer : answer.header("Refresh", "0;url=" + provider)).build();
    }

    @GET
    @Path("signed-out")
    @PermitAll
    public String signedOut() {
        return Templates.signedOut(frames.bare("Signed out"), null).render();
    }

    /** Returns where the provider ends its session; null if it does not offer that. */
    private String endOfSession(IdTokenCredential idToken, RoutingContext call) {
        OidcConfigurationMetadata provider = who.getAttribute(PROVIDER);
        String end = provider == null ? null : provider.getEndSessionUri();
        if (end == null) {
            return null;
        }
        String scheme = settings.isHttpsForced() ? "https" : call.request().scheme();
        return Address.of(end)
                .with("id_token_hint", idToken.getToken())
                .with("client_id", settings.clientId().orElse(null))
                .with(
                        "post_logout_redirect_uri",
                        scheme + "://" + call.request().authority() + "/signed-out")
                .toString();
    }
}
