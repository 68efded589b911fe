package dev.syncline.system.http;

import dev.syncline.secret.SecretSettings;
import dev.syncline.system.Gates;
import dev.syncline.system.NoWaits;
import dev.syncline.system.Systems;
import dev.syncline.system.http.client.SystemClients;
import dev.syncline.system.http.client.SystemClientsInTests;
import dev.syncline.system.http.signin.SignIns;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The HTTP client of the templates with its gate, as the program has it, for systems that a test configures. */
final class OwnClients implements AutoCloseable {
    private final Map<String, String> settings = new ConcurrentHashMap<>();
    private final DefaultCamelContext camel = new DefaultCamelContext();

    OwnClients(Clock clock) throws Exception {
        Systems systems = new Systems(
                new SmallRyeConfigBuilder()
                        .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                        .withConverter(Duration.class, 100, new DurationConverter())
                        .withInterceptors(new SecretSettings())
                        .withSources(new Settings(settings))
                        .build(),
                camel);
        NoWaits runs = new NoWaits();
        SystemClients clients = new SystemClients(systems);
        SystemClientsInTests.configure(clients, camel);
        camel.getRegistry()
                .bind(
                        "gate",
                        new HttpGate(
                                new Gates(systems, null, runs, clock, null),
                                systems,
                                new SignedCalls(new SignIns(systems, clients, clock)),
                                clients,
                                new AnswerRoom(systems, runs, clock, 64 << 20, 4 << 20),
                                new SimpleMeterRegistry(),
                                clock));
        camel.start();
    }

    /** Sets {@code syncline.systems.<system>.<setting>}. */
    OwnClients with(String system, String setting, Object value) {
        settings.put("syncline.systems." + system + "." + setting, value.toString());
        return this;
    }

    /** Returns the body of the answer. */
    String call(String system, String method, String path, byte[] body) {
        Map<String, Object> headers = new HashMap<>();
        int query = path.indexOf('?');
        headers.put(
                Exchange.HTTP_URI,
                settings.get("syncline.systems." + system + ".url") + (query < 0 ? path : path.substring(0, query)));
        if (query >= 0) {
            headers.put(Exchange.HTTP_QUERY, path.substring(query + 1));
        }
        headers.put(Exchange.HTTP_METHOD, method);
        headers.put(HttpGate.SYSTEM, system);
        headers.put(HttpGate.RUN, 1L);
        return camel.createProducerTemplate()
                .requestBodyAndHeaders(
                        "http:" + system + "?copyHeaders=false&disableStreamCache=true&httpClientConfigurer=#gate",
                        body,
                        headers,
                        String.class);
    }

    @Override
    public void close() {
        camel.stop();
    }

    /** Settings that change while the program runs. */
    private record Settings(Map<String, String> values) implements ConfigSource {
        @Override
        public Set<String> getPropertyNames() {
            return values.keySet();
        }

        @Override
        public String getValue(String name) {
            return values.get(name);
        }

        @Override
        public String getName() {
            return "test";
        }
    }
}
