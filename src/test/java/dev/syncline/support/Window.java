package dev.syncline.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A window of {@link Chromium}, which notes what the browser complains about. */
public final class Window implements AutoCloseable {
    private static final double PATIENCE_MS = 60_000;
    private static final Set<String> COMPLAINTS = Set.of("error", "warning");

    private final BrowserContext context;
    private final Page page;
    private final List<String> problems = new ArrayList<>();

    Window(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(PATIENCE_MS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (COMPLAINTS.contains(message.type())) {
                problems.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> problems.add(page.url() + ": " + error));
        page.onResponse(response -> {
            if (response.status() >= 400) {
                problems.add(response.url() + ": " + response.status());
            }
        });
    }

    /** Opens a page, which must answer without an error; in the browser, as Playwright sees it. */
    public Page open(String address) {
        Response answer = page.navigate(address);
        assertEquals(200, answer.status(), address);
        return page;
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    /** Errors of scripts, violations of the policy (CSP), answers that say no, as the browser told them since it opened. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void close() {
        context.close();
    }
}
