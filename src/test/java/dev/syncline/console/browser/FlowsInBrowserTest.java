package dev.syncline.console.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.syncline.console.browser.BrowserVendors.REFUSED;
import static dev.syncline.console.browser.BrowserVendors.ROUTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Chromium;
import dev.syncline.support.Window;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people do with the console, each by mouse and by the keyboard alone. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class FlowsInBrowserTest {
    private static final Pattern RUN = Pattern.compile(".*/runs/(\\d+)");
    private static final List<String> KEYS = List.of("V-BROWSER-1", "V-BROWSER-2");

    @AfterEach
    void mend() {
        BrowserVendors.mend(KEYS);
    }

    @ParameterizedTest
    @EnumSource
    void findsWhyAVendorIsNotAtTheTargetAndSendsItWithAnotherValue(Hand hand) {
        String key = KEYS.get(0);
        BrowserVendors.refuse(key);
        try (Window window = Chromium.as("operator")) {
            Page page = window.open("/");
            Locator cause = page.locator(".attention")
                    .filter(with("is not an e-mail address"))
                    .filter(with("Vendors to the relay"));
            hand.press(cause.getByRole(AriaRole.LINK));
            hand.press(page.getByRole(AriaRole.ROW)
                    .filter(with(key))
                    .getByRole(AriaRole.LINK)
                    .first());
            assertThat(page.getByText("'" + REFUSED + "' is not an e-mail address")
                            .first())
                    .isVisible();
            hand.fill(page.getByLabel("email"), "somebody@browser.example.com");
            hand.press(button(page, "Send with these values"));
            assertThat(headline(page)).containsText("has succeeded");
            assertEquals("SUCCESS", BrowserVendors.status(key));
            assertEquals(
                    "somebody@browser.example.com",
                    Api.item("relay", "vendors", key).getString("email"));
            assertEquals(List.of(), window.problems());
        }
    }

    @ParameterizedTest
    @EnumSource
    void retriesThoseChosenAndAllThatTheFilterShows(Hand hand) {
        BrowserVendors.refuse(KEYS.toArray(String[]::new));
        try (Window window = Chromium.as("operator")) {
            Page page = window.open("/");
            hand.press(page.getByRole(
                    AriaRole.LINK,
                    new Page.GetByRoleOptions().setName("Records").setExact(true)));
            hand.press(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Failed")));
            hand.choose(
                    page.locator(".filters").getByLabel("Route"),
                    Api.route(ROUTE).getString("title"));
            hand.fill(page.getByLabel("Key or title contains"), "v-browser-");
            hand.press(button(page, "Filter"));
            assertThat(page.locator("tbody tr")).hasCount(2);
            String list = page.url();

            assertThat(button(page, "Retry selected")).isDisabled();
            hand.check(page.getByLabel("Select Browser " + KEYS.get(0)));
            hand.press(button(page, "Retry 1 selected"));
            assertEquals(1, ended(page).getInt("counts.read"));

            window.open(list);
            BrowserVendors.put(KEYS.get(0), "mended@browser.example.com");
            hand.press(button(page, "Retry all 2"));
            JsonPath run = ended(page);
            assertEquals(2, run.getInt("counts.read"));
            assertEquals(1, run.getInt("counts.failed"));
            assertEquals("SUCCESS", BrowserVendors.status(KEYS.get(0)));
            assertEquals("FAILED", BrowserVendors.status(KEYS.get(1)));
            assertEquals(List.of(), window.problems());
        }
    }

    @ParameterizedTest
    @EnumSource
    void runsARouteByItsFormDryAtFirst(Hand hand) {
        String key = KEYS.get(0);
        BrowserVendors.mend(KEYS);
        BrowserVendors.put(key, "changed-by-" + hand.name().toLowerCase() + "@browser.example.com");
        try (Window window = Chromium.as("operator")) {
            Page page = window.open("/");
            hand.press(page.locator("#route-" + ROUTE));
            hand.fill(page.getByLabel("Only these keys"), key);
            hand.press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Dry run")));
            JsonPath dry = ended(page);
            assertTrue(dry.getBoolean("dryRun"));
            assertThat(headline(page)).containsText("Dry run");
            assertThat(page.getByText("What it would have done")).isVisible();
            assertFalse(Api.item("relay", "vendors", key).getString("email").startsWith("changed"));

            window.open("/routes/" + ROUTE);
            hand.fill(page.getByLabel("Only these keys"), key);
            hand.press(button(page, "Run"));
            assertEquals(1, ended(page).getInt("counts.updated"));
            assertThat(headline(page)).containsText("has succeeded");
            assertTrue(Api.item("relay", "vendors", key).getString("email").startsWith("changed"));
            assertEquals(List.of(), window.problems());
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsARecordByTheSearchField(Hand hand) {
        String key = KEYS.get(0);
        BrowserVendors.mend(KEYS);
        try (Window window = Chromium.as("viewer")) {
            Page page = window.open("/runs");
            Locator field = page.getByRole(AriaRole.SEARCHBOX);
            if (hand == Hand.KEYBOARD) {
                page.keyboard().press("/");
                assertThat(field).isFocused();
            }
            hand.fill(field, key);
            hand.press(page.locator("#suggestions")
                    .getByRole(AriaRole.LINK)
                    .filter(with(key))
                    .first());
            assertThat(headline(page)).hasText("Browser " + key);
            hand.fill(field, "V-BROWSER-");
            field.press("Enter");
            assertThat(page.locator("tbody tr").filter(with("V-BROWSER-")))
                    .not()
                    .hasCount(0);
            assertEquals(List.of(), window.problems());
        }
    }

    @ParameterizedTest
    @EnumSource
    void pausesAScheduleAndResumesIt(Hand hand) {
        try (Window window = Chromium.as("admin")) {
            Page page = window.open("/routes/" + ROUTE);
            hand.press(button(page, "Pause the schedule"));
            assertThat(page.locator(".title .state")).hasText("Paused");
            assertEquals("PAUSED", Api.route(ROUTE).getString("freshness"));
            hand.press(button(page, "Resume the schedule"));
            assertThat(button(page, "Pause the schedule")).isVisible();
            assertTrue(Api.route(ROUTE).getBoolean("enabled"));
            assertEquals(List.of(), window.problems());
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator headline(Page page) {
        return page.locator("h1");
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    /** The run whose page the button led to, once it is over. */
    private static JsonPath ended(Page page) {
        assertThat(page).hasURL(RUN);
        return Api.ended(Long.parseLong(RUN.matcher(page.url()).replaceFirst("$1")));
    }
}
