package dev.syncline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Book;
import dev.syncline.support.Counters;
import dev.syncline.support.Ledger;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shallow run does about what it does not read: lines, and columns that only deepQuery has. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class ShallowRunTest {
    private static final Instant LONG_AGO = Instant.parse("2024-02-02T02:02:02Z");

    @AfterEach
    void noRules() {
        Api.as("viewer")
                .get("/api/rules?limit=500")
                .as(Reply.class)
                .getList("items.id")
                .forEach(id -> Api.as("admin").delete("/api/rules/" + id));
    }

    /** The route reads one row a page. */
    @ParameterizedTest
    @ValueSource(strings = {"range=changes", "range=all", "from=2024-01-01&to=2024-12-31"})
    void createsRecordsWithTheirLines(String query) {
        Book book = new Book("instants");
        for (int i = 0; i < 5; i++) {
            book.put("order " + i, LONG_AGO.plusSeconds(i)).line("order " + i, "item " + i);
        }
        assertEquals(5, book.run(query).getInt("counts.created"));
        for (int i = 0; i < 5; i++) {
            assertEquals("item " + i, book.held("order " + i).getString("lines[0].item"));
        }
        int sent = book.sent();
        assertEquals(5, book.run("range=all&depth=deep").getInt("counts.unchanged"));
        assertEquals(sent, book.sent());
    }

    @Test
    void holdsWhatADeepRunHolds() {
        Book book = new Book("coded").put("order", LONG_AGO).put("new", LONG_AGO);
        book.line("order", null);
        book.line("new", "Brick");
        assertEquals(1, book.run("range=all&depth=deep").getInt("counts.onHold"));
        book.rename("order", "renamed");
        book.put("late", LONG_AGO).line("late", null);
        for (String query : new String[] {"range=all", "range=changes", "range=all&dryRun=true"}) {
            assertEquals(0, book.run(query).getInt("counts.created"), query);
        }
        assertEquals(Set.of("new"), book.delivered());
        for (String name : new String[] {"order", "late"}) {
            assertEquals("ON_HOLD", status(book, name));
            assertTrue(reason(book, name).contains("'lines.item' is missing"), reason(book, name));
        }
        book.line("late", "Tile");
        book.run("range=all");
        assertEquals("Tile", book.held("late").getString("lines[0].item"));
        Counters.assertExact(book.route());
    }

    @Test
    void holdsAChangeOfWhatTheTargetHas() {
        Book book = new Book("coded").put("order", LONG_AGO);
        book.line("order", "Brick");
        book.run("range=all&depth=deep");
        book.line("order", null);
        assertEquals(1, book.run("range=all").getInt("counts.unchanged"), "its header did not change");
        assertEquals("SUCCESS", status(book, "order"));
        book.rename("order", "renamed");
        assertEquals(1, book.run("range=all").getInt("counts.onHold"));
        assertEquals("order", book.held("order").getString("name"));
    }

    /** The header is what the target has, and the lines are not: that is no reason to take the record for a success. */
    @Test
    void leavesARecordOnHoldWhoseHeaderDidNotChange() {
        Book book = new Book("coded").put("order", LONG_AGO);
        book.line("order", "Brick");
        book.run("range=all&depth=deep");
        book.line("order", null);
        assertEquals(1, book.run("range=all&depth=deep").getInt("counts.onHold"));
        assertEquals(1, book.run("range=all").getInt("counts.onHold"));
        assertEquals("ON_HOLD", status(book, "order"));
        book.line("order", "Tile");
        book.run("range=changes");
        assertEquals("Tile", book.held("order").getString("lines[0].item"));
        assertEquals("SUCCESS", status(book, "order"));
        Counters.assertExact(book.route());
    }

    @Test
    void blocksWhatARuleOnLinesBlocks() {
        Book book = new Book("kept").put("known", LONG_AGO).put("harmless", LONG_AGO);
        book.line("known", "Brick");
        book.line("harmless", "Brick");
        book.run("range=all&depth=deep");
        Api.as("admin")
                .contentType("application/json")
                .body(
                        "{\"route\":\"" + book.route()
                                + "\",\"field\":\"lines.item\",\"operator\":\"eq\",\"value\":\"Dynamite\",\"effect\":\"BLOCK\"}")
                .post("/api/rules")
                .then()
                .statusCode(201);
        book.line("known", "Dynamite");
        book.rename("known", "renamed");
        book.rename("harmless", "renamed");
        book.put("new", LONG_AGO).line("new", "Dynamite");
        assertEquals(2, book.run("range=all").getInt("counts.blocked"));
        assertEquals(Set.of("harmless", "known"), book.delivered());
        assertEquals("known", book.held("known").getString("name"));
        assertEquals("renamed", book.held("harmless").getString("name"));
        book.rename("new", "renamed");
        assertEquals(2, book.run("range=all").getInt("counts.blocked"));
        assertEquals(Set.of("harmless", "known"), book.delivered());
    }

    /** {@code gl} is a column of deepQuery alone. */
    @Test
    void takesAColumnThatItDoesNotReadForUnknown() {
        Book book = new Book("costed").put("coded", LONG_AGO).put("without", LONG_AGO);
        book.line("coded", "4400");
        for (String query : new String[] {"range=all&depth=deep", "range=all", "range=changes"}) {
            book.run(query);
            assertEquals(Set.of("coded"), book.delivered(), query);
            assertEquals("SUCCESS", status(book, "coded"), query);
            assertEquals("ON_HOLD", status(book, "without"), query);
        }
        assertEquals(1, book.sent());
        book.rename("coded", "renamed");
        assertEquals(1, book.run("range=all").getInt("counts.updated"));
        assertEquals("4400", book.held("coded").getString("gl"));
        assertEquals(1, book.run("range=all").getInt("counts.unchanged"));
        assertEquals(1, book.run("range=all&depth=deep").getInt("counts.unchanged"));
    }

    /** Its deepQuery leaves out orders without lines, and gives one with two of them twice. */
    @Test
    void holdsWhatItCannotReadInWhole() {
        Book book =
                new Book("joined").put("whole", LONG_AGO).put("bare", LONG_AGO).put("doubled", LONG_AGO);
        book.line("whole", "Brick");
        book.line("doubled", "Brick").line(2, "doubled", "Tile");
        assertEquals(2, book.run("range=all").getInt("counts.onHold"));
        assertEquals(Set.of("whole"), book.delivered());
        assertTrue(reason(book, "bare").contains("deepQuery leaves it out"), reason(book, "bare"));
        assertTrue(reason(book, "doubled").contains("one row a record"), reason(book, "doubled"));
        book.line("bare", "Tile");
        book.line("doubled", "Tile");
        book.run("range=changes");
        assertEquals(Set.of("bare", "doubled", "whole"), book.delivered());
        Counters.assertExact(book.route());
    }

    /** Whatever happens at the source, no shallow run brings the target what a deep run would hold. */
    @Test
    void neverGoesFurtherThanADeepRunWould() {
        Random random = new Random(20_261_130);
        Book book = new Book("coded");
        Map<String, String> items = new HashMap<>();
        Set<String> wasSendable = new HashSet<>();
        for (int step = 0; step < 60; step++) {
            for (int change = random.nextInt(4); change >= 0; change--) {
                String name = "order " + random.nextInt(8);
                String item = random.nextInt(3) == 0 ? null : "item " + random.nextInt(5);
                if (items.put(name, item == null ? "" : item) == null) {
                    book.put(name, LONG_AGO.plusSeconds(step));
                }
                book.line(name, item);
                if (random.nextBoolean()) {
                    book.rename(name, "name " + step);
                }
            }
            items.forEach((name, item) -> {
                if (!item.isEmpty()) {
                    wasSendable.add(name);
                }
            });
            boolean isDeep = random.nextInt(4) == 0;
            Set<String> before = book.delivered();
            book.run(isDeep ? "range=all&depth=deep" : random.nextBoolean() ? "range=all" : "range=changes");
            for (String name : book.delivered()) {
                assertTrue(wasSendable.contains(name), step + ": " + name + " never had what is required");
                String item = book.held(name).getString("lines[0].item");
                assertTrue(item != null && !item.isEmpty(), step + ": " + name + " stands there without its item");
                if (!before.contains(name) || isDeep && !items.get(name).isEmpty()) {
                    assertEquals(items.get(name), item, step + ": " + name);
                }
            }
            Counters.assertExact(book.route());
        }
        assertTrue(book.delivered().size() > 4, "the changes were worth looking at");
    }

    private static String status(Book book, String name) {
        return Api.record(book.route(), book.key(name)).getString("status");
    }

    private static String reason(Book book, String name) {
        return Api.record(book.route(), book.key(name)).getString("reason");
    }
}
