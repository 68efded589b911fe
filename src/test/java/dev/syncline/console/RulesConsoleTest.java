package dev.syncline.console;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Browser;
import dev.syncline.support.Browser.Form;
import dev.syncline.support.Chain;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rule that an admin makes from a record, sees before it is saved, and deletes. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class RulesConsoleTest {
    private static final String ROUTE = "erp-vendors-to-relay";
    private static final String KEY = "V-RULED-1";

    private final Browser admin = new Browser("admin");

    @Test
    void aRecordIsBlockedByARuleThatIsMadeFromItAndSentWhenTheRuleIsDeleted() {
        vendor("Ruled & <b>");
        Chain.run(ROUTE, "changes", "shallow");
        String record = admin.page("/record?route=" + ROUTE + "&key=" + KEY);
        assertTrue(record.contains("action=\"/rules/new\""), record);
        assertFalse(new Browser("operator")
                .page("/record?route=" + ROUTE + "&key=" + KEY)
                .contains("/rules/new"));

        String page = admin.page("/rules/new?route=" + ROUTE + "&key=" + KEY);
        Form form = Browser.form(page, "name=\"reason\"");
        assertEquals(KEY, form.fields().get("value"), "its key is the first field to choose");
        String byName = Browser.text(page.replaceAll("(?s).*href=\"(/rules/new\\?[^\"]*field=name[^\"]*)\".*", "$1"));
        form = Browser.form(admin.page(byName), "name=\"reason\"");
        assertEquals("name", form.fields().get("field"));
        assertEquals("Ruled & <b>", form.fields().get("value"));

        Response checked =
                admin.send(form.with("operator", "eq").with("effect", "BLOCK").with("reason", "In dispute"));
        assertEquals(200, checked.statusCode(), checked.asString());
        String matches = Browser.text(checked.asString());
        assertTrue(matches.contains("It would keep back") && matches.contains(KEY), matches);
        assertTrue(matches.contains("/record?route=" + ROUTE + "&key=" + KEY), matches);
        assertEquals(0, rules("In dispute"), "nothing is saved yet");
        admin.send(Browser.form(checked.asString(), "/rules/save")).then().statusCode(303);

        String list = admin.page("/rules");
        assertTrue(Browser.text(list).contains("name is Ruled & <b>"), list);
        vendor("Ruled & <b>", "changed@ruled.example.com");
        Chain.run(ROUTE, "changes", "shallow");
        assertEquals("BLOCKED", Api.record(ROUTE, KEY).getString("status"));
        String row = list.substring(list.indexOf("In dispute"));
        admin.send(Browser.form(row, "Delete rule")).then().statusCode(303);
        assertEquals(0, rules("In dispute"));
        Chain.run(ROUTE, "changes", "shallow");
        assertEquals("SUCCESS", Api.record(ROUTE, KEY).getString("status"));
    }

    @Test
    void whatIsNoRuleIsSaidOnAPageAndOthersThanAdminsHaveNoForm() {
        Form form = Browser.form(admin.page("/rules/new"), "name=\"reason\"");
        admin.send(form.with("route", "no-such").with("effect", "BLOCK"))
                .then()
                .statusCode(400)
                .body(containsString("matches no route"));
        admin.send(form.with("route", ROUTE)
                        .with("field", "name")
                        .with("operator", "matches")
                        .with("value", "(")
                        .with("effect", "HOLD"))
                .then()
                .statusCode(400)
                .body(containsString("is not a regular expression"));
        for (String user : new String[] {"viewer", "operator", "approver"}) {
            Browser other = new Browser(user);
            other.get("/rules/new").then().statusCode(403);
            assertFalse(other.page("/rules").contains("/rules/new"), user);
        }
    }

    private static long rules(String reason) {
        return Api.as("viewer").get("/api/rules?limit=500").jsonPath().getList("items.reason").stream()
                .filter(reason::equals)
                .count();
    }

    private static void vendor(String name) {
        vendor(name, "post@ruled.example.com");
    }

    private static void vendor(String name, String email) {
        assertTrue(given().contentType("application/json")
                        .body(Map.of("name", name, "email", email))
                        .put("/sandbox/erp/vendors/{key}", KEY)
                        .statusCode()
                < 300);
    }
}
