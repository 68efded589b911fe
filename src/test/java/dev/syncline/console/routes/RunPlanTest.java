package dev.syncline.console.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Browser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the form says before it is pressed. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class RunPlanTest {
    private static final String ROUTE = "/routes/erp-vendors-to-relay";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "range=today&depth=shallow             | vendors that changed today at erp, without their parts. Sends to relay what",
                "range=all&depth=deep                  | Reads all vendors at erp, with their parts, and compares them by content. Sends to relay what differs from what it has. Records that are gone",
                "range=&from=2026-01-01&to=&depth=deep | vendors that changed from 2026-01-01 at erp",
                "range=&from=&to=2026-02-01            | vendors that changed to before 2026-02-01 at erp",
                "range=all&keys=V-1%0AV-2%0A           | the 2 records that you name, whenever they changed, at erp"
            })
    void saysInWordsWhatTheFormWillDo(String query, String words) {
        String plan = Api.as("viewer")
                .urlEncodingEnabled(false)
                .header("HX-Target", "plan")
                .get(ROUTE + "?" + query)
                .asString();
        assertTrue(plan.contains(words), plan);
        assertEquals(-1, plan.indexOf("<html"));
    }

    @ParameterizedTest
    @CsvSource({"range=&from=&to=", "range=changes"})
    void withoutDatesItIsWhatChanged(String query) {
        Api.run("erp-vendors-to-relay", "range=all");
        String plan = Api.as("viewer")
                .header("HX-Target", "plan")
                .get(ROUTE + "?" + query)
                .asString();
        assertTrue(plan.contains("vendors that changed since "), plan);
        assertTrue(new Browser("operator").page(ROUTE).contains("vendors that changed since "), plan);
    }
}
