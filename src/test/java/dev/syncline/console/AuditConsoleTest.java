package dev.syncline.console;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Browser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page of the audit log, for admins alone. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class AuditConsoleTest {
    private static final String ROUTE = "erp-cost-types-to-relay";

    private final Browser admin = new Browser("admin");

    @Test
    void anAdminFindsWhoDidWhatFromWhereAndWhatWasRefused() {
        Api.as("operator").post("/api/routes/" + ROUTE + "/pause").then().statusCode(403);
        Api.as("operator").post("/api/systems/relay/test").then().statusCode(200);
        String refused = admin.page("/audit?outcome=REFUSED&action=pause&subject=" + ROUTE);
        assertTrue(refused.contains("Refused"), refused);
        assertTrue(refused.contains("127.0.0.1"), refused);
        assertTrue(refused.contains("href=\"/routes/" + ROUTE + "\""), refused);
        assertFalse(refused.contains(">Done</span>"), refused);
        String tests = admin.page("/audit?who=operator&subject=system%20relay&from=&to=");
        assertTrue(tests.contains("test-system") && tests.contains("GET http://"), tests);
        assertTrue(admin.page("/audit?who=nobody").contains("No line matches"));
        admin.get("/audit?outcome=ODD").then().statusCode(400).body(containsString("Unknown outcome"));
    }

    @Test
    void pagesFollowOneAnotherWithTheSameFilter() {
        for (int i = 0; i < 51; i++) {
            Api.as("admin").post("/api/routes/" + ROUTE + (i % 2 == 0 ? "/pause" : "/resume"));
        }
        Api.as("admin").post("/api/routes/" + ROUTE + "/resume");
        String first = admin.page("/audit?who=admin&subject=" + ROUTE);
        Matcher next = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(first);
        assertTrue(next.find(), first);
        assertTrue(next.group(1).contains("subject=" + ROUTE), next.group(1));
        String second = admin.page(Browser.text(next.group(1)));
        assertTrue(second.contains(">Newest</a>"), second);
    }

    @Test
    void othersThanAdminsSeeNeitherThePageNorItsEntry() {
        for (String user : List.of("viewer", "operator", "approver")) {
            Browser other = new Browser(user);
            assertEquals(403, other.get("/audit").statusCode(), user);
            assertFalse(other.page("/").contains("href=\"/audit\""), user);
        }
        assertTrue(admin.page("/").contains("href=\"/audit\""));
    }
}
