package dev.syncline.extension;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.route.Catalog;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Book;
import dev.syncline.support.Database;
import dev.syncline.support.Ledger;
import dev.syncline.support.Reconciliations;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The route {@code followed} goes through {@link FollowedPages}, {@code passed-on} through a Camel route that names none. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class PageExtensionTest {
    private static final Instant LONG_AGO = Instant.parse("2022-02-02T02:02:02Z");

    @Inject
    FollowedPages pages;

    @Inject
    Extensions extensions;

    @Inject
    Catalog catalog;

    private Book book;

    @BeforeEach
    void fill() {
        pages.reset(false, false);
        book = new Book("followed");
        book.put("a", LONG_AGO).put("b", LONG_AGO).put("held", LONG_AGO);
    }

    @Test
    void preparesAPageAndIsToldWhatIsSentAndWhatIsRecorded() {
        JsonPath first = book.run("range=all");
        assertEquals(Set.of("a", "b"), book.delivered());
        assertEquals("prepared a", book.held("a").getString("name"));
        assertEquals(1, first.getInt("counts.onHold"));
        JsonPath held = Api.record(book.route(), book.key("held"));
        assertEquals("ON_HOLD", held.getString("status"));
        assertEquals("It is not approved yet", held.getString("reason"));
        assertEquals(
                List.of("before sending [prepared a, prepared b]", "recorded [prepared a, prepared b] with 2 statuses"),
                pages.calls());

        pages.reset(false, false);
        book.rename("b", "c");
        book.run("range=all");
        assertEquals("prepared c", book.held("b").getString("name"));
        assertEquals(
                List.of("before sending [prepared c]", "recorded [prepared a, prepared c] with 2 statuses"),
                pages.calls());

        pages.reset(false, false);
        book.run("range=all");
        assertEquals(
                List.of("recorded [prepared a, prepared c] with 2 statuses"),
                pages.calls(),
                "what is found in step is told of, too");
    }

    @Test
    void isToldNothingOfADryRun() {
        JsonPath run = book.run("range=all&dryRun=true");
        assertEquals(2, run.getInt("counts.created"));
        assertEquals(1, run.getInt("counts.onHold"), "its pages are prepared as those of any run");
        assertEquals(List.of(), pages.calls());
    }

    @Test
    void whatItCannotRecordIsNotRecordedAtAll() {
        pages.reset(true, false);
        JsonPath failed = Api.run(book.route(), "range=all");
        assertEquals("FAILED", failed.getString("status"), failed.prettify());
        assertEquals(
                List.of(),
                Database.hub()
                        .column(
                                String.class,
                                "select key from sync_record where key in (?, ?)",
                                book.key("a"),
                                book.key("held")));

        pages.reset(false, false);
        book.run("range=all");
        assertEquals("SUCCESS", Api.record(book.route(), book.key("a")).getString("status"));
    }

    @Test
    void aRouteThatDependsOnItsTargetIsNotReconciled() {
        Api.as("operator")
                .post("/api/routes/" + book.route() + "/reconciliations?range=all")
                .then()
                .statusCode(400)
                .body("detail", containsString("depends on what its target holds"));
        pages.reset(false, true);
        assertEquals("SUCCESS", Reconciliations.of(book.route(), "range=all").getString("status"));
    }

    @Test
    void isFoundByTheNameThatARouteHasFromWhatItGoesThrough() {
        PageExtension followed = extensions.of(catalog.get(book.route()));
        assertTrue(followed.preparesWholeRecords());
        assertSame(PageExtension.NONE, extensions.of(catalog.get("ledger-kept-to-relay")));

        Extensions others = new Extensions(Map.of("others", PageExtension.NONE));
        String problem = assertThrows(IllegalStateException.class, () -> others.of(catalog.get(book.route())))
                .getMessage();
        assertTrue(problem.contains("'followed-pages'"), problem);
        assertTrue(problem.contains("others"), problem);
    }

    @Test
    void nothingIsTakenForGrantedOfACamelRouteThatNamesNone() {
        PageExtension unknown = extensions.of(catalog.get("ledger-passed-on-to-relay"));
        assertTrue(unknown.dependsOnTarget());
        assertTrue(unknown.preparesWholeRecords());
        assertFalse(PageExtension.NONE.dependsOnTarget());
        assertFalse(PageExtension.NONE.preparesWholeRecords());
    }
}
