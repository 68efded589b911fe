package dev.syncline.console.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Chromium;
import dev.syncline.support.Window;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the pages of routes and runs, and the search field, do with scripts, under the console's own policy. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class ChartInBrowserTest {
    private static final String ROUTE = "erp-vendors-to-relay";

    @Test
    void aDragOverTheChartListsTheRunsOfThatSpan() {
        Api.run(ROUTE, "range=changes");
        Api.run(ROUTE, "range=changes");
        try (Window window = Chromium.as("viewer")) {
            Page page = window.open("/routes/" + ROUTE);
            Locator area = page.locator("[data-chart] .u-over");
            assertThat(area).isVisible();
            assertThat(page.locator("#latest")).isHidden();
            BoundingBox box = area.boundingBox();
            page.mouse().move(box.x + 1, box.y + 20);
            page.mouse().down();
            page.mouse().move(box.x + box.width - 1, box.y + 25);
            page.mouse().up();
            assertThat(page).hasURL(Pattern.compile(".*/runs\\?route=" + ROUTE + "&from=[^&]+Z&to=[^&]+Z"));
            assertTrue(page.locator("tbody tr").count() >= 2, page.content());
            assertEquals(List.of(), window.problems());
        }
    }

    @Test
    void withoutScriptsTheLatestRunsAreDrawnAndListed() {
        Api.run(ROUTE, "range=changes");
        try (Window window = Chromium.withoutScripts("viewer")) {
            Page page = window.open("/routes/" + ROUTE);
            assertThat(page.locator("#latest svg")).isVisible();
            assertThat(page.locator("[data-chart]")).isHidden();
        }
    }

    @Test
    void theSearchFieldIsReachedByItsKeyAndSuggests() {
        long run = Api.run(ROUTE, "range=changes").getLong("id");
        try (Window window = Chromium.as("viewer")) {
            Page page = window.open("/runs");
            page.keyboard().press("/");
            page.keyboard().type(Long.toString(run));
            Locator suggestion = page.locator("#suggestions a[href='/runs/" + run + "']");
            assertThat(suggestion).isVisible();
            page.keyboard().press("Escape");
            assertThat(suggestion).isHidden();
            page.keyboard().type(Long.toString(run)); // browsers empty the field
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*/search\\?q=" + run));
            assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.HEADING)
                            .first())
                    .containsText("Search for");
            assertEquals(List.of(), window.problems());
        }
    }
}
