package dev.syncline.console.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Browser;
import dev.syncline.support.Chain;
import dev.syncline.support.Chromium;
import dev.syncline.support.Window;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Makes the pictures of the console for the documentation, each page in light and dark: {@code -Dsyncline.screenshots=true}. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
@EnabledIfSystemProperty(named = "syncline.screenshots", matches = "true")
class ScreenshotsTest {
    private static final Path IMAGES = Path.of("docs/images");
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final int LARGEST = 160_000;
    private static final String SLOW = "relay-job-costs-to-projects";
    private static final String BUSY = "relay-vendors-to-projects";

    @Test
    void everyPageInLightAndDark() {
        try (Window window = Chromium.as("operator")) {
            for (String route : routes()) {
                if (route.equals(SLOW)) {
                    whileItRuns(window);
                } else {
                    Chain.run(route, "all", "deep");
                }
            }
            for (int changes = 0; changes < 14; changes++) {
                Chain.run(BUSY, "changes", "shallow");
            }
            Map<String, String> pages = new LinkedHashMap<>(
                    ConsolePages.found(new Browser("operator")).byKind());
            pages.put("/records", "/records?status=FAILED");
            pages.put("/record", record());
            pages.put("/routes/{id}", "/routes/" + BUSY);
            pages.put("/runs/{id}", "/runs/" + Api.route(BUSY).getLong("lastRun.id"));
            pages.forEach((kind, address) -> take(window.open(address), name(kind)));
            assertEquals(List.of(), window.problems());
        }
    }

    private static void whileItRuns(Window window) {
        Api.fault("projects", "job-costs", "delay", "delayMillis", 400);
        long run = Api.start(SLOW, "range=all&depth=deep");
        Page page = window.open("/runs/" + run);
        assertThat(page.locator(".big")).hasText(Pattern.compile("[3-9]\\d %"));
        take(page, "run-live");
        given().delete("/sandbox/faults");
        Api.ended(run);
    }

    private static void take(Page page, String name) {
        page.setViewportSize(WIDTH, HEIGHT);
        for (ColorScheme scheme : Accessibility.SCHEMES) {
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
            String file = name + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png";
            byte[] image = page.screenshot(new ScreenshotOptions()
                    .setAnimations(ScreenshotAnimations.DISABLED)
                    .setPath(IMAGES.resolve(file)));
            assertTrue(image.length < LARGEST, file + " has " + image.length + " bytes");
        }
    }

    /** {@code /runs} is runs, {@code /runs/{id}} is run. */
    private static String name(String kind) {
        return kind.equals("/")
                ? "overview"
                : kind.substring(1).replaceFirst("s/\\{[^}]*}$", "").replaceAll("[/{}]+", "-");
    }

    private static String record() {
        String key = Api.as("viewer")
                .get("/api/records?route=" + BUSY + "&status=FAILED&limit=1")
                .jsonPath()
                .getString("items[0].key");
        return "/record?route=" + BUSY + "&key=" + key;
    }

    private static List<String> routes() {
        return Api.as("viewer").get("/api/routes").jsonPath().getList("items.findAll { it.onDemand }.id", String.class);
    }
}
