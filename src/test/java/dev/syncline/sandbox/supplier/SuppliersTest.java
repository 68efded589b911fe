package dev.syncline.sandbox.supplier;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pokes the last orders of each supplier: those before are left to other tests, which share the sandbox. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class SuppliersTest {
    @AfterEach
    void clearFaults() {
        given().delete("/sandbox/faults").then().statusCode(204);
    }

    @Test
    void letsInWhoShowsItsToken() {
        for (String supplier : new String[] {"atlas", "borealis", "cobalt", "delta", "everest"}) {
            given().get("/sandbox/" + supplier + "/documents").then().statusCode(401);
            given().header("Authorization", "Bearer relay-token")
                    .get("/sandbox/" + supplier + "/orders/PO-1/documents")
                    .then()
                    .statusCode(401);
        }
        given().header("Authorization", "Bearer atlas-token")
                .get("/sandbox/atlas/vendors/records")
                .then()
                .statusCode(404);
    }

    @Test
    void anInterchangeNamesTheNextInALink() {
        String since = Instant.now().toString();
        for (String order : new String[] {"PO-10010", "PO-10011", "PO-10012"}) {
            poke("atlas", order, "{'action':'confirm'}");
        }
        String link = as("atlas")
                .queryParam("since", since)
                .queryParam("limit", 2)
                .get("/sandbox/atlas/documents")
                .then()
                .statusCode(200)
                .contentType("application/edi-x12")
                .header("Link", endsWith("rel=\"next\""))
                .body(containsString("*PO-10010*"), containsString("*PO-10011*"), not(containsString("*PO-10012*")))
                .extract()
                .header("Link");
        as("atlas")
                .urlEncodingEnabled(false)
                .get(link.substring(link.indexOf("/sandbox"), link.indexOf('>')))
                .then()
                .statusCode(200)
                .header("Link", nullValue())
                .body(startsWith("ISA*"), containsString("*PO-10012*"));
        as("atlas")
                .queryParam("since", Instant.now().plusSeconds(60).toString())
                .get("/sandbox/atlas/documents")
                .then()
                .statusCode(204);
    }

    @Test
    void aListHoldsDocumentsAsTexts() {
        poke("cobalt", "PO-10036", "{'action':'confirm'}").body("order.status", equalTo("confirmed"));
        poke("cobalt", "PO-10036", "{'action':'ship-part','line':1,'quantity':2}");
        as("cobalt")
                .get("/sandbox/cobalt/orders/PO-10036/documents")
                .then()
                .statusCode(200)
                .body("documents.size()", is(2), "next", nullValue(), "documents[0].id", startsWith("cobalt-"))
                .body("documents[0].content", containsString("<ubl:OrderResponseSimple"))
                .body("documents[1].content", containsString("<ubl:DespatchAdvice"));
        given().get("/sandbox/suppliers/cobalt/orders/PO-10036")
                .then()
                .body("lines[0].shipped", is(2), "lines[0].tracking.size()", is(1));
        as("cobalt")
                .get("/sandbox/cobalt/orders/..%2FPO%20'--/documents")
                .then()
                .statusCode(200)
                .body("documents.size()", is(0));
    }

    @Test
    void theJsonSupplierAnswersOrders() {
        String from = Instant.now().toString();
        poke("everest", "PO-10060", "{'action':'confirm'}");
        poke("everest", "E/77", "{'action':'place'}");
        String next = as("everest")
                .queryParam("from", from)
                .queryParam("limit", 1)
                .get("/sandbox/everest/orders")
                .then()
                .body("orders.poNumber[0]", equalTo("PO-10060"), "next", notNullValue())
                .extract()
                .path("next");
        as("everest")
                .queryParam("from", from)
                .queryParam("cursor", next)
                .get("/sandbox/everest/orders")
                .then()
                .body("orders.orderNumber[0]", equalTo("E/77"), "next", nullValue());
        as("everest")
                .urlEncodingEnabled(false)
                .get("/sandbox/everest/orders/E%2F77")
                .then()
                .statusCode(200)
                .body("orders.size()", is(1), "orders[0].poNumber", nullValue());
    }

    @Test
    void keepsAcknowledgementsAndCounts() {
        as("borealis")
                .body("UNB+UNOC:3'")
                .post("/sandbox/borealis/acknowledgements")
                .then()
                .statusCode(202);
        given().get("/sandbox/suppliers/borealis/acknowledgements").then().body("items[0]", equalTo("UNB+UNOC:3'"));
        as("borealis").get("/sandbox/borealis/documents");
        given().get("/sandbox/suppliers/borealis/log")
                .then()
                .body("documents.requests", greaterThan(0), "acknowledgements.records", greaterThan(0));
    }

    @Test
    void faultsStrikeSuppliers() {
        fault("{'system':'delta','kind':'status','status':429,'retryAfter':3,'times':1}");
        as("delta").get("/sandbox/delta/documents").then().statusCode(429).header("Retry-After", "3");
        fault("{'system':'atlas','entity':'documents','kind':'malformed','body':'ISA*00*cut','times':1}");
        as("atlas").get("/sandbox/atlas/documents").then().statusCode(200).body(equalTo("ISA*00*cut"));
        fault("{'system':'everest','entity':'orders','kind':'disconnect'}");
        assertThrows(IOException.class, () -> as("everest").get("/sandbox/everest/orders/PO-10060"));
        clearFaults();
        as("everest").get("/sandbox/everest/orders/PO-10060").then().statusCode(200);
        fault("{'system':'cobalt','kind':'delay','delayMillis':5000,'times':1}");
        assertThrows(SocketTimeoutException.class, () -> as("cobalt")
                .config(RestAssuredConfig.config()
                        .httpClient(HttpClientConfig.httpClientConfig().setParam("http.socket.timeout", 500)))
                .get("/sandbox/cobalt/documents"));
        as("cobalt").get("/sandbox/cobalt/documents").then().statusCode(200);
    }

    @Test
    void aNotificationThatIsRefusedIsNoRefusalOfThePoke() {
        poke("delta", "PO-10048", "{'action':'confirm','notify':true}")
                .body("notification.status", notNullValue(), "order.status", equalTo("confirmed"));
        poke("delta", "PO-10048", "{'action':'ship','notify':'number'}").body("notification.status", notNullValue());
    }

    @Test
    void signsAsTheOthersVerify() {
        // RFC 4231, test case 2.
        assertEquals(
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                SupplierNotifier.signature("Jefe", "what do ya want for nothing?".getBytes()));
    }

    @Test
    void pokesManyByOneCall() {
        given().post("/sandbox/suppliers/borealis/orders?action=confirm&count=5&after=PO-10019")
                .then()
                .statusCode(200)
                .body("documents", is(5));
        given().get("/sandbox/suppliers/borealis/orders/PO-10021")
                .then()
                .body("status", equalTo("confirmed"), "supplierOrderNumber", equalTo("B10021"));
    }

    @Test
    void theCatalogIsReadAsAnyHttpSystem() {
        as("catalog")
                .body("{\"keys\":[\"CAT-1001\",\"UNK-1\",\"CAT-1300\"]}")
                .post("/sandbox/catalog/products/lookup")
                .then()
                .statusCode(200)
                .body("records.size()", is(2), "records[0].data.item", equalTo("CAT-1001"))
                .body("records[0].data.unitCost", is(1.5f), "records[0].changedAt", notNullValue());
        as("catalog")
                .get("/sandbox/catalog/products/records?limit=100")
                .then()
                .body("total", is(300), "records.size()", is(100), "nextCursor", notNullValue());
        as("catalog")
                .body("{\"records\":[]}")
                .post("/sandbox/catalog/products/batch")
                .then()
                .statusCode(404);
    }

    private static RequestSpecification as(String system) {
        return given().header("Authorization", "Bearer " + system + "-token");
    }

    private static ValidatableResponse poke(String supplier, String order, String poke) {
        return given().body(poke.replace('\'', '"'))
                .post("/sandbox/suppliers/" + supplier + "/orders/" + order)
                .then()
                .statusCode(200);
    }

    private static void fault(String fault) {
        given().body(fault.replace('\'', '"')).post("/sandbox/faults").then().statusCode(201);
    }
}
