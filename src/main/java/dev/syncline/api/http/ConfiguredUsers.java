package dev.syncline.api.http;

import dev.syncline.access.LogIns;
import dev.syncline.access.User;
import dev.syncline.record.LogInAudit;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Authenticates the users of the configuration by HTTP Basic. */
@ApplicationScoped
public class ConfiguredUsers implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
    /** The attribute of identities that come from the configuration. */
    public static final String CONFIGURED = "syncline.configured";

    private static final Logger LOG = Logger.getLogger(ConfiguredUsers.class);

    private final LogIns logIns;
    private final LogInAudit audit;

    ConfiguredUsers(LogIns logIns, LogInAudit audit) {
        this.logIns = logIns;
        this.audit = audit;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        String address = ClientAddress.of(HttpSecurityUtils.getRoutingContextAttribute(request));
        return logIns.check(
                request.getUsername(),
                new String(request.getPassword().getPassword()),
                ClientAddress.network(address),
                context,
                ConfiguredUsers::identity,
                who -> failed(who, address));
    }

    private static SecurityIdentity identity(User user) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(user.name()))
                .addRoles(Roles.including(user.roles()))
                .addAttribute(CONFIGURED, true)
                .build();
    }

    private void failed(String who, String address) {
        LOG.warnf("A log-in as %s from %s failed", who, address);
        try {
            audit.failed(who, address);
        } catch (RuntimeException e) {
            LOG.warnf(
                    "The failed log-in could not be written to the audit log, as the hub database does not answer: %s",
                    e.getMessage());
        }
    }
}
