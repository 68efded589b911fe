package dev.syncline.run;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Book;
import dev.syncline.support.Counters;
import dev.syncline.support.Ledger;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Orders that are kept back for what is in their lines, or for orders above them. */
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class KeptBackTest {
    private static final Instant LONG_AGO = Instant.now().minus(3, ChronoUnit.DAYS);

    @Test
    void aLineWithoutItsItemHoldsTheOrderUntilItIsFilledIn() {
        Book book = new Book("coded").put("order", LONG_AGO).put("without lines", LONG_AGO);
        book.line("order", null);
        assertEquals(1, book.run("range=all&depth=deep").getInt("counts.onHold"));
        assertEquals(Set.of("without lines"), book.delivered());
        assertTrue(
                Api.record(book.route(), book.key("order")).getString("reason").contains("'lines.item' is missing"));
        assertEquals(0, book.run("range=changes").getInt("counts.created"), "a shallow run does not get round it");

        book.line("order", "Brick");
        book.run("range=changes");
        assertEquals(Set.of("order", "without lines"), book.delivered());
        assertEquals("Brick", book.held("order").getString("lines[0].item"));
        Counters.assertExact(book.route());
    }

    @Test
    void grandchildrenFollowTheirParentsInTurn() {
        Book book = new Book("tree")
                .put("c", LONG_AGO)
                .put("b", LONG_AGO.plusSeconds(1))
                .put("a", LONG_AGO.plusSeconds(2));
        book.rename("a", null);
        book.rename("b", book.key("a"));
        book.rename("c", book.key("b"));
        book.run("range=all");
        await().until(() -> book.delivered().equals(Set.of("a", "b", "c")));
        await().until(() -> Api.route(book.route()).getInt("counts.onHold") == 0);
        Counters.assertExact(book.route());
    }
}
