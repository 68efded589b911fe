package dev.syncline.system.http.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.secret.Secrets;
import dev.syncline.system.CallRefused;
import dev.syncline.system.Systems;
import dev.syncline.system.http.client.SystemClients;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.StringJoiner;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** Asks the endpoint that gives the tokens of a system, by client credentials or a refresh token (RFC 6749). */
final class TokenEndpoint {
    private static final int LONGEST = 64 << 10;
    private static final int SHOWN = 300;

    /** How long a token is used whose answer does not tell: if it expires before, the system says so by a 401. */
    private static final Duration UNTOLD = Duration.ofHours(1);

    private static final Set<Integer> AWAY = Set.of(408, 425, 429);

    private final String system;
    private final Systems systems;
    private final SystemClients clients;
    private final ObjectMapper json = new ObjectMapper();

    TokenEndpoint(String system, Systems systems, SystemClients clients) {
        this.system = system;
        this.systems = systems;
        this.clients = clients;
    }

    private record Reply(int status, String body) {}

    /** @param refreshToken that the endpoint gave the last time; null if it gave none */
    TokenAnswer ask(String refreshToken) throws IOException {
        String url = required("token-url");
        HttpPost request = request(url, refreshToken);
        Reply reply;
        try (var client = clients.open(system)) {
            reply = client.execute(request, TokenEndpoint::read);
        } catch (CallRefused e) {
            throw e;
        } catch (IOException e) {
            throw new TokenUnavailable(system, url, "cannot be called (" + e + ")");
        }
        if (reply.status() >= 500 || AWAY.contains(reply.status())) {
            throw new TokenUnavailable(system, url, "answered " + reply.status() + shown(reply.body()));
        }
        if (reply.status() != 200 && reply.status() != 201) {
            throw new TokenRefused(system, url, "answered " + reply.status() + shown(reply.body()));
        }
        return answer(url, reply.body());
    }

    private HttpPost request(String url, String refreshToken) {
        StringJoiner form = new StringJoiner("&");
        String grant = setting("grant", "client-credentials");
        switch (grant) {
            case "client-credentials" -> add(form, "grant_type", "client_credentials");
            case "refresh-token" -> {
                add(form, "grant_type", "refresh_token");
                add(form, "refresh_token", refreshToken == null ? required("refresh-token") : refreshToken);
            }
            default ->
                throw new IllegalArgumentException("syncline.systems." + system + ".auth.grant is '" + grant
                        + "', which is neither client-credentials nor refresh-token");
        }
        systems.setting(system, "auth.scope").ifPresent(scope -> add(form, "scope", scope));
        systems.setting(system, "auth.parameters").ifPresent(form::add);
        HttpPost request = new HttpPost(url);
        String client = required("client-id");
        String secret = setting("client-secret", "");
        String place = setting("client-auth", "basic");
        switch (place) {
            case "basic" -> request.setHeader("Authorization", SignIns.basic(encoded(client), encoded(secret)));
            case "body" -> {
                add(form, "client_id", client);
                if (!secret.isEmpty()) {
                    add(form, "client_secret", secret);
                }
            }
            default ->
                throw new IllegalArgumentException("syncline.systems." + system + ".auth.client-auth is '" + place
                        + "', which is neither basic nor body");
        }
        request.setHeader("Accept", "application/json");
        request.setEntity(new StringEntity(form.toString(), ContentType.APPLICATION_FORM_URLENCODED));
        return request;
    }

    private TokenAnswer answer(String url, String body) throws TokenRefused {
        try {
            JsonNode answer = json.readTree(body);
            String token = answer.path("access_token").asText("");
            if (!token.isBlank()) {
                long seconds = answer.path("expires_in").asLong(0);
                return new TokenAnswer(
                        token,
                        seconds > 0 ? Duration.ofSeconds(Math.min(seconds, 31_536_000)) : UNTOLD,
                        answer.path("refresh_token").asText(null));
            }
        } catch (JsonProcessingException e) {
            // told below
        }
        throw new TokenRefused(system, url, "answered without an access_token" + shown(body));
    }

    private static Reply read(ClassicHttpResponse answer) throws IOException {
        try (InputStream body = answer.getEntity() == null
                ? InputStream.nullInputStream()
                : answer.getEntity().getContent()) {
            return new Reply(answer.getCode(), new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8));
        }
    }

    private static String shown(String body) {
        String text = Secrets.masked(body).strip().replaceAll("\\s+", " ");
        return text.isEmpty() ? "" : ": " + (text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…");
    }

    private String required(String name) {
        return systems.required(system, "auth." + name);
    }

    private String setting(String name, String otherwise) {
        return systems.setting(system, "auth." + name).orElse(otherwise);
    }

    private static void add(StringJoiner form, String name, String value) {
        form.add(name + "=" + encoded(value));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
