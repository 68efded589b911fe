package dev.syncline.api.search;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Browser;
import dev.syncline.support.Database;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class SearchTest {
    private static final String ROUTE = "erp-vendors-to-relay";
    private static final String KEY = "V-SEARCH <1>";

    private final Browser viewer = new Browser("viewer");

    @Test
    void findsEachKindAndItsPageLeadsThere() {
        assertTrue(given().contentType("application/json")
                        .body(Map.of("name", "Searched & <b>Sons</b>", "email", "search@example.com"))
                        .put("/sandbox/erp/vendors/{key}", KEY)
                        .statusCode()
                < 300);
        long run = Api.run(ROUTE, "range=changes").getLong("id");
        assertEquals(List.of(KEY), found("v-search", "records.key"));
        assertEquals(List.of(KEY), found("d & <b>so", "records.key"));
        assertTrue(found("Vendors", "routes.id").contains(ROUTE));
        assertEquals(List.of(run), search("#" + run).getList("runs.id", Long.class));
        assertEquals(List.of(run), search("Run " + run).getList("runs.id", Long.class));

        String page = viewer.page("/search?q=v-search%20");
        assertTrue(page.contains("/record?route=" + ROUTE + "&amp;key=V-SEARCH%20%3C1%3E\""), page);
        assertFalse(page.contains("<b>"), page);
        String suggestions = Api.as("viewer")
                .header("HX-Target", "suggestions")
                .get("/search?q=" + run)
                .asString();
        assertTrue(suggestions.contains("href=\"/runs/" + run + "\""), suggestions);
        assertFalse(suggestions.contains("<html"), suggestions);
    }

    @Test
    void findsOrdersAndDocumentsOfSuppliersByTheBeginningOfTheirNumber() {
        Database hub = Database.hub();
        hub.execute("insert into supplier_document (supplier, digest, document, type, received_at, content)"
                + " values ('atlas', decode('5EA7C4', 'hex'), 'SEARCH-4711', 'X12 855 004010', now(), '')");
        hub.execute("insert into purchase_order (vendor, number) values ('V-SEARCH', 'SEARCH-PO-1')");
        try {
            assertEquals(List.of("SEARCH-PO-1"), found("SEARCH-P", "orders.number"));
            assertEquals(List.of("SEARCH-4711"), found("SEARCH-", "documents.document"));
            assertTrue(viewer.page("/search?q=SEARCH-4").contains("SEARCH-4711"));
        } finally {
            hub.execute("delete from purchase_order where vendor = 'V-SEARCH'");
            hub.execute("delete from supplier_document where document = 'SEARCH-4711'");
        }
    }

    @Test
    void findsNothingWithoutATextAndRefusesALongOne() {
        assertEquals(List.of(), found(" ", "records"));
        Api.as("viewer").get("/api/search").then().statusCode(200);
        Api.as("viewer")
                .queryParam("q", "x".repeat(201))
                .get("/api/search")
                .then()
                .statusCode(400);
        assertTrue(viewer.page("/search").contains("Write what you look for"));
        assertTrue(viewer.page("/search?q=nobody-has-it").contains("Nothing begins with that"));
    }

    private static List<String> found(String q, String path) {
        return search(q).getList(path);
    }

    private static JsonPath search(String q) {
        return Api.as("viewer").queryParam("q", q).get("/api/search").as(Reply.class);
    }
}
