package dev.syncline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Book;
import dev.syncline.support.Book.Pending;
import dev.syncline.support.Ledger;
import dev.syncline.value.Micros;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that a transaction commits long after runs have gone past their times; the routes have no overlap at all. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class LateRowsTest {
    @ParameterizedTest
    @ValueSource(strings = {"changes", "all"})
    void areNotMissedHoweverLongTheTransactionTakes(String range) throws Exception {
        Book book = new Book("late");
        book.put("first", book.now());
        book.run("range=changes");
        Instant before = Micros.instant(book.watermark());
        try (Pending pending = book.begin()) {
            pending.put("late", null);
            for (String name : new String[] {"a", "b"}) {
                book.put(name, book.now());
                book.run("range=" + range);
            }
            assertEquals(Set.of("first", "a", "b"), book.delivered());
            Instant held = Micros.instant(book.watermark());
            assertTrue(!held.isBefore(before) && !held.isAfter(pending.began()), held + " is held back");
            pending.commit();
        }
        book.run("range=changes");
        assertEquals(Set.of("first", "a", "b", "late"), book.delivered());
        book.put("c", book.now());
        Instant now = book.now();
        book.run("range=changes");
        assertTrue(Micros.instant(book.watermark()).isAfter(now), "the watermark goes on");
        assertEquals(0, book.run("range=changes").getInt("counts.read"));
    }

    @Test
    void areNotMissedByTheirRowVersionsEither() throws Exception {
        Book book = new Book("late-versions");
        book.put("first", null, 1L);
        book.run("range=changes");
        assertEquals(1, book.watermark());
        try (Pending pending = book.begin()) {
            pending.put("late", 2L);
            for (long version = 3; version < 5; version++) {
                book.put("v" + version, null, version);
                book.run("range=changes");
            }
            assertEquals(Set.of("first", "v3", "v4"), book.delivered());
            assertEquals(1, book.watermark());
            pending.commit();
        }
        book.run("range=changes");
        assertEquals(Set.of("first", "late", "v3", "v4"), book.delivered());
        assertEquals(4, book.watermark());
    }

    /** A transaction that ends without having written holds nothing back. */
    @Test
    void aTransactionRolledBackLeavesNoTrace() throws Exception {
        Book book = new Book("late");
        try (Pending pending = book.begin()) {
            pending.put("never", null);
            book.put("a", book.now());
            book.run("range=changes");
        }
        Instant now = book.now();
        book.run("range=changes");
        assertEquals(Set.of("a"), book.delivered());
        assertTrue(Micros.instant(book.watermark()).isAfter(now));
    }
}
