package dev.syncline.console.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** What axe-core finds on a page against WCAG 2.2 AA, in light and dark, on a telephone, a tablet and a wide screen. */
final class Accessibility {
    static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    static final List<Integer> WIDTHS = List.of(360, 1024, 1600);

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int HEIGHT = 900;

    private Accessibility() {}

    /** The violations on the page that is open, and whether it has to be scrolled sideways. */
    static List<String> violations(Page page) {
        List<String> violations = new ArrayList<>();
        for (int width : WIDTHS) {
            page.setViewportSize(width, HEIGHT);
            for (ColorScheme scheme : SCHEMES) {
                page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
                String where = page.url() + ", " + width + " px, " + scheme + ": ";
                new AxeBuilder(page)
                        .withTags(RULES).setLegacyMode(true).analyze().getViolations().stream()
                                .flatMap(rule -> rule.getNodes().stream()
                                        .map(node -> where + rule.getId() + " at " + node.getTarget() + " "
                                                + node.getHtml() + ": " + node.getFailureSummary()))
                                .forEach(violations::add);
            }
            Object across =
                    page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (!across.equals(0)) {
                violations.add(page.url() + ", " + width + " px: is " + across + " px too wide");
            }
        }
        return violations;
    }
}
