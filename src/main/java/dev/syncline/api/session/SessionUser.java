package dev.syncline.api.session;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Somebody who signed in by a browser, and whose call is refused: a page can offer to sign out, to come as another one. */
public record SessionUser(String name) {
    private static final String KEPT = SessionUser.class.getName();

    /** Returns who made a refused call. */
    public static Optional<SessionUser> of(RoutingContext call) {
        return call == null ? Optional.empty() : Optional.ofNullable(call.get(KEPT));
    }

    /** Keeps who makes the call for the answer, if that is somebody with a session. */
    static void keep(SecurityIdentity who, RoutingContext call) {
        if (who.getCredential(IdTokenCredential.class) != null) {
            call.put(KEPT, new SessionUser(who.getPrincipal().getName()));
        }
    }
}
