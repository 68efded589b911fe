package dev.syncline.api;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * The users that the configuration names: {@code syncline.users.<name>.password} and {@code .roles} (with commas
 * between). There are none until configured.
 */
@ApplicationScoped
public class ConfiguredUsers implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
    private static final String PREFIX = "syncline.users.";

    private final Config config;

    ConfiguredUsers(Config config) {
        this.config = config;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        String name = request.getUsername();
        byte[] given = new String(request.getPassword().getPassword()).getBytes(StandardCharsets.UTF_8);
        Optional<String> password = setting(name, "password");
        byte[] wanted = password.orElse("").getBytes(StandardCharsets.UTF_8);
        if (password.isEmpty() || !MessageDigest.isEqual(given, wanted)) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        Set<String> roles = Arrays.stream(setting(name, "roles").orElse("").split(","))
                .map(String::strip)
                .filter(role -> !role.isEmpty())
                .collect(Collectors.toSet());
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(name))
                        .addRoles(Roles.including(roles))
                        .build());
    }

    private Optional<String> setting(String name, String setting) {
        boolean isPlain = name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_');
        return isPlain ? config.getOptionalValue(PREFIX + name + "." + setting, String.class) : Optional.empty();
    }
}
