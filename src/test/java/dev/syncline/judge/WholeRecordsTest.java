package dev.syncline.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.page.Depth;
import dev.syncline.page.KeyedReads;
import dev.syncline.page.Row;
import dev.syncline.page.RunContext;
import dev.syncline.page.Window;
import dev.syncline.record.RouteNumbers;
import dev.syncline.route.Catalog;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Book;
import dev.syncline.support.Counters;
import dev.syncline.support.Ledger;
import dev.syncline.value.RawJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Narrow headers of a page whose lines do not fit in memory together. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class WholeRecordsTest {
    private static final Instant LONG_AGO = Instant.parse("2024-02-02T02:02:02Z");

    @Inject
    WholeRecords wholeRecords;

    @Inject
    Catalog catalog;

    @Inject
    RouteNumbers numbers;

    private final Book book = new Book("late");
    private int orders;
    private int width;

    /** So many that their lines are more than may be held. */
    @BeforeEach
    void fill() {
        orders = 13;
        width = (int) (KeyedReads.room() / 10);
        for (int i = 0; i < orders; i++) {
            book.put("o" + i, LONG_AGO.plusSeconds(i)).line("o" + i, "x".repeat(width - i));
        }
    }

    @Test
    void asManyAreReadInWholeAsFitAPage() throws Exception {
        RunContext run = new RunContext(
                1,
                0,
                catalog.get(book.route()),
                numbers.of(book.route()),
                Window.ALL,
                Depth.SHALLOW,
                null,
                true,
                false,
                false);
        List<Row> left = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            left.add(new Row(book.key("o" + i), (long) i, Map.of(), false));
        }
        int rounds = 0;
        while (!left.isEmpty()) {
            List<Row> whole = wholeRecords.of(left, run);
            assertTrue(!whole.isEmpty(), "none of " + left.size());
            long bytes = whole.stream()
                    .mapToLong(
                            row -> ((RawJson) row.fields().get("lines")).text().length())
                    .sum();
            assertTrue(bytes <= KeyedReads.room() * 3 / 2 + width, "held: " + bytes);
            for (int i = 0; i < whole.size(); i++) {
                assertEquals(left.get(i).key(), whole.get(i).key());
                assertEquals(left.get(i).changedAt(), whole.get(i).changedAt());
            }
            left = left.subList(whole.size(), left.size());
            rounds++;
        }
        assertTrue(rounds > 1, "all of them were held at once");
    }

    /** What does not fit goes with the next page, and is counted once. */
    @Test
    void aShallowRunCreatesAllOfThem() {
        JsonPath run = book.run("range=all");
        assertEquals(orders, run.getInt("counts.created"), run.prettify());
        assertEquals(orders, run.getInt("counts.read"), run.prettify());
        assertEquals(orders, book.delivered().size());
        assertEquals(width - 3, book.held("o3").getString("lines[0].item").length());
        Counters.assertExact(book.route());
        assertEquals(orders, book.run("range=all").getInt("counts.unchanged"));
    }
}
