package dev.syncline.system.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.syncline.system.Systems;
import dev.syncline.system.http.client.SystemClients;
import dev.syncline.system.http.signin.SignIns;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a check of an HTTP system makes of each answer. */
class HttpCheckTest {
    private static final String TOKEN = "hunter2-hunter2-hunter2";

    private HttpServer partner;
    private String asked;
    private String signedIn;
    private int status;

    @BeforeEach
    void start() throws IOException {
        partner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        partner.createContext("/", call -> {
            asked = call.getRequestMethod() + " " + call.getRequestURI();
            signedIn = call.getRequestHeaders().getFirst("Authorization");
            byte[] body = ("you sent " + signedIn).getBytes();
            call.getResponseHeaders().add("Location", "http://elsewhere.example.com/" + TOKEN);
            call.sendResponseHeaders(status, body.length);
            call.getResponseBody().write(body);
            call.close();
        });
        partner.start();
    }

    @AfterEach
    void stop() {
        partner.stop(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | REACHED | answered 200",
                "302 | FAILED | syncline.systems.own.url",
                "401 | REFUSED | syncline.systems.own.token",
                "403 | REFUSED | does not take the sign-in",
                "404 | REACHED | syncline.systems.own.check-path",
                "405 | REACHED | does not show whether it takes the sign-in",
                "429 | FAILED | too often",
                "500 | FAILED | its own log",
                "503 | FAILED | later"
            })
    void eachStatusSaysWhatItMeans(int answered, String outcome, String text) {
        status = answered;
        Answer answer = check(Map.of("token", TOKEN)).ask("own", Duration.ofSeconds(20));
        assertEquals(outcome, answer.outcome().name(), answer.text());
        assertTrue(answer.text().contains(text), answer.text());
        assertFalse(answer.text().contains("hunter2"), answer.text());
        assertEquals("GET /api", asked);
        assertEquals("Bearer " + TOKEN, signedIn);
    }

    @Test
    void thePathOfTheSettingIsAskedAndAMissingTokenIsNamed() {
        status = 401;
        HttpCheck check = check(Map.of("check-path", "/me?x=1"));
        Answer answer = check.ask("own", Duration.ofSeconds(20));
        assertEquals("GET /api/me?x=1", asked);
        assertTrue(answer.text().contains("wants a sign-in"), answer.text());
        assertTrue(check.tries("own").contains("/api/me, without a sign-in"), check.tries("own"));
    }

    @Test
    void whatDoesNotAnswerEndsInTimeAndWhatIsNotThereIsSaid() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Answer hung = check(Map.of("url", "http://127.0.0.1:" + silent.getLocalPort()))
                    .ask("own", Duration.ofMillis(200));
            assertEquals("TIMED_OUT", hung.outcome().name(), hung.text());
        }
        Answer refused = check(Map.of("url", "http://127.0.0.1:1")).ask("own", Duration.ofSeconds(20));
        assertEquals("FAILED", refused.outcome().name());
        assertTrue(refused.text().contains("Connect"), refused.text());
    }

    private HttpCheck check(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>();
        all.put(
                "syncline.systems.own.url",
                "http://127.0.0.1:" + partner.getAddress().getPort() + "/api");
        settings.forEach((name, value) -> all.put("syncline.systems.own." + name, value));
        Systems systems = new Systems(
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(all, "test"))
                        .build(),
                null);
        SystemClients clients = new SystemClients(systems);
        return new HttpCheck(systems, clients, new SignIns(systems, clients, Clock.systemUTC()));
    }
}
