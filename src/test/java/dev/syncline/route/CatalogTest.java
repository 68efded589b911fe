package dev.syncline.route;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private final CamelContext camel = new DefaultCamelContext();
    private final Catalog catalog = new Catalog(camel, ZoneOffset.UTC);

    @Test
    void answersNothingBeforeAllRoutesAreLoaded() {
        assertFalse(catalog.isLoaded());
        assertThrows(RoutesNotLoaded.class, catalog::all);
        assertThrows(RoutesNotLoaded.class, () -> catalog.get("erp-vendors-to-relay"));
        assertThrows(RoutesNotLoaded.class, () -> catalog.childrenOf("erp-vendors-to-relay"));
        assertThrows(RoutesNotLoaded.class, () -> catalog.parametersOf("relay.write"));
        assertThrows(RoutesNotLoaded.class, () -> catalog.having(Set.of("system")));
    }

    @Test
    void doesNotKnowARouteThatIsNotThereOnceAllAreLoaded() {
        catalog.load(null);
        assertTrue(catalog.isLoaded());
        assertTrue(catalog.all().isEmpty());
        assertThrows(UnknownRoute.class, () -> catalog.get("erp-vendors-to-relay"));
    }
}
