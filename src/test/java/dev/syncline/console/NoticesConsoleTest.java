package dev.syncline.console;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.record.Notices;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Browser;
import dev.syncline.support.Browser.Form;
import dev.syncline.support.Chain;
import dev.syncline.support.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages of notices and of the document log. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class NoticesConsoleTest {
    private static final String ROUTE = "atlas-orders-to-erp";
    private static final String KIND = "OF_THE_CONSOLE_TEST";
    private static final String LIST = "/notices?kind=" + KIND;
    private static final String ORDER = "PO-N line 7 <i>";
    private static final String VENDORS = "erp-vendors-to-relay";

    @Inject
    Notices notices;

    private final Browser operator = new Browser("operator");
    private final Browser viewer = new Browser("viewer");

    @BeforeEach
    void addAnOrder() {
        Database.hub()
                .execute(
                        "insert into purchase_order (vendor, number) values ('V-00101', ?), ('V-00101', 'PO-N')",
                        ORDER);
    }

    @AfterEach
    void forget() {
        Database.hub().execute("delete from sync_notice where kind = ?", KIND);
        Database.hub().execute("delete from purchase_order where vendor = 'V-00101' and number like 'PO-N%'");
    }

    @Test
    void aNoticeLeadsToWhatItIsAbout() {
        notices.raise(KIND, ROUTE, "PO-N", "The order itself");
        notices.raise(KIND, ROUTE, ORDER + " line 3", "Line 3 of an order whose number looks like a line");
        notices.raise(KIND, ROUTE, "PO-N item A line 9", "An item of the order");
        notices.raise(KIND, ROUTE, "PO-NOBODY", "No order of the book");
        notices.raise(KIND, VENDORS, null, "The route as a whole");
        notices.raise(KIND, VENDORS, "deep runs", "No record either");
        notices.raise(KIND, "a-route-that-is-gone", "x", "Nothing that has a page");
        String page = Browser.text(viewer.page(LIST));
        String order = "<a href=\"/order?vendor=V-00101&number=PO-N\">Order PO-N</a>";
        String odd = "<a href=\"/order?vendor=V-00101&number=PO-N%20line%207%20%3Ci%3E\">Order " + ORDER + "</a>";
        Map.of(
                        "The order itself",
                        order,
                        "Line 3 of an order whose number looks like a line",
                        odd,
                        "An item of the order",
                        order,
                        "No order of the book",
                        "<a href=\"/routes/" + ROUTE + "\">",
                        "The route as a whole",
                        "<a href=\"/routes/" + VENDORS + "\">",
                        "No record either",
                        "<a href=\"/routes/" + VENDORS + "\">",
                        "Nothing that has a page",
                        "<td></td>")
                .forEach((text, link) -> assertTrue(row(page, text).contains(link), text + ": " + row(page, text)));
    }

    @Test
    void aNoticeIsResolvedOnTheListThatShowsIt() {
        notices.raise(KIND, ROUTE, "PO-N", "Look at <b>");
        notices.raise(KIND, ROUTE, "PO-N", "Look at <b>");
        notices.raise(KIND, ROUTE, ORDER, "And at this");
        String page = operator.page(LIST + "&q=Look%20at");
        assertTrue(page.contains("raised 2 times"), page);
        assertTrue(page.contains("Of the console test 2</a>"), page);
        assertFalse(page.contains("And at this"), page);
        assertEquals(List.of(), Browser.forms(viewer.page(LIST)));

        Form resolve = Browser.form(page, "Order PO-N");
        operator.send(resolve)
                .then()
                .statusCode(303)
                .header("Location", containsString("/notices?kind=" + KIND + "&q=Look%20at"));

        String open = operator.page(LIST);
        assertFalse(open.contains("Look at"), open);
        assertTrue(open.contains("Of the console test 1</a>"), open);
        String resolved = viewer.page(LIST + "&status=resolved");
        assertTrue(row(resolved, "Look at &lt;b&gt;").contains("by operator"), resolved);
        notices.clear(KIND, ROUTE, ORDER);
        assertTrue(row(viewer.page(LIST + "&status=resolved"), "And at this").contains("its cause is gone"));
        assertTrue(viewer.page(LIST).contains("No open notice matches"));
        viewer.get("/notices?status=closed").then().statusCode(400).body(containsString("Statuses are open"));
    }

    @Test
    void theListGoesOnBehindItsFirstPage() {
        for (int i = 0; i < 51; i++) {
            notices.raise(KIND, ROUTE, "PO-" + i, "Number " + i + ".");
        }
        String first = Browser.text(viewer.page(LIST));
        assertTrue(first.contains("Number 50.") && first.contains("Number 1."));
        assertFalse(first.contains("Number 0."));
        String next = first.replaceAll("(?s).*href=\"([^\"]+)\" rel=\"next\".*", "$1");
        String second = viewer.page(next);
        assertTrue(second.contains("Number 0.") && !second.contains("Number 1."), second);
        assertTrue(second.contains("First page"), second);
    }

    /** @param text what nothing but the row has */
    private static String row(String page, String text) {
        int at = page.indexOf(text);
        assertTrue(at > 0, "No row has " + text + ": " + page);
        return page.substring(page.lastIndexOf("<tr", at), page.indexOf("</tr>", at));
    }

    @Test
    void theLogShowsWhatChangedInWordsAndIsFilteredByItsAddress() {
        String key = "V-LOGGED <u>";
        vendor(key, "log@console.example.com", "Logged");
        long created = Chain.run(VENDORS, "changes", "shallow").getLong("id");
        vendor(key, "other@console.example.com", "Logged anew");
        long updated = Chain.run(VENDORS, "changes", "shallow").getLong("id");

        String page = viewer.page("/documents?route=" + VENDORS + "&q=v-logged");
        String latest = row(page, "/runs/" + updated + "\"");
        assertTrue(latest.contains("Updated") && latest.contains("<li>email</li>"), latest);
        assertTrue(latest.contains("/record?route=" + VENDORS + "&amp;key=V-LOGGED%20%3Cu%3E"), latest);
        assertTrue(page.indexOf("/runs/" + updated + "\"") < page.indexOf("/runs/" + created + "\""), "newest first");

        String one = viewer.page("/documents?q=v-logged&action=CREATED&run=" + created);
        assertTrue(row(one, "/runs/" + created + "\"").contains("Created"), one);
        assertFalse(one.contains("/runs/" + updated + "\""), one);
        assertTrue(viewer.page("/documents?q=v-logged&from=2026-01-01").contains("/runs/" + created + "\""));
        for (String none : List.of("to=2026-01-01", "from=2999-01-01", "action=DELETED")) {
            assertTrue(viewer.page("/documents?q=v-logged&" + none).contains("No entry matches"), none);
        }
        viewer.get("/documents?action=EATEN").then().statusCode(400).body(containsString("Actions are CREATED"));
        viewer.get("/documents?from=yesterday").then().statusCode(400).body(containsString("is not a time"));
    }

    private static void vendor(String key, String email, String name) {
        assertTrue(io.restassured.RestAssured.given()
                        .contentType("application/json")
                        .body(Map.of("name", name, "email", email))
                        .put("/sandbox/erp/vendors/{key}", key)
                        .statusCode()
                < 300);
    }
}
