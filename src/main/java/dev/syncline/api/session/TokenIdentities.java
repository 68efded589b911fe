package dev.syncline.api.session;

import dev.syncline.access.Groups;
import dev.syncline.access.Users;
import dev.syncline.api.http.ConfiguredUsers;
import dev.syncline.api.http.Roles;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Principal;
import java.util.Set;

/**
 * Gives whoever signed in at a provider the roles of their groups. What the provider itself calls a role counts as a group:
 * nobody is an administrator here because of a group {@code admin} there.
 */
@ApplicationScoped
public class TokenIdentities implements SecurityIdentityAugmentor {
    private final Groups groups;

    TokenIdentities(Groups groups) {
        this.groups = groups;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || identity.getAttribute(ConfiguredUsers.CONFIGURED) != null) {
            return Uni.createFrom().item(identity);
        }
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder()
                        .setPrincipal(identity.getPrincipal())
                        .addCredentials(identity.getCredentials())
                        .addAttributes(identity.getAttributes())
                        .addRoles(roles(identity))
                        .build());
    }

    /** Who has no name, or that of the program itself, would appear in the audit log as somebody else. */
    private Set<String> roles(SecurityIdentity identity) {
        Principal principal = identity.getPrincipal();
        String name = principal == null ? null : principal.getName();
        return name == null || name.isBlank() || Users.isReserved(name)
                ? Set.of()
                : Roles.including(groups.roles(identity.getRoles()));
    }
}
