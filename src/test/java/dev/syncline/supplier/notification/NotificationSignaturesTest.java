package dev.syncline.supplier.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.document.DocumentReader;
import dev.syncline.route.Catalog;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.Suppliers;
import dev.syncline.support.Notices;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A signature shows one supplier, and no other. */
class NotificationSignaturesTest {
    private static final byte[] BODY = "{\"orders\":[\"PO-1\"]}".getBytes(StandardCharsets.UTF_8);

    private final Map<String, String> secrets = new HashMap<>();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Catalog catalog = new Catalog(camel, ZoneOffset.UTC);
    private final Suppliers suppliers = new Suppliers(catalog, noReaders());

    @BeforeEach
    void addSuppliers() throws Exception {
        List<RouteDefinition> systems = new ArrayList<>();
        for (String system : List.of("atlas", "borealis", "cobalt")) {
            RouteDefinition route = new RouteDefinition("direct:" + system + ".read");
            route.setId(system + ".read");
            route.setTemplateDefaultParameters(Map.of());
            Map<String, Object> parameters =
                    new HashMap<>(Map.of("system", system, "vendor", system, "documents", "1"));
            for (String empty : List.of("format", "orderCall", "encoding")) {
                parameters.put(empty, "");
            }
            route.setTemplateParameters(parameters);
            systems.add(route);
        }
        camel.addRouteDefinitions(systems);
        catalog.load(null);
    }

    @Test
    void twoSuppliersWithOneSecretAreBothRefusedUntilOneHasItsOwn() {
        secret("atlas", "shared");
        secret("borealis", "shared");
        secret("cobalt", "its own");
        assertFalse(isRight("atlas", "shared"));
        assertFalse(isRight("borealis", "shared"));
        assertTrue(isRight("cobalt", "its own"));
        assertEquals(Optional.of("borealis"), signatures().sharesSecretWith(supplier("atlas")));
        assertEquals(Optional.of("atlas"), signatures().sharesSecretWith(supplier("borealis")));
        assertEquals(Optional.empty(), signatures().sharesSecretWith(supplier("cobalt")));
        String message = NotificationSignatures.shared(supplier("atlas"), "borealis");
        assertTrue(message.contains("syncline.systems.atlas.notification-secret"), message);
        assertFalse(message.contains("shared"), "no secret is shown");

        secret("borealis", "another");
        assertTrue(isRight("atlas", "shared"));
        assertTrue(isRight("borealis", "another"));
        assertFalse(isRight("borealis", "shared"), "what one signed is not the other's");
    }

    @Test
    void theStartNamesEachSupplierThatSharesASecretOnceAndNoSecret() {
        secret("atlas", "one-for-both");
        secret("borealis", "one-for-both");
        secret("cobalt", "its own");
        List<String> lines = new ArrayList<>();
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getLevel() + " " + line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(NotificationSignatures.class.getName());
        log.addHandler(listener);
        try {
            signatures().check(null);
        } finally {
            log.removeHandler(listener);
        }
        assertEquals(
                List.of(
                        "ERROR " + NotificationSignatures.shared(supplier("atlas"), "borealis"),
                        "ERROR " + NotificationSignatures.shared(supplier("borealis"), "atlas")),
                lines.stream().map(line -> line.replace("SEVERE", "ERROR")).toList());
        assertFalse(lines.toString().contains("one-for-both"), lines.toString());
    }

    @Test
    void suppliersWithoutASecretShareNone() {
        secret("cobalt", "its own");
        assertEquals(Optional.empty(), signatures().sharesSecretWith(supplier("atlas")));
        assertFalse(isRight("atlas", "its own"));
        assertTrue(isRight("cobalt", "its own"));
    }

    private NotificationSignatures signatures() {
        return new NotificationSignatures(
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(secrets, "secrets", 100))
                        .build(),
                suppliers);
    }

    private void secret(String system, String secret) {
        secrets.put("syncline.systems." + system + ".notification-secret", secret);
    }

    private boolean isRight(String system, String secret) {
        return signatures().isRight(supplier(system), BODY, Notices.signature(secret, BODY));
    }

    private Supplier supplier(String system) {
        return suppliers.find(system).orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static Instance<DocumentReader> noReaders() {
        return (Instance<DocumentReader>) Proxy.newProxyInstance(
                NotificationSignaturesTest.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, values) -> Stream.empty());
    }
}
