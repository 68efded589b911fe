package dev.syncline.system.http.signin;

import dev.syncline.system.Systems;
import dev.syncline.system.http.client.SystemClients;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.core5.http.ClassicHttpRequest;

/**
 * Signs calls to HTTP systems in, as {@code syncline.systems.<name>.auth.*} says. Settings are read for each call, so a
 * secret that has changed is used by the next one.
 */
@ApplicationScoped
public class SignIns {
    private static final String AUTHORIZATION = "Authorization";

    private final Systems systems;
    private final SystemClients clients;
    private final Clock clock;
    private final Map<String, OAuthTokens> tokens = new ConcurrentHashMap<>();

    public SignIns(Systems systems, SystemClients clients, Clock clock) {
        this.systems = systems;
        this.clients = clients;
        this.clock = clock;
    }

    /**
     * Signs a call in.
     *
     * @throws TokenUnavailable if the endpoint that gives tokens is away
     * @throws TokenRefused if it gives none for these settings
     */
    public void sign(String system, ClassicHttpRequest request) throws IOException {
        of(system).sign(request);
    }

    /** Returns whether a call that the system refused with 401 is worth another try, as its token was renewed. */
    public boolean renew(String system, ClassicHttpRequest refused) throws IOException {
        return of(system).renew(refused);
    }

    private SignIn of(String system) {
        Optional<String> token = systems.setting(system, "auth.token").or(() -> systems.setting(system, "token"));
        String type = systems.setting(system, "auth.type").orElse(token.isPresent() ? "bearer" : "none");
        return switch (type) {
            case "none" -> request -> {};
            case "basic" -> request -> request.setHeader(AUTHORIZATION, basic(system));
            case "bearer" -> {
                String bearer = token.orElseGet(() -> systems.required(system, "auth.token"));
                yield request -> request.setHeader(AUTHORIZATION, "Bearer " + bearer);
            }
            case "api-key" -> new ApiKey(systems, system);
            case "oauth2" -> tokens.computeIfAbsent(system, name -> new OAuthTokens(name, systems, clients, clock));
            case "hmac" -> new HmacSignature(systems, system, clock);
            default ->
                throw new IllegalArgumentException("syncline.systems." + system + ".auth.type is '" + type
                        + "', which is none of none, basic, bearer, api-key, oauth2 and hmac");
        };
    }

    private String basic(String system) {
        String user = systems.required(system, "auth.username");
        return basic(user, systems.setting(system, "auth.password").orElse(""));
    }

    static String basic(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}
