package dev.syncline.console.browser;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.lessThan;

import dev.syncline.support.Api;
import dev.syncline.support.Chain;
import java.util.List;
import java.util.Map;

/** Vendors of the sandbox's ERP that only tests in a browser use. */
final class BrowserVendors {
    static final String ROUTE = "erp-vendors-to-relay";
    static final String REFUSED = "nobody(at)browser.example.com";

    private BrowserVendors() {}

    static void put(String key, String email) {
        given().contentType("application/json")
                .body(Map.of("name", "Browser " + key, "email", email))
                .put("/sandbox/erp/vendors/{key}", key)
                .then()
                .statusCode(lessThan(300));
    }

    /** Has the relay refuse these. */
    static void refuse(String... keys) {
        for (String key : keys) {
            put(key, REFUSED);
        }
        Chain.run(ROUTE, "changes", "shallow");
    }

    /** Leaves nothing that other tests could count. */
    static void mend(List<String> keys) {
        keys.forEach(key -> put(key, "post@browser.example.com"));
        Chain.run(ROUTE, "changes", "shallow");
    }

    static String status(String key) {
        return Api.record(ROUTE, key).getString("status");
    }
}
