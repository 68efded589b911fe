package dev.syncline.console;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Browser;
import dev.syncline.support.Browser.Form;
import dev.syncline.support.Chain;
import dev.syncline.support.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The console as browsers without scripts use it, with a vendor that the relay refuses. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class ConsoleTest {
    private static final String ROUTE = "erp-vendors-to-relay";
    private static final String KEY = "V-CONSOLE <1>";
    private static final String RECORD = "/record?route=" + ROUTE + "&key=V-CONSOLE%20%3C1%3E";
    private static final String REASON = "is not an e-mail address";

    /** Every form of the console, and who may send it; an admin may send all. */
    static final Map<String, Set<String>> FORMS = Map.ofEntries(
            Map.entry("/records/retry", Set.of("operator")),
            Map.entry("/record/retry", Set.of("operator")),
            Map.entry("/runs/{id}/cancel", Set.of("operator")),
            Map.entry("/routes/{id}/runs", Set.of("operator")),
            Map.entry("/routes/{id}/pause", Set.of()),
            Map.entry("/routes/{id}/resume", Set.of()),
            Map.entry("/sign-out", Set.of("viewer", "operator", "approver")),
            Map.entry("/notices/{id}/resolve", Set.of("operator")),
            Map.entry("/order/refresh", Set.of("operator")),
            Map.entry("/order/auto-sync", Set.of("operator")),
            Map.entry("/vendors/refresh", Set.of("operator")),
            Map.entry("/vendors/auto-sync", Set.of("operator")),
            Map.entry("/systems/{name}/test", Set.of("operator")),
            Map.entry("/rules/check", Set.of()),
            Map.entry("/rules/save", Set.of()),
            Map.entry("/rule/{id}/delete", Set.of()),
            Map.entry("/reconciliations/start", Set.of("operator")),
            Map.entry("/reconciliations/{id}/cancel", Set.of("operator")),
            Map.entry("/messages/{id}/test", Set.of()));

    private final Browser operator = new Browser("operator");
    private final Browser viewer = new Browser("viewer");
    private long run;

    @BeforeEach
    void refuseOne() {
        given().delete("/sandbox/faults");
        vendor("no 'address' <b>");
        run = Chain.run(ROUTE, "changes", "shallow").getLong("id");
    }

    @AfterEach
    void mend() {
        vendor("post@console.example.com");
        Chain.run(ROUTE, "changes", "shallow");
        assertEquals("SUCCESS", status());
    }

    @Test
    void everyPageIsWholeWithoutScriptsAndIsKeptByNoCache() {
        for (String address : pages()) {
            Response answer = viewer.get(address);
            answer.then()
                    .statusCode(200)
                    .contentType(startsWith("text/html"))
                    .header("Cache-Control", "no-store")
                    .header("Content-Security-Policy", containsString("script-src 'self'"))
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                    .header("Content-Security-Policy", not(containsString("unsafe")));
            String page = answer.asString();
            assertFalse(page.contains("<b>"), address + " shows a text of the source as HTML");
            assertFalse(
                    Pattern.compile("<script(?! src=\"/assets/)|<style|\\s(style|on[a-z]+)=\"|https?://(?!localhost)")
                            .matcher(page)
                            .find(),
                    address + " has a script or style of its own, or something of another host: " + page);
            assertTrue(page.trim().endsWith("</html>"), address);
            assertEquals(List.of(), Browser.forms(page), address + " has a form that a viewer may not send");
        }
    }

    @Test
    void assetsHaveAddressesThatCanBeKeptForGood() {
        Matcher asset = Pattern.compile("\"(/assets/[^\"]+)\"").matcher(viewer.page("/"));
        Set<String> names = new TreeSet<>();
        while (asset.find()) {
            given().get(asset.group(1)).then().statusCode(200).header("Cache-Control", containsString("immutable"));
            names.add(asset.group(1).replaceFirst(".*/", ""));
        }
        assertEquals(Set.of("console.css", "console.js", "htmx.min.js", "icon.svg", "sse.js"), names);
        given().get("/assets/of-another-version/console.css")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store");
        given().get("/assets/x/application.properties").then().statusCode(404);
    }

    @Test
    void nobodySeesAPageWithoutLoggingIn() {
        for (String address : pages()) {
            given().urlEncodingEnabled(false)
                    .get(address)
                    .then()
                    .statusCode(401)
                    .contentType(startsWith("text/html"))
                    .header("WWW-Authenticate", startsWith("Basic"))
                    .header("Cache-Control", "no-store")
                    .body(not(containsString("Vendors")));
        }
    }

    @Test
    void whatDoesNotExistIsSaidOnAPage() {
        for (String address :
                List.of("/runs/999999999", "/routes/no-such", "/record?route=" + ROUTE + "&key=no-such")) {
            viewer.get(address)
                    .then()
                    .statusCode(404)
                    .contentType(startsWith("text/html"))
                    .body(containsString("To the overview"));
        }
        viewer.get("/records?status=GONE").then().statusCode(400).body(containsString("Unknown status"));
    }

    @Test
    void theTableOfFormsHasThemAll() {
        Set<String> forms = new ClassFileImporter()
                .importPackages("dev.syncline.console").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(type -> type.getMethods().stream()
                                .filter(method -> method.isAnnotatedWith(POST.class))
                                .map(method -> path(type)
                                        + method.getAnnotationOfType(Path.class).value()))
                        .collect(Collectors.toSet());
        assertEquals(new TreeSet<>(FORMS.keySet()), new TreeSet<>(forms));
    }

    @Test
    void aFormIsTakenFromWhoMaySendItAndWithTheTokenOfItsPageAlone() {
        String before = audited();
        FORMS.forEach((path, roles) -> {
            String address = path.replace("{id}", path.startsWith("/routes") ? "no-such" : "999999999")
                    .replaceAll("\\{[a-z]+}", "no-such");
            for (String user : List.of("viewer", "operator", "approver", "admin")) {
                Browser browser = new Browser(user);
                boolean may = user.equals("admin") || roles.contains(user);
                browser.page("/");
                Form form = new Form(
                        address,
                        Map.of("route", "no-such", "key", "x", "status", "FAILED", "vendor", "no-such", "number", "x"),
                        "");
                browser.send(form).then().statusCode(403).contentType(startsWith("text/html"));
                browser.send(form.with("token", "AAAAAAAAAAAAAAAAAAAAAAAA"))
                        .then()
                        .statusCode(403);
                String token = browser.cookie("syncline-form");
                int status = browser.send(form.with("token", token)).statusCode();
                assertTrue(
                        may ? status == 404 || status == 400 : status == 403, user + " sends " + path + ": " + status);
                new Browser(user).send(form.with("token", token)).then().statusCode(403);
            }
            new Browser(null)
                    .send(new Form(address, Map.of("x", "y"), ""))
                    .then()
                    .statusCode(401);
        });
        assertEquals(before, audited(), "something was done");
    }

    @Test
    void theOverviewSaysWhatNeedsAPersonAndItsButtonRetriesJustThat() {
        String page = operator.page("/");
        assertTrue(page.contains("need you") || page.contains("needs you"), page);
        Form retry = Browser.forms(page).stream()
                .filter(form -> ROUTE.equals(form.fields().get("route"))
                        && form.fields().get("reason").contains("address'…' " + REASON))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page));
        assertEquals("/records/retry", retry.action());
        vendor("mended@console.example.com");
        long retried = operator.run(retry);
        assertEquals(retry.fields().get("shown"), Api.run(retried).getString("counts.read"));
        assertEquals("SUCCESS", status());
    }

    @Test
    void theListIsReproducedByItsAddressAndRetriesWhatItShowedAndSaysWhatItSkipped() {
        String page = operator.page("/records?route=" + ROUTE + "&status=FAILED&q=v-console&from=&to=");
        assertTrue(Browser.text(page).contains(KEY), page);
        Form all = Browser.form(page, "Retry all 1");
        assertEquals("v-console", all.fields().get("q"));
        Response answer = operator.send(all.with("shown", "3"));
        answer.then()
                .statusCode(200)
                .body(containsString("1 record retried"))
                .body(containsString("2 records: in another status since the page was made"));
        Api.ended(Long.parseLong(found("/runs/(\\d+)\"", answer.asString())));

        Response late = operator.send(all);
        late.then().statusCode(200).body(containsString("Nothing is retried"));

        Form one = Browser.form(operator.page("/records?route=" + ROUTE + "&status=FAILED"), "name=\"selected\"");
        operator.send(one).then().statusCode(400).body(containsString("No record was chosen"));
        assertEquals("1", Api.run(operator.run(one.with("key", KEY))).getString("counts.read"));
    }

    @Test
    void aRecordIsSentOnceWithAnotherValue() {
        String page = operator.page(RECORD);
        assertTrue(Browser.text(page).contains("'no 'address' <b>' is not an e-mail address"), page);
        Form edit = Browser.form(page, "name=\"edited\"");
        assertEquals("no 'address' <b>", edit.fields().get("field.email"));
        assertFalse(edit.fields().containsKey("field.vendorNo"), "the key stays");
        operator.send(edit).then().statusCode(400).body(containsString("No field was changed"));
        operator.run(edit.with("field.email", "edited@console.example.com"));
        assertEquals("SUCCESS", status());
        assertTrue(operator.page(RECORD).contains("edited by operator"));
        assertFalse(operator.page(RECORD).contains("name=\"edited\""), "there is nothing to send");
    }

    @Test
    void aRouteIsRunByItsFormAndItsRunSaysWhatItDid() {
        Form form = Browser.form(operator.page("/routes/" + ROUTE), "name=\"range\"");
        long dry = operator.run(form.with("range", "all").with("depth", "deep").with("dryRun", "true"));
        String page = operator.page("/runs/" + dry);
        assertTrue(page.contains("Dry run " + dry + " has "), page);
        assertTrue(page.contains("What it would have done"), page);
        long again = operator.run(Browser.form(page, "Run again"));
        assertEquals("all", Api.run(again).getString("range.name"));
        assertTrue(Api.run(again).getBoolean("dryRun"));
        assertTrue(operator.page("/runs?status=&route=" + ROUTE).contains("/runs/" + again + "\""));
        operator.send(form.with("range", "").with("from", "2026-02-02").with("to", "2026-02-01"))
                .then()
                .statusCode(400)
                .body(containsString("is after to"));
    }

    @Test
    void aRunTellsByEventsHowItGoesOnAndWhenItIsDone() {
        Response events = viewer.get("/runs/" + run + "/events");
        events.then()
                .statusCode(200)
                .contentType(startsWith("text/event-stream"))
                .header("Cache-Control", "no-store");
        String text = events.asString();
        assertTrue(text.contains("Run " + run + " has finished"), text);
        assertTrue(
                Pattern.compile("event: ?run.*event: ?done", Pattern.DOTALL)
                        .matcher(text)
                        .find(),
                text);
    }

    @Test
    void anAdminPausesAndResumesASchedule() {
        Browser admin = new Browser("admin");
        assertFalse(operator.page("/routes/" + ROUTE).contains("/pause"));
        Form pause = Browser.form(admin.page("/routes/" + ROUTE), "/pause");
        admin.send(pause).then().statusCode(303);
        try {
            assertEquals("PAUSED", Api.route(ROUTE).getString("freshness"));
            assertTrue(viewer.page("/routes/" + ROUTE).contains("Paused"));
        } finally {
            admin.send(Browser.form(admin.page("/routes/" + ROUTE), "/resume"))
                    .then()
                    .statusCode(303);
        }
        assertTrue(Api.route(ROUTE).getBoolean("enabled"));
    }

    private List<String> pages() {
        return List.of(
                "/",
                "/runs",
                "/search?q=V",
                "/runs/" + run,
                "/records",
                "/records?status=FAILED&route=" + ROUTE,
                RECORD,
                "/routes/" + ROUTE,
                "/documents",
                "/notices",
                "/notices?status=resolved",
                "/orders",
                "/orders?vendor=V-00101",
                "/vendors",
                "/settings",
                "/rules",
                "/reconciliations",
                "/messages");
    }

    private static String path(JavaClass type) {
        return type.getAnnotationOfType(Path.class).value();
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertTrue(matcher.find(), text);
        return matcher.group(1);
    }

    private static String audited() {
        return Database.hub()
                .value(Long.class, "select count(*) from sync_audit where outcome = 'DONE' and action <> 'log-in'")
                .toString();
    }

    private static String status() {
        return Api.as("viewer")
                .queryParam("key", KEY)
                .get("/api/records/" + ROUTE + "/x")
                .jsonPath()
                .getString("status");
    }

    private static void vendor(String email) {
        assertTrue(given().contentType("application/json")
                        .body(Map.of("name", "Console <b>", "email", email))
                        .put("/sandbox/erp/vendors/{key}", KEY)
                        .statusCode()
                < 300);
    }
}
