package dev.syncline.system.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.syncline.secret.Secrets;
import dev.syncline.system.http.signin.TokenRefused;
import dev.syncline.system.http.signin.TokenUnavailable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way of signing in, against a server that lets in exactly who signs in that way. */
class SignedCallsTest {
    private static final String KEY = "k3y+with/odd=signs";

    private static final SetClock CLOCK = new SetClock();
    private static final AtomicInteger SYSTEMS = new AtomicInteger();
    private static OwnClients clients;

    private final String own = "own" + SYSTEMS.incrementAndGet();
    private final Set<String> valid = ConcurrentHashMap.newKeySet();
    private final AtomicInteger issued = new AtomicInteger();
    private final List<String> tokenCalls = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile Function<HttpExchange, Boolean> letsIn = call -> true;
    private volatile int tokenStatus = 200;
    private volatile CountDownLatch tokenGate = new CountDownLatch(0);
    private volatile String redirect;

    private HttpServer server;
    private ExecutorService threads;

    @BeforeAll
    static void start() throws Exception {
        clients = new OwnClients(CLOCK);
    }

    @AfterAll
    static void stopAll() {
        clients.close();
    }

    @BeforeEach
    void serve() throws Exception {
        threads = Executors.newCachedThreadPool();
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(threads);
        server.createContext("/token", this::token);
        server.createContext("/", this::answer);
        server.start();
        clients.with(own, "url", url());
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void noneSendsNothing() {
        letsIn = call -> header(call, "Authorization") == null;
        assertEquals("in", get());
    }

    @Test
    void basicSendsUserAndPassword() {
        letsIn = call -> ("Basic "
                        + Base64.getEncoder().encodeToString("jörg:pass:word".getBytes(StandardCharsets.UTF_8)))
                .equals(header(call, "Authorization"));
        clients.with(own, "auth.type", "basic").with(own, "auth.username", "jörg");
        assertEquals(401, refusal());
        clients.with(own, "auth.password", "pass:word");
        assertEquals("in", get());
    }

    @Test
    void aBearerTokenInAFileIsReadAgainWhenItChanges(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "token-one\n");
        clients.with(own, "auth.token-file", file);
        letsIn = call -> "Bearer token-one".equals(header(call, "Authorization"));
        assertEquals("in", get());
        letsIn = call -> "Bearer token-two".equals(header(call, "Authorization"));
        assertEquals(401, refusal());
        Files.writeString(file, "token-two");
        assertEquals("in", get());
    }

    @Test
    void anApiKeyStandsInTheHeaderThatIsNamed() {
        clients.with(own, "auth.type", "api-key").with(own, "auth.api-key", KEY);
        letsIn = call -> KEY.equals(header(call, "X-API-Key"));
        assertEquals("in", get());
        clients.with(own, "auth.header", "Authorization").with(own, "auth.value", "Token token={key}");
        letsIn = call -> ("Token token=" + KEY).equals(header(call, "Authorization"));
        assertEquals("in", get());
    }

    @Test
    void anApiKeyStandsInTheQuery() {
        clients.with(own, "auth.type", "api-key").with(own, "auth.api-key", KEY).with(own, "auth.query", "api_key");
        letsIn = call -> List.of("a=1&b=x%20y&api_key=k3y%2Bwith%2Fodd%3Dsigns", "api_key=k3y%2Bwith%2Fodd%3Dsigns")
                .contains(call.getRequestURI().getRawQuery());
        assertEquals("in", clients.call(own, "GET", "/items?a=1&b=x%20y", null));
        assertEquals("in", get());
        assertFalse(Secrets.masked("called ?api_key=" + KEY).contains(KEY));
    }

    @Test
    void signsEachCallWithAnHmac() {
        clients.with(own, "auth.type", "hmac")
                .with(own, "auth.secret", "s3cret-s3cret")
                .with(own, "auth.client-id", "me")
                .with(own, "auth.sign", "{method}\\n{path-query}\\n{timestamp}\\n{body-sha256}")
                .with(own, "auth.headers", "X-Time: {timestamp}; Authorization: HMAC {client-id}:{signature}");
        letsIn = call -> {
            String signed = call.getRequestMethod() + "\n" + call.getRequestURI() + "\n" + header(call, "X-Time") + "\n"
                    + sha256(body(call));
            return ("HMAC me:" + hmac("s3cret-s3cret", signed)).equals(header(call, "Authorization"))
                    && header(call, "X-Time")
                            .equals(Long.toString(CLOCK.instant().getEpochSecond()));
        };
        assertEquals("in", clients.call(own, "POST", "/items?a=1", "{\"a\":\"ä\"}".getBytes(StandardCharsets.UTF_8)));
        assertEquals("in", get());
        clients.with(own, "auth.sign", "{methd}");
        String message = causes(assertThrows(RuntimeException.class, this::get));
        assertTrue(message.contains("syncline.systems." + own + ".auth.sign: {methd} is not known"), message);
    }

