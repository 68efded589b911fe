package dev.syncline.system.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.syncline.support.HostileTexts;
import dev.syncline.system.Systems;
import dev.syncline.system.outage.CallState;
import dev.syncline.system.outage.RetryAfterOutage;
import dev.syncline.system.outage.SystemCaller;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text in a path is one segment of it, for everybody who reads the path. */
class PathSegmentTest {
    private static final Set<String> HEADERS =
            Set.of("accept", "accept-encoding", "authorization", "connection", "content-type", "host", "user-agent");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../x",
                "x/..",
                "x/../y",
                "x/./y",
                "..\\x",
                "..;a=1/x",
                "%2e%2E",
                "%2e%2e%2fx",
                "..%5Cx",
                "x\ny",
                "x\ry",
                "x\0y",
                "\ud800",
                "x\u0085"
            })
    void aTextThatLeadsElsewhereHasNone(String text) {
        assertEquals(Optional.empty(), PathSegment.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PO-1",
                "...",
                "a.b",
                ".a",
                "a..b",
                "a/b",
                "//",
                "100%",
                "a+b c",
                "{number}",
                "x;y=1",
                "\ud83d\ude00"
            })
    void allOthersHaveOne(String text) {
        String segment = PathSegment.of(text).orElseThrow();
        assertTrue(segment.matches("[A-Za-z0-9.*_%-]+"), segment);
        assertEquals(text, URLDecoder.decode(segment, StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> parts = Arbitraries.of(
                ".",
                "..",
                "/",
                "\\",
                ";",
                "%2e",
                "%2F",
                "%252e",
                "%",
                "a",
                "{number}",
                "\r\n",
                " ",
                "?",
                "#",
                "&",
                "ü");
        return parts.list().ofMaxSize(8).map(list -> String.join("", list));
    }

    /** Read once or twice, by whoever takes either slash for one, the path has no step but its own. */
    @Property(tries = 1_000)
    void noReaderIsLedElsewhere(@ForAll("texts") String text) {
        PathSegment.of(text).ifPresent(segment -> {
            assertEquals(text, URLDecoder.decode(segment, StandardCharsets.UTF_8));
            for (String read : List.of(text, once(text))) {
                assertTrue(
                        Arrays.stream(read.split("[/\\\\]", -1))
                                .map(part -> part.split(";", -1)[0])
                                .noneMatch(part -> part.equals(".") || part.equals("..")),
                        segment);
                assertFalse(text.contains("\r") || text.contains("\n"), segment);
            }
        });
    }

    private static String once(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // with a percent sign of its own
        }
    }

    /** As the program calls: through Camel's HTTP client, which changes and resolves some of what it is given. */
    @Test
    void arrivesAsItIs() throws Exception {
        List<URI> paths = Collections.synchronizedList(new ArrayList<>());
        List<Map<String, List<String>>> headers = Collections.synchronizedList(new ArrayList<>());
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", call -> {
            paths.add(call.getRequestURI());
            headers.add(Map.copyOf(call.getRequestHeaders()));
            call.sendResponseHeaders(204, -1);
            call.close();
        });
        server.start();
        Systems systems = new Systems(
                new SmallRyeConfigBuilder()
                        .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                        .withSources(new PropertiesConfigSource(
                                Map.of(
                                        "syncline.systems.own.url",
                                        "http://localhost:"
                                                + server.getAddress().getPort() + "/base",
                                        "syncline.systems.own.token",
                                        "t"),
                                "test"))
                        .build(),
                null);
        HttpCall calls = new HttpCall(systems, new RetryAfterOutage(null, systems, null, null));
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:call")
                            .process(exchange -> prepare(calls, exchange))
                            .removeHeaders("Syncline-*")
                            .to("http:own?copyHeaders=false");
                }
            });
            camel.start();
            List<String> sent = HostileTexts.ALL.stream()
                    .filter(text -> PathSegment.of(text).isPresent())
                    .toList();
            for (String text : sent) {
                camel.createProducerTemplate().sendBody("direct:call", text);
            }
            assertTrue(sent.size() > 10);
            for (int i = 0; i < sent.size(); i++) {
                String[] path = paths.get(i).getRawPath().split("/");
                assertEquals(5, path.length, paths.get(i)::toString);
                assertEquals(sent.get(i), URLDecoder.decode(path[3], StandardCharsets.UTF_8));
                String[] query = paths.get(i).getRawQuery().split("=", -1);
                assertEquals(2, query.length, paths.get(i)::toString);
                assertEquals(sent.get(i), URLDecoder.decode(query[1], StandardCharsets.UTF_8));
                headers.get(i).forEach((name, values) -> {
                    assertTrue(HEADERS.contains(name.toLowerCase(Locale.ROOT)), name);
                    assertFalse(values.toString().contains(HostileTexts.MARK), values::toString);
                });
            }
        } finally {
            server.stop(0);
        }
    }

    private static void prepare(HttpCall calls, Exchange exchange) {
        String text = exchange.getMessage().getBody(String.class);
        CallState state = new CallState();
        SystemCaller.set(exchange, () -> state);
        calls.prepare(
                exchange,
                "own",
                1,
                "GET",
                "/orders/" + PathSegment.of(text).orElseThrow() + "/documents?cursor="
                        + URLEncoder.encode(text, StandardCharsets.UTF_8));
        exchange.getMessage().setBody(null);
    }
}
