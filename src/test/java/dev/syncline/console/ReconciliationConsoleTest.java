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
import dev.syncline.support.Database;
import dev.syncline.support.PartRow;
import dev.syncline.support.Reconciliations;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A reconciliation that an operator starts on its page, reads, and has repaired. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class ReconciliationConsoleTest {
    private static final String ROUTE = "erp-vendors-to-relay";
    private static final String KEY = "V-RECONCILED-1";

    private static final String OTHER = "erp-cost-types-to-relay";

    private final Browser operator = new Browser("operator");

    @Test
    void aDifferenceIsFoundShownAndRepairedByItsButton() {
        assertTrue(given().contentType("application/json")
                        .body(Map.of("name", "Reconciled", "email", "post@reconciled.example.com"))
                        .put("/sandbox/erp/vendors/" + KEY)
                        .statusCode()
                < 300);
        Chain.run(ROUTE, "all", "deep");
        given().delete("/sandbox/relay/vendors/" + KEY).then().statusCode(204);

        Form start = Browser.form(operator.page("/reconciliations?route=" + ROUTE), "name=\"depth\"");
        long found = ended(
                operator.send(start.with("route", ROUTE).with("range", "all").with("depth", "shallow")));
        String page = operator.page("/reconciliations/" + found + "?kind=missing&q=" + KEY);
        assertTrue(page.contains("Missing"), page);
        assertTrue(Browser.text(page).contains("/record?route=" + ROUTE + "&key=" + KEY), page);
        assertFalse(page.contains("every 2s"), "it is over, and is not asked for again");
        Form repair = Browser.form(page, "id=\"repair\"");
        assertTrue(repair.html().matches("(?s).*Repair \\d+ differences?<.*"), repair.html());

        long repaired = ended(operator.send(repair));
        String after = operator.page("/reconciliations/" + repaired + "?q=" + KEY);
        assertTrue(after.contains("Repaired"), after);
        assertTrue(after.contains("/runs/" + Reconciliations.ended(repaired).getLong("repairRun")), after);
        assertEquals(200, Api.as("viewer").get("/sandbox/relay/vendors/" + KEY).statusCode());
        String list = new Browser("viewer").page("/reconciliations?route=" + ROUTE);
        assertTrue(list.contains("/reconciliations/" + repaired + "\""), list);
    }

    /** One that another process has: its page asks again until it is over. */
    @Test
    void onePageFollowsAReconciliationAndCancelsIt() {
        Database hub = Database.hub();
        long id = hub.value(
                Long.class,
                """
                insert into sync_reconciliation (route, status, queued, requested_by, range_name, depth, repair, created_at)
                values (?, 'IN_PROGRESS', true, 'operator', 'all', 'SHALLOW', false, now())
                returning id""",
                OTHER);
        PartRow.ofReconciliation(id, "SOURCE", Duration.ofHours(1));
        String page = operator.page("/reconciliations/" + id);
        assertTrue(page.contains("Reconciliation " + id + " is queued"), page);
        assertTrue(page.contains("hx-get=\"/reconciliations/" + id + "\" hx-trigger=\"every 2s\""), page);
        assertTrue(page.contains("<noscript><meta http-equiv=\"refresh\""), page);
        operator.send(Browser.form(page, "/cancel")).then().statusCode(303);
        Reconciliations.ended(id);
        String after = operator.page("/reconciliations/" + id);
        assertTrue(after.contains("was cancelled by operator"), after);
        assertFalse(after.contains("every 2s"), after);
    }

    @Test
    void whatCannotBeReconciledIsSaidOnAPage() {
        Form start = Browser.form(operator.page("/reconciliations"), "name=\"depth\"");
        operator.send(start.with("route", "")).then().statusCode(400).body(containsString("No route was chosen"));
        operator.send(start.with("route", ROUTE).with("from", "2026-02-02").with("to", "2026-02-01"))
                .then()
                .statusCode(400)
                .body(containsString("is after to"));
        operator.send(start.with("route", ROUTE).with("from", "").with("to", ""))
                .then()
                .statusCode(400)
                .body(containsString("No dates were chosen"));
        operator.get("/reconciliations/999999999").then().statusCode(404);
        assertTrue(new Browser("viewer").page("/routes/" + ROUTE).contains("/reconciliations?route=" + ROUTE));
    }

    private static long ended(Response started) {
        assertEquals(303, started.statusCode(), started.asString());
        long id = Long.parseLong(started.header("Location").replace("/reconciliations/", ""));
        Reconciliations.ended(id);
        return id;
    }
}
