package dev.syncline.system.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.syncline.system.SqlFailures;
import dev.syncline.system.http.HttpFailures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code routes/errors.camel.yaml}, for calls of each kind that are answered with an error. */
class ErrorsTest {
    /** Makes calls that are divided, or not, when they are refused and when the system breaks on them. */
    private record AnyCaller(CallState calls, boolean dividesRefused, boolean dividesBroken) implements SystemCaller {}

    @ParameterizedTest(name = "a {0} that is answered {1}")
    @CsvSource({
        "batch,          500, 5, continues",
        "batch,          422, 1, continues",
        "batch,          401, 1, fails",
        "part of batch,  500, 1, continues",
        "part of batch,  422, 1, continues",
        "creating batch, 500, 1, continues",
        "look-up,        500, 5, fails",
        "look-up,        422, 1, continues",
        "look-up,        404, 1, fails",
        "page,           500, 5, fails",
        "page,           422, 1, fails",
    })
    void isRepeatedDividedOrFails(String kind, int status, int calls, String end) throws Exception {
        AtomicInteger made = new AtomicInteger();
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            Properties retry = new Properties();
            retry.setProperty("syncline.first-retry", "1");
            camel.getPropertiesComponent().setInitialProperties(retry);
            camel.getRegistry().bind("outages", new RetryAfterOutage(null, null, null, null));
            camel.getRegistry().bind("httpFailures", new HttpFailures());
            camel.getRegistry().bind("sqlFailures", new SqlFailures());
            camel.getRegistry().bind("sqlWriter", new Object());
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.fromString(
                            "errors.camel.yaml", Files.readString(Path.of("routes/errors.camel.yaml"))));
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:call")
                            .routeConfigurationId("partner")
                            .process(exchange -> {
                                made.incrementAndGet();
                                exchange.getOut().setBody("no"); // as what calls over HTTP leaves it
                                throw new HttpOperationFailedException(
                                        "http://there", status, "", null, Map.of(), "no");
                            })
                            .setBody(constant("continued"));
                }
            });
            camel.start();
            Exchange exchange = new DefaultExchange(camel);
            SystemCaller.set(exchange, caller(kind));

            camel.createProducerTemplate().send("direct:call", exchange);

            assertEquals(calls, made.get());
            if (end.equals("continues")) {
                assertNull(exchange.getException());
                assertEquals("continued", exchange.getMessage().getBody());
            } else {
                assertEquals(
                        HttpOperationFailedException.class,
                        exchange.getException().getClass());
            }
        }
    }

    private static SystemCaller caller(String kind) {
        CallState calls = new CallState();
        calls.isForPart(kind.startsWith("part"));
        if (kind.startsWith("creating")) {
            calls.mustNotBeRepeated();
        }
        boolean isBatch = kind.endsWith("batch");
        return new AnyCaller(calls, isBatch || kind.equals("look-up"), isBatch);
    }
}
