package dev.syncline.console.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.syncline.purchasing.BuyersOrders;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Browser;
import dev.syncline.support.Chain;
import dev.syncline.support.Chromium;
import dev.syncline.support.Purchasing;
import dev.syncline.support.Reconciliations;
import dev.syncline.support.Window;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every page of the console in a browser: it is found, nothing is complained about, and everybody can read it. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class PagesInBrowserTest {
    @Test
    void everyPageIsFoundByLinksOpensWithoutComplaintsAndIsReadableByEverybody() {
        Chain.run("erp-vendors-to-relay", "all", "deep");
        orderWithDocuments();
        Reconciliations.of("erp-vendors-to-relay", "range=today");
        List<String> problems = new ArrayList<>();
        try (Window window = Chromium.as("admin")) {
            ConsolePages pages = ConsolePages.found(new Browser("admin"));
            assertEquals(Set.of(), pages.missed(), "no link leads to these pages");
            for (String address : pages.byKind().values()) {
                problems.addAll(Accessibility.violations(window.open(address)));
            }
            problems.addAll(window.problems());
        }
        assertEquals("", String.join("\n", problems));
    }

    /** The first order of the list, which has lines that are hidden, notices and documents. */
    private static void orderWithDocuments() {
        String number = "PO-0-BROWSER";
        Purchasing.pauseSchedules();
        BuyersOrders.ordered("atlas", number);
        Purchasing.poke("atlas", number, "{'action':'confirm-part','line':1,'quantity':4}");
        Purchasing.poke("atlas", number, "{'action':'cancel-line','line':1}");
        Purchasing.sync("atlas");
    }
}
