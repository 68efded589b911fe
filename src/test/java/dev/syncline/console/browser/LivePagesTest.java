package dev.syncline.console.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.syncline.console.browser.BrowserVendors.ROUTE;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Chain;
import dev.syncline.support.Chromium;
import dev.syncline.support.Patience;
import dev.syncline.support.Window;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages follow what goes on, say when they cannot, and do without scripts. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class LivePagesTest {
    private static final String KEY = "V-BROWSER-LIVE";
    private static final Route.FulfillOptions STREAM_THAT_ENDS = new Route.FulfillOptions()
            .setContentType("text/event-stream")
            .setBody("retry: 50\nevent: nothing\ndata: .\n\n");

    @AfterEach
    void mend() {
        given().delete("/sandbox/faults");
        BrowserVendors.mend(List.of(KEY));
    }

    @ParameterizedTest
    @EnumSource
    void whoCancelsARunAndWhoLooksAtItSeeItEnd(Hand hand) {
        long run = startWaiting();
        try (Window watching = Chromium.as("viewer");
                Window window = Chromium.as("operator")) {
            Page watched = watching.open("/runs/" + run);
            assertThat(watched.locator(".state").first()).hasText("Waiting");
            watched.evaluate("window.isTheSame = true");
            Page page = window.open("/runs/" + run);
            hand.press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cancel")));
            for (Page each : List.of(page, watched)) {
                assertThat(each.locator("h1")).hasText("Run " + run + " was cancelled by operator");
            }
            assertThat(watched.locator("[sse-connect]")).hasCount(0);
            assertEquals(true, watched.evaluate("window.isTheSame"), "the page was loaded anew");
            assertEquals("CANCELLED", Api.ended(run).getString("status"));
            assertEquals(List.of(), window.problems());
            assertEquals(List.of(), watching.problems());
        }
    }

    /** It ends as when a process stops, then there is no connection, then there is one. */
    @Test
    void aBrokenStreamIsSaidAndTakenUpAgain() {
        long run = startWaiting();
        try (Window window = Chromium.as("operator")) {
            AtomicInteger attempts = new AtomicInteger();
            AtomicBoolean isMended = new AtomicBoolean();
            window.context().route("**/events", route -> {
                if (attempts.getAndIncrement() == 0) {
                    route.fulfill(STREAM_THAT_ENDS);
                } else if (isMended.get()) {
                    route.resume();
                } else {
                    route.abort();
                }
            });
            Page page = window.open("/runs/" + run);
            Locator notice = page.locator("[data-connection]");
            assertThat(notice).containsText("The connection broke");
            page.waitForCondition(() -> attempts.get() > 3);
            assertThat(notice).isVisible();
            isMended.set(true);
            assertThat(notice).isHidden();
            Api.as("operator").post("/api/runs/" + run + "/cancel").then().statusCode(202);
            assertThat(page.locator("h1")).containsText("was cancelled");
        }
    }

    @Test
    void theOverviewSaysThatItCouldNotAskAndAsksAgain() {
        try (Window window = Chromium.as("viewer")) {
            window.page().clock().install();
            Page page = window.open("/");
            Locator notice = page.locator("[data-connection]");
            window.context().route("**/", route -> route.abort());
            page.clock().fastForward("00:16");
            assertThat(notice).containsText("does not answer");
            window.context().unroute("**/");
            page.clock().fastForward("00:16");
            assertThat(notice).isHidden();
        }
    }

    @Test
    void withoutScriptsARecordIsFoundAndRetriedAndItsRunIsFollowed() {
        BrowserVendors.refuse(KEY);
        try (Window window = Chromium.withoutScripts("operator")) {
            Page page = window.open("/");
            page.locator(".attention")
                    .filter(new Locator.FilterOptions().setHasText("is not an e-mail address"))
                    .filter(new Locator.FilterOptions().setHasText("Vendors to the relay"))
                    .getByRole(AriaRole.LINK)
                    .click();
            page.getByRole(AriaRole.ROW)
                    .filter(new Locator.FilterOptions().setHasText(KEY))
                    .getByRole(AriaRole.LINK)
                    .first()
                    .click();
            BrowserVendors.put(KEY, "mended@browser.example.com");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Retry").setExact(true))
                    .click();
            assertThat(page.locator("h1")).containsText("has succeeded");
            assertEquals("SUCCESS", BrowserVendors.status(KEY));
        }
    }

    @Test
    void backBringsTheListBackAsItWas() {
        Chain.run(ROUTE, "all", "deep");
        try (Window window = Chromium.as("viewer")) {
            Page page = window.open("/records?route=" + ROUTE + "&status=SUCCESS&q=v-0");
            Locator rows = page.locator("tbody tr");
            String shown = rows.allInnerTexts().toString().replaceAll("\\d+ (s|min) ago|now", "");
            rows.last().scrollIntoViewIfNeeded();
            Object scrolled = page.evaluate("scrollY");
            String list = page.url();
            rows.last().getByRole(AriaRole.LINK).first().click();
            assertThat(page.getByText("History")).isVisible();
            page.goBack();
            assertThat(page).hasURL(list);
            assertEquals(shown, rows.allInnerTexts().toString().replaceAll("\\d+ (s|min) ago|now", ""));
            assertThat(page.getByLabel("Key or title contains")).hasValue("v-0");
            page.waitForCondition(() -> scrolled.equals(page.evaluate("scrollY")));
        }
    }

    /** A run that waits again and again, as the relay asks for short pauses: a long one would outlast this test. */
    private static long startWaiting() {
        BrowserVendors.put(KEY, "live" + UUID.randomUUID() + "@browser.example.com");
        Api.fault("relay", "vendors", "status", "status", 503, "retryAfter", 2);
        long run = Api.start(ROUTE, "range=changes");
        Patience.await().until(() -> Api.run(run).getString("waitingUntil") != null);
        return run;
    }
}
