package dev.syncline.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A program whose ERP is spoken to over HTTP: the relay of the sandbox stands for it. */
public class HttpErp implements QuarkusTestProfile {
    public static final String ROUTE = "delta-orders-to-relay";

    @Override
    public Map<String, String> getConfigOverrides() {
        String folder = RouteSet.of("http-erp")
                .route(
                        ROUTE,
                        "source",
                        "delta",
                        "target",
                        "relay",
                        "entity",
                        "purchase-orders",
                        "key",
                        "number",
                        "through",
                        "purchase-orders")
                .folder();
        return Map.of("syncline.routes", folder);
    }
}
