package dev.syncline.api.session;

import dev.syncline.access.SignInSettings;
import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcEndpoint.Type;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Signs in at the provider's token endpoint with the client's secret as it is now: Quarkus keeps that of the start, and a secret in a
 * file may have changed since.
 */
@ApplicationScoped
@Unremovable
@OidcEndpoint(Type.TOKEN)
public class CurrentClientSecret implements OidcRequestFilter {
    private static final String HEADER = "Authorization";
    private static final String BASIC = "Basic ";

    private final SignInSettings settings;

    CurrentClientSecret(SignInSettings settings) {
        this.settings = settings;
    }

    @Override
    public void filter(OidcRequestContext context) {
        HttpRequest<Buffer> request = context.request();
        String given = request.headers().get(HEADER);
        if (given != null && given.startsWith(BASIC)) {
            settings.clientSecret().ifPresent(secret -> request.headers().set(HEADER, basic(secret)));
        }
    }

    private String basic(String secret) {
        String credentials = settings.clientId().orElse("") + ":" + secret;
        return BASIC + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
