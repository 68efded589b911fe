package dev.syncline.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** The settings of sign-in by OpenID Connect, {@code quarkus.oidc.*}, as far as Syncline depends on them. */
@ApplicationScoped
public class SignInSettings {
    /** The client's secret, which may change while the program runs. */
    public static final String CLIENT_SECRET = "quarkus.oidc.credentials.secret";

    private static final Logger LOG = Logger.getLogger(SignInSettings.class);
    private static final int AFTER_GROUPS = Users.FIRST + 1;
    private static final int SHORTEST_KEY = 32;

    private final Config config;
    private final Groups groups;

    SignInSettings(Config config, Groups groups) {
        this.config = config;
        this.groups = groups;
    }

    /** Returns whether people and programs may sign in at a provider. */
    public boolean isOn() {
        return config.getOptionalValue("quarkus.oidc.tenant-enabled", Boolean.class)
                .orElse(true);
    }

    /** Returns the secret as it is now; empty for a client without. */
    public Optional<String> clientSecret() {
        return config.getOptionalValue(CLIENT_SECRET, String.class);
    }

    public Optional<String> clientId() {
        return config.getOptionalValue("quarkus.oidc.client-id", String.class);
    }

    /** Returns whether the provider redirects browsers to an address with https, whatever address the call came by. */
    public boolean isHttpsForced() {
        return config.getOptionalValue("quarkus.oidc.authentication.force-redirect-https-scheme", Boolean.class)
                .orElse(false);
    }

    void check(@Observes @Priority(AFTER_GROUPS) StartupEvent event) {
        check();
    }

    /** @throws InvalidSignIn if sign-in would take tokens of other programs, give nobody a role, or fail now and then */
    void check() {
        if (!isOn()) {
            if (!groups.isEmpty()) {
                LOG.warn(
                        "syncline.groups.* gives roles to groups, but sign-in by OpenID Connect is off. To turn it on, set"
                                + " QUARKUS_OIDC_TENANT_ENABLED=true, the provider's address and the client (docs/security.md)");
            }
            return;
        }
        if (clientId().isEmpty()) {
            throw new InvalidSignIn("Sign-in by OpenID Connect is on without a client. Set quarkus.oidc.client-id"
                    + " (QUARKUS_OIDC_CLIENT_ID) to the one that the provider has for Syncline");
        }
        List<String> audience = config.getOptionalValues("quarkus.oidc.token.audience", String.class)
                .orElse(List.of());
        if (audience.isEmpty() || audience.contains("any")) {
            throw new InvalidSignIn("Tokens for every program of the sign-in provider would be accepted. Set"
                    + " quarkus.oidc.token.audience (QUARKUS_OIDC_TOKEN_AUDIENCE) to the client and the audience of"
                    + " tokens for Syncline's API, or leave it out: then it is the client");
        }
        if (groups.isEmpty()) {
            throw new InvalidSignIn("Sign-in by OpenID Connect is on, and no group has a role, so nobody could do"
                    + " anything. Set syncline.groups.<role> (SYNCLINE_GROUPS_ADMIN=...) for one or more of the roles "
                    + String.join(", ", RoleNames.ALL));
        }
        if (!isKey(clientSecret())
                && !(isKey(secret("authentication.state-secret"))
                        && isKey(secret("token-state-manager.encryption-secret")))) {
            throw new InvalidSignIn("Nothing encrypts the cookies of sign-in so that every process of Syncline can read"
                    + " them. Set quarkus.oidc.credentials.secret (QUARKUS_OIDC_CREDENTIALS_SECRET, or _FILE) to the"
                    + " client's secret; if that has fewer than " + SHORTEST_KEY
                    + " characters or the client has none, set"
                    + " quarkus.oidc.authentication.state-secret and quarkus.oidc.token-state-manager.encryption-secret"
                    + " to " + SHORTEST_KEY + " random characters each");
        }
    }

    private Optional<String> secret(String setting) {
        return config.getOptionalValue("quarkus.oidc." + setting, String.class);
    }

    private static boolean isKey(Optional<String> secret) {
        return secret.filter(text -> text.length() >= SHORTEST_KEY).isPresent();
    }
}
