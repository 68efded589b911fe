package dev.syncline.support;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import io.restassured.RestAssured;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Assumptions;

/**
 * The machine's Chromium, driven by Playwright. A process of tests starts it once, without a window; it ends with the process.
 */
public final class Chromium {
    private static final Logger LOG = Logger.getLogger(Chromium.class);
    private static final Map<String, String> OWN_BROWSER_ONLY = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    private static final String MISSING =
            "No Chromium on the path of this machine: tests of the console in a browser %s."
                    + " Install it: apt-get install chromium";

    private static Browser browser;

    private Chromium() {}

    /** Opens a window of a person who has logged in; it shares nothing with other windows. */
    public static Window as(String user) {
        return open(user, new NewContextOptions());
    }

    /** The same in a browser that runs no scripts. */
    public static Window withoutScripts(String user) {
        return open(user, new NewContextOptions().setJavaScriptEnabled(false));
    }

    private static Window open(String user, NewContextOptions options) {
        return new Window(browser()
                .newContext(options.setBaseURL(RestAssured.baseURI + ":" + RestAssured.port)
                        .setHttpCredentials(user, user)
                        .setLocale("en-US")
                        .setTimezoneId("UTC")));
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            LaunchOptions options = new LaunchOptions().setExecutablePath(program());
            browser = Playwright.create(new CreateOptions().setEnv(OWN_BROWSER_ONLY))
                    .chromium()
                    .launch(options);
        }
        return browser;
    }

    /** Where it is missing, tests are skipped, unless the tools of the tests are said to be required. */
    private static Path program() {
        Optional<Path> program = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(Pattern.quote(File.pathSeparator)))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            assertNotEquals("required", System.getenv("SYNCLINE_TOOLS"), MISSING.formatted("cannot run"));
            LOG.warn(MISSING.formatted("are skipped"));
            Assumptions.abort(MISSING.formatted("are skipped"));
        }
        return program.orElseThrow();
    }
}
