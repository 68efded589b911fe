package dev.syncline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Browser;
import dev.syncline.support.Browser.Form;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page of settings: a test of a system, and what each role sees. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class SettingsConsoleTest {
    @Test
    void anOperatorTestsASystemAndReadsWhatWasTriedAndWhatCameBack() {
        Browser operator = new Browser("operator");
        Form form = Browser.form(operator.page("/settings"), "Test erp");
        assertEquals("/systems/erp/test", form.action());
        Response answer = operator.send(form);
        assertEquals(200, answer.statusCode(), answer.asString());
        String page = Browser.text(answer.asString());
        assertTrue(page.contains("Test of erp"), page);
        assertTrue(page.contains("Reached"), page);
        assertTrue(page.contains("signs in to jdbc:postgresql://"), page);
        assertTrue(page.contains("PostgreSQL "), page);
        assertEquals("no-store", answer.header("Cache-Control"));
    }

    @Test
    void everybodySeesSystemsAndRightsAndAnAdminTheUsersAndNobodyASecret() {
        String viewer = new Browser("viewer").page("/settings");
        assertTrue(viewer.contains("jdbc:postgresql://"), viewer);
        assertTrue(viewer.contains("POST /api/rules"), viewer);
        assertFalse(viewer.contains("as configured"), viewer);
        assertFalse(viewer.contains(">Test<"), "a viewer may not test");
        String admin = new Browser("admin").page("/settings");
        assertTrue(admin.contains("<td>approver</td><td>approver</td>"), admin);
        assertFalse(admin.contains("-token"), admin);
        assertFalse(admin.contains("notification-secret"), admin);
    }
}
