package dev.syncline.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A provider of OpenID Connect as real ones are: discovery, keys, authorization codes with PKCE, tokens, refreshing, and the end of
 * sessions, signed by RS256. Who signs in, and how, is set under {@code /control}, as tests have class loaders of their own.
 */
public final class OidcProvider implements AutoCloseable {
    public static final String CLIENT = "syncline";
    public static final String SECRET = "a-client-secret-of-forty-characters-here";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final OidcTokens tokens = new OidcTokens();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<String, String> settings = new ConcurrentHashMap<>();

    public OidcProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(4, task -> {
            Thread thread = new Thread(task, "oidc-provider");
            thread.setDaemon(true);
            return thread;
        }));
        on("/.well-known/openid-configuration", this::discovery);
        on("/jwks", this::keys);
        on("/authorize", this::authorize);
        on("/token", this::token);
        on("/logout", this::logout);
        on("/control/set", this::set);
        on("/control/token", this::made);
        on("/control/calls", call -> answer(call, 200, JSON.writeValueAsString(calls)));
        server.start();
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void on(String path, HttpHandler handler) {
        server.createContext(path, call -> {
            try {
                handler.handle(call);
            } catch (RuntimeException e) {
                answer(call, 500, e.toString());
            }
        });
    }

    private void discovery(HttpExchange call) throws IOException {
        answer(
                call,
                200,
                JSON.writeValueAsString(Map.of(
                        "issuer", address(),
                        "authorization_endpoint", address() + "/authorize",
                        "token_endpoint", address() + "/token",
                        "jwks_uri", address() + "/jwks",
                        "end_session_endpoint", address() + "/logout",
                        "code_challenge_methods_supported", List.of("S256"))));
    }

    private void keys(HttpExchange call) throws IOException {
        answer(call, 200, tokens.publicKeys());
    }

    /** Signs in whoever {@code person} is; nobody cancels. */
    private void authorize(HttpExchange call) throws IOException {
        Map<String, String> asked = query(call.getRequestURI().getRawQuery());
        calls.add("authorize " + asked);
        if (!CLIENT.equals(asked.get("client_id"))
                || !"code".equals(asked.get("response_type"))
                || !"S256".equals(asked.get("code_challenge_method"))
                || !asked.getOrDefault("scope", "").contains("openid")
                || !asked.containsKey("code_challenge")) {
            answer(call, 400, "not as a client of this provider asks: " + asked);
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        redirect(
                call,
                asked.get("redirect_uri")
                        + (settings.containsKey("person")
                                ? "?code=" + code
                                : "?error=access_denied&error_description=%3Cb%3Ecancelled%3C/b%3E")
                        + "&state=" + asked.get("state"));
    }

    private void token(HttpExchange call) throws IOException {
        Map<String, String> form = query(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String basic = Base64.getEncoder()
                .encodeToString(
                        (CLIENT + ":" + settings.getOrDefault("secret", SECRET)).getBytes(StandardCharsets.UTF_8));
        if (!("Basic " + basic).equals(call.getRequestHeaders().getFirst("Authorization"))) {
            calls.add("token refused: wrong client secret");
            answer(call, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        String nonce = null;
        if ("authorization_code".equals(form.get("grant_type"))) {
            Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
            if (asked == null
                    || !asked.get("redirect_uri").equals(form.get("redirect_uri"))
                    || !asked.get("code_challenge").equals(challenge(form.get("code_verifier")))) {
                calls.add("token refused: wrong code or verifier");
                answer(call, 400, "{\"error\":\"invalid_grant\"}");
                return;
            }
            nonce = asked.get("nonce");
        } else if (refreshTokens.remove(form.getOrDefault("refresh_token", "")) == null) {
            calls.add("token refused: wrong refresh token");
            answer(call, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        calls.add("token " + form.get("grant_type"));
        Map<String, Object> claims = tokens.claims(address(), settings);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", tokens.made("right", claims));
        if (nonce != null) {
            claims.put("nonce", nonce);
        }
        answer.put("id_token", tokens.made(settings.getOrDefault("signer", "right"), claims));
        answer.put("token_type", "Bearer");
        answer.put("expires_in", settings.getOrDefault("seconds", "300"));
        if (settings.containsKey("refresh")) {
            String refreshToken = UUID.randomUUID().toString();
            refreshTokens.put(refreshToken, "");
            answer.put("refresh_token", refreshToken);
        }
        answer(call, 200, JSON.writeValueAsString(answer));
    }

    private void logout(HttpExchange call) throws IOException {
        Map<String, String> asked = query(call.getRequestURI().getRawQuery());
        calls.add("logout " + asked);
        redirect(call, asked.get("post_logout_redirect_uri"));
    }

    /** Sets what holds from now on; replaces everything that was set before. */
    private void set(HttpExchange call) throws IOException {
        settings.clear();
        settings.putAll(query(call.getRequestURI().getRawQuery()));
        calls.clear();
        answer(call, 200, "set");
    }

    private void made(HttpExchange call) throws IOException {
        Map<String, String> asked = query(call.getRequestURI().getRawQuery());
        answer(call, 200, tokens.made(asked.getOrDefault("kind", "right"), tokens.claims(address(), settings)));
    }

    private static String challenge(String verifier) throws IOException {
        try {
            return verifier == null
                    ? ""
                    : Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(MessageDigest.getInstance("SHA-256")
                                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }

    /** The values of a query or form, the first of each name. */
    public static Map<String, String> query(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        new QueryStringDecoder(text == null ? "" : text, false)
                .parameters()
                .forEach((name, all) -> values.put(name, new ArrayList<>(all).get(0)));
        return values;
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void redirect(HttpExchange call, String to) throws IOException {
        call.getResponseHeaders().set("Location", to);
        answer(call, 302, "");
    }

    private static void answer(HttpExchange call, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }
}
