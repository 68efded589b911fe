package dev.syncline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Book;
import dev.syncline.support.Database;
import dev.syncline.support.Ledger;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The route {@code guarded}: four records a page, deletions pass while at most 20 of 100 records are gone. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class DeleteGuardTest {
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    private final Database hub = Database.hub();
    private Book book;

    @BeforeEach
    void tenRecordsAtTheTarget() {
        hub.execute("delete from sync_notice where kind = 'DELETIONS_HELD'");
        book = new Book("guarded");
        for (int n = 0; n < 10; n++) {
            book.put("n" + n, LONG_AGO);
        }
        book.run("range=all&depth=deep");
        assertEquals(10, book.delivered().size());
    }

    @Test
    void letsPassWhatIsNotMoreThanItsShare() {
        remove(0, 5);
        assertEquals(2, deep().getInt("counts.deleted"));
        assertEquals(8, book.delivered().size());
        assertEquals(0, openNotices());
    }

    @Test
    void holdsAllDeletionsWhereTheyAreMore() {
        remove(0, 5, 9);
        int sent = book.sent();
        JsonPath run = deep();
        assertEquals(0, run.getInt("counts.deleted"));
        assertEquals(3, run.getInt("counts.onHold"));
        assertEquals(10, book.delivered().size());
        assertEquals(sent, book.sent());
        assertEquals(List.of("ON_HOLD", "ON_HOLD", "ON_HOLD"), List.of(status(0), status(5), status(9)));
        String reason = Api.record(book.route(), book.key("n5")).getString("reason");
        assertTrue(reason.contains("3 of 10") && reason.contains("20 %") && reason.contains("deleteGuard"), reason);
        assertEquals(1, openNotices());
    }

    /** Neither a run over changes nor the next deep one slips past the guard. */
    @Test
    void keepsHoldingThemInLaterRuns() {
        remove(0, 5, 9);
        deep();
        book.run("range=changes");
        book.run("range=all");
        deep();
        assertEquals(10, book.delivered().size());
        assertEquals("ON_HOLD", status(5));
    }

    @Test
    void releasesThemWhenTheirRowsAreBack() {
        remove(0, 5, 9);
        deep();
        for (int n : new int[] {0, 5, 9}) {
            book.put("n" + n, LONG_AGO);
        }
        book.run("range=changes");
        assertEquals(List.of("SUCCESS", "SUCCESS"), List.of(status(0), status(9)));
        deep();
        assertEquals(0, openNotices());
        assertEquals(10, book.delivered().size());
    }

    @Test
    void letsARetryPass() {
        remove(0, 5, 9);
        deep();
        book.run("keys=" + book.key("n5"));
        assertFalse(book.delivered().contains("n5"));
        assertEquals(9, book.delivered().size());
        assertEquals("SUCCESS", status(5));
    }

    private void remove(int... numbers) {
        for (int n : numbers) {
            book.remove("n" + n);
        }
    }

    private JsonPath deep() {
        return book.run("range=all&depth=deep");
    }

    private String status(int n) {
        return Api.record(book.route(), book.key("n" + n)).getString("status");
    }

    private int openNotices() {
        return hub.value(
                        Long.class,
                        "select count(*) from sync_notice where kind = 'DELETIONS_HELD' and route = ? and resolved_at is null",
                        book.route())
                .intValue();
    }
}
