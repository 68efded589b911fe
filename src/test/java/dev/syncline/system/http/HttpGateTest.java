package dev.syncline.system.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpServer;
import dev.syncline.json.JsonAnswer;
import dev.syncline.system.Gates;
import dev.syncline.system.NoWaits;
import dev.syncline.system.Systems;
import dev.syncline.system.http.Room.Reservation;
import dev.syncline.system.http.client.SystemClients;
import dev.syncline.system.http.signin.SignIns;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call of Camel's HTTP client is answered through the gate, as the templates make it. */
class HttpGateTest {
    private final NoWaits runs = new NoWaits();
    private final Systems systems = new Systems(
            new SmallRyeConfigBuilder()
                    .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                    .withSources(
                            new PropertiesConfigSource(Map.of("syncline.systems.own.longest-answer", "2M"), "test"))
                    .build(),
            null);
    private final AnswerRoom room = new AnswerRoom(systems, runs, Clock.systemUTC(), 8 << 20, 4 << 20);
    private final long all = room.free();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Map<Integer, Boolean> callers = new ConcurrentHashMap<>();

    private HttpServer system;
    private Object body;
    private long heldMeanwhile;

    @BeforeEach
    void start() throws Exception {
        system = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        system.createContext("/", call -> {
            callers.put(call.getRemoteAddress().getPort(), true);
            String[] wanted = call.getRequestURI().getPath().substring(1).split("-");
            int length = Integer.parseInt(wanted[2]);
            boolean isPacked = wanted[1].equals("packed");
            if (isPacked) {
                call.getResponseHeaders().add("Content-Encoding", "gzip");
            }
            call.sendResponseHeaders(
                    Integer.parseInt(wanted[0]), wanted[1].equals("announced") && length > 0 ? length : 0);
            try (OutputStream raw = call.getResponseBody();
                    OutputStream out = isPacked ? new GZIPOutputStream(raw) : raw) {
                out.write("x".repeat(length).getBytes());
            } catch (IOException e) {
                // it was cut off
            }
        });
        system.start();
        Gates gates = new Gates(systems, null, runs, Clock.systemUTC(), null);
        SystemClients clients = new SystemClients(systems);
        SignedCalls calls = new SignedCalls(new SignIns(systems, clients, Clock.systemUTC()));
        camel.getRegistry()
                .bind(
                        "gate",
                        new HttpGate(
                                gates, systems, calls, clients, room, new SimpleMeterRegistry(), Clock.systemUTC()));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:call")
                        .to("http:own?copyHeaders=false&disableStreamCache=true&httpClientConfigurer=#gate")
                        .process(HttpGateTest.this::take);
                from("direct:leave")
                        .to("http:own?copyHeaders=false&disableStreamCache=true&httpClientConfigurer=#gate");
            }
        });
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
        system.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "announced-0", "announced-1", "announced-262144", "announced-262145", "announced-2097152",
        "chunked-0", "chunked-1", "chunked-262144", "chunked-262145", "chunked-2097152",
        "packed-1", "packed-262145", "packed-2097152"
    })
    void anAnswerComesWholeAndGivesBackWhatItTook(String answer) {
        int length = Integer.parseInt(answer.split("-")[1]);
        for (int i = 0; i < 3; i++) {
            assertEquals("x".repeat(length), call("direct:call", "200-" + answer, String.class));
            assertTrue(heldMeanwhile >= Math.max(1, length), answer + " held " + heldMeanwhile);
            assertEquals(all, room.free(), answer);
        }
        assertEquals(1, callers.size(), "its connection is free again as soon as it was read");
    }

    @Test
    void anAnswerThatNobodyTakesGivesBackWhatItTookWhenItsExchangeIsOver() {
        call("direct:leave", "200-chunked-300000", Object.class);
        call("direct:leave", "200-chunked-3000", Object.class);
        assertEquals(all, room.free());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 300_000})
    void whatIsNoJsonCanBeShown(int length) throws IOException {
        Reservation place = room.coming("own", 1);
        LimitedAnswer answer = new LimitedAnswer(
                new InputStreamEntity(
                        new ByteArrayInputStream(("\0" + "x".repeat(length)).getBytes()), ContentType.APPLICATION_JSON),
                "own",
                1 << 20,
                false,
                Duration.ofMinutes(3),
                brokenOff -> {},
                () -> {},
                () -> {});
        try (KeptAnswer kept = KeptAnswer.of(answer, "own", 1, room, place, 1 << 20)) {
            assertThrows(
                    JsonProcessingException.class,
                    () -> JsonAnswer.read(kept, null, Set.of("records"), 1 << 20, (list, element) -> true));
            assertTrue(JsonAnswer.beginning(kept).contains("x"), JsonAnswer.beginning(kept));
        }
        assertEquals(all, room.free());
    }

    @Test
    void aRefusalIsKeptAsItsBeginning() {
        CamelExecutionException failure = assertThrows(
                CamelExecutionException.class, () -> call("direct:call", "500-chunked-1000000", String.class));
        HttpOperationFailedException refusal = assertInstanceOf(HttpOperationFailedException.class, failure.getCause());
        assertEquals(500, refusal.getStatusCode());
        assertEquals("x".repeat(64 << 10), refusal.getResponseBody());
        assertEquals(all, room.free());
    }

    @Test
    void anAnswerThatIsTooLongFailsItsCallAlone() {
        for (String answer : new String[] {"200-chunked-2097153", "200-packed-3000000", "200-announced-2500000"}) {
            CamelExecutionException failure =
                    assertThrows(CamelExecutionException.class, () -> call("direct:call", answer, String.class));
            assertInstanceOf(AnswerTooLong.class, failure.getCause(), answer);
            assertEquals(all, room.free(), answer);
        }
        assertEquals("x", call("direct:call", "200-chunked-1", String.class));
    }

    private void take(Exchange exchange) throws IOException {
        body = exchange.getMessage().getBody();
        heldMeanwhile = all - room.free();
        assertInstanceOf(KeptAnswer.class, body, "Camel has made no copy of it");
        try (InputStream in = exchange.getMessage().getBody(InputStream.class)) {
            exchange.getMessage().setBody(new String(in.readAllBytes()));
        }
        assertFalse(body == exchange.getMessage().getBody());
    }

    private <T> T call(String route, String answer, Class<T> type) {
        return camel.createProducerTemplate()
                .requestBodyAndHeaders(
                        route,
                        null,
                        Map.of(
                                Exchange.HTTP_URI,
                                "http://localhost:" + system.getAddress().getPort() + "/" + answer,
                                HttpGate.SYSTEM,
                                "own",
                                HttpGate.RUN,
                                1L),
                        type);
    }
}