    // OAuth2.

    @Test
    void aTokenIsSharedAndRenewedBeforeItExpires() {
        oauth("client-credentials");
        for (int i = 0; i < 5; i++) {
            assertEquals("in", get());
        }
        assertEquals(1, issued.get());
        assertTrue(tokenCalls.get(0).contains("grant_type=client_credentials&scope=read+write&audience=erp"));
        CLOCK.now = CLOCK.now.plusSeconds(91);
        assertEquals("in", get());
        assertEquals(2, issued.get(), "a tenth of its 100 seconds before it expires");
        assertEquals(6, calls.size(), "none was refused");
    }

    @Test
    void aTokenThatIsRefusedIsRenewedOnce() {
        oauth("client-credentials");
        assertEquals("in", get());
        valid.clear();
        assertEquals("in", clients.call(own, "POST", "/items", "body".getBytes(StandardCharsets.UTF_8)));
        assertEquals(2, issued.get());
        letsIn = call -> false;
        assertEquals(401, refusal());
        assertEquals(3, issued.get());
    }

    @Test
    void concurrentCallsShareOneRenewal() throws Exception {
        oauth("client-credentials");
        tokenGate = new CountDownLatch(1);
        List<Future<String>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(threads.submit(this::get));
        }
        tokenGate.countDown();
        for (Future<String> one : all) {
            assertEquals("in", one.get());
        }
        assertEquals(1, issued.get());
    }

    @Test
    void aRefreshTokenIsReplacedByTheOneThatComesBack() {
        oauth("refresh-token");
        clients.with(own, "auth.refresh-token", "refresh-0").with(own, "auth.client-auth", "body");
        assertEquals("in", get());
        CLOCK.now = CLOCK.now.plusSeconds(101);
        assertEquals("in", get());
        assertTrue(tokenCalls.get(0).contains("refresh_token=refresh-0"), tokenCalls::toString);
        assertTrue(tokenCalls.get(1).contains("refresh_token=refresh-1"), tokenCalls::toString);
        assertTrue(tokenCalls.get(1).contains("client_id=me&client_secret=client-secret"), tokenCalls::toString);
    }

    @Test
    void aTokenEndpointThatIsAwayIsAnOutageOfTheSystem() {
        oauth("client-credentials");
        tokenStatus = 503;
        Throwable away = cause(assertThrows(RuntimeException.class, this::get), TokenUnavailable.class);
        assertTrue(away.getMessage().startsWith("No token for system " + own + ": " + url() + "/token answered 503"));
        tokenStatus = 200;
        assertEquals("in", get());
        CLOCK.now = CLOCK.now.plusSeconds(95);
        tokenStatus = 503;
        assertEquals("in", get(), "the former token is accepted for some seconds");
        CLOCK.now = CLOCK.now.plusSeconds(6);
        cause(assertThrows(RuntimeException.class, this::get), TokenUnavailable.class);
    }

    @Test
    void aTokenThatIsRefusedToUsSaysWhatToCompare() {
        oauth("client-credentials");
        tokenStatus = 401;
        String said = cause(assertThrows(RuntimeException.class, this::get), TokenRefused.class)
                .getMessage();
        assertTrue(said.contains("answered 401: {\"error\":\"invalid_client\"}"), said);
        assertTrue(said.contains("syncline.systems." + own + ".auth.*") && !said.contains("client-secret\""), said);
    }

    @Test
    void tokensThatWereGivenAreMasked() {
        oauth("client-credentials");
        assertEquals("in", get());
        assertFalse(Secrets.masked("it said token-number-1!").contains("token-number-1"));
    }

    // Other addresses.

    @Test
    void aReadFollowsARedirectWithinTheSystem() {
        clients.with(own, "auth.token", "token-own");
        letsIn = call -> "Bearer token-own".equals(header(call, "Authorization"));
        redirect = "/moved?a=1";
        assertEquals("in", get());
        assertEquals(List.of("/items", "/moved?a=1"), calls);
    }

    @Test
    void aTokenIsNeverSentToAnotherHost() throws IOException {
        List<String> stolen = new CopyOnWriteArrayList<>();
        HttpServer other = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        other.createContext("/", call -> {
            stolen.add(String.valueOf(header(call, "Authorization")));
            call.sendResponseHeaders(200, -1);
            call.close();
        });
        other.start();
        try {
            clients.with(own, "auth.token", "token-own");
            int port = other.getAddress().getPort();
            int own = server.getAddress().getPort();
            for (String target : List.of(
                    "http://localhost:" + port + "/steal",
                    "//localhost:" + port + "/",
                    "http://127.0.0.1:" + own + "/",
                    "https://localhost:" + own + "/",
                    "http://localhost:" + own + "@localhost:" + port + "/")) {
                redirect = target;
                String said = cause(assertThrows(RuntimeException.class, this::get), RedirectRefused.class)
                        .getMessage();
                assertTrue(said.contains("which is not http://localhost:" + own), said);
            }
            assertEquals(List.of(), stolen);
        } finally {
            other.stop(0);
        }
    }

    @Test
    void aWriteAndACircleAreNotRedirected() {
        redirect = "/moved";
        byte[] body = "x".getBytes(StandardCharsets.UTF_8);
        String said = cause(
                        assertThrows(RuntimeException.class, () -> clients.call(own, "POST", "/items", body)),
                        RedirectRefused.class)
                .getMessage();
        assertTrue(said.contains("only reads follow a redirect"), said);
        redirect = "/items";
        calls.clear();
        cause(assertThrows(RuntimeException.class, this::get), RedirectRefused.class);
        assertEquals(6, calls.size());
    }

    @Test
    void aProxyIsCalledInPlaceOfTheSystem() {
        String far = "far" + own;
        clients.with(far, "url", "http://far.example/api")
                .with(far, "proxy", url())
                .with(far, "auth.token", "token-far");
        letsIn = call ->
                "far.example".equals(header(call, "Host")) && "Bearer token-far".equals(header(call, "Authorization"));
        assertEquals("in", clients.call(far, "GET", "/items", null));
        clients.with(far, "proxy-username", "me").with(far, "proxy-password", "proxy-pass");
        String expected = "Basic " + Base64.getEncoder().encodeToString("me:proxy-pass".getBytes());
        letsIn = call -> expected.equals(header(call, "Proxy-Authorization"));
        refusedBy = 407;
        assertEquals("in", clients.call(far, "GET", "/items", null));
    }

    private volatile int refusedBy = 401;

    private void oauth(String grant) {
        clients.with(own, "auth.type", "oauth2")
                .with(own, "auth.grant", grant)
                .with(own, "auth.token-url", url() + "/token")
                .with(own, "auth.client-id", "me")
                .with(own, "auth.client-secret", "client-secret")
                .with(own, "auth.scope", "read write")
                .with(own, "auth.parameters", "audience=erp");
        letsIn = call -> valid.contains(String.valueOf(header(call, "Authorization")));
    }

    private String get() {
        return clients.call(own, "GET", "/items", null);
    }

    private int refusal() {
        return ((HttpOperationFailedException)
                        cause(assertThrows(RuntimeException.class, this::get), HttpOperationFailedException.class))
                .getStatusCode();
    }

    private String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void token(HttpExchange call) throws IOException {
        try (call) {
            tokenCalls.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            tokenGate.await();
            int number = tokenStatus == 200 ? issued.incrementAndGet() : 0;
            valid.add("Bearer token-number-" + number);
            send(
                    call,
                    tokenStatus,
                    tokenStatus == 200
                            ? "{\"access_token\":\"token-number-" + number
                                    + "\",\"expires_in\":100,\"refresh_token\":\"refresh-" + number + "\"}"
                            : "{\"error\":\"invalid_client\"}");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            calls.add(call.getRequestURI().toString());
            boolean isFirst = call.getRequestURI().getPath().equals("/items");
            if (redirect != null && isFirst) {
                call.getResponseHeaders().add("Location", redirect);
                send(call, 302, "");
            } else if (letsIn.apply(call)) {
                send(call, 200, "in");
            } else {
                if (refusedBy == 407) {
                    call.getResponseHeaders().add("Proxy-Authenticate", "Basic realm=\"proxy\"");
                }
                send(call, refusedBy, "");
            }
        }
    }

    private static void send(HttpExchange call, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            call.getResponseBody().write(body);
        }
    }

    private static String header(HttpExchange call, String name) {
        return call.getRequestHeaders().getFirst(name);
    }

    private static byte[] body(HttpExchange call) {
        try {
            return call.getRequestBody().readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Throwable cause(Throwable thrown, Class<? extends Throwable> kind) {
        Throwable cause = thrown;
        while (cause != null && !kind.isInstance(cause)) {
            cause = cause.getCause();
        }
        assertInstanceOf(kind, cause, () -> causes(thrown));
        return cause;
    }

    private static String causes(Throwable thrown) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            all.append(cause).append('\n');
        }
        return all.toString();
    }

    private static final class SetClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-30T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
