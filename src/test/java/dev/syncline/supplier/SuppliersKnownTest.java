package dev.syncline.supplier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.syncline.document.DocumentReader;
import dev.syncline.route.Catalog;
import dev.syncline.route.RoutesNotLoaded;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.Test;

class SuppliersKnownTest {
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Catalog catalog = new Catalog(camel, ZoneOffset.UTC);
    private final Suppliers suppliers = new Suppliers(catalog, noReaders());

    @Test
    void keepsNothingThatWasAskedForBeforeTheRoutesWereLoaded() throws Exception {
        assertThrows(RoutesNotLoaded.class, suppliers::all);
        assertThrows(RoutesNotLoaded.class, () -> suppliers.find("acme"));
        RouteDefinition route = new RouteDefinition("direct:acme.read");
        route.setId("acme.read");
        route.setTemplateDefaultParameters(Map.of());
        Map<String, Object> parameters = new HashMap<>(Map.of("system", "acme", "vendor", "V-1", "documents", "1"));
        for (String empty : List.of("format", "orderCall", "encoding")) {
            parameters.put(empty, "");
        }
        route.setTemplateParameters(parameters);
        camel.addRouteDefinitions(List.of(route));
        catalog.load(null);
        assertEquals(Set.of("acme"), suppliers.all().keySet());
        assertEquals("V-1", suppliers.find("acme").orElseThrow().vendor());
    }

    @SuppressWarnings("unchecked")
    private static Instance<DocumentReader> noReaders() {
        return (Instance<DocumentReader>) Proxy.newProxyInstance(
                SuppliersKnownTest.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, values) -> Stream.empty());
    }
}
