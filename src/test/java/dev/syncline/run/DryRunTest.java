package dev.syncline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Book;
import dev.syncline.support.Database;
import dev.syncline.support.Ledger;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A dry run names what a run would do, field by field, and does nothing. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class DryRunTest {
    private static final Instant LONG_AGO = Instant.parse("2020-02-02T02:02:02Z");

    private final Database hub = Database.hub();

    @Test
    void namesEachRecordFieldByFieldSendsNothingAndWritesNothingButItsOwnRun() {
        Book book = new Book("instants");
        for (String name : List.of("kept", "renamed", "relined", "removed", "closed")) {
            book.put(name, LONG_AGO);
        }
        book.line("kept", "spade");
        book.line("relined", "shovel");
        book.run("range=all&depth=deep");
        book.rename("closed", "a change that a shallow run brings");
        book.run("range=all");

        book.rename("renamed", "another name");
        book.line("relined", "bucket");
        book.remove("removed");
        book.put("added", book.now());
        Map<String, Object> would = assertNoEffect(book, "range=all&depth=deep");
        assertEquals(
                Map.of(
                        book.key("renamed"), Map.of("UPDATED", List.of(change("name", "renamed", "another name"))),
                        book.key("relined"),
                                Map.of(
                                        "UPDATED",
                                        List.of(change("lines", List.of(line("shovel")), List.of(line("bucket")))))),
                retain(would, book.key("renamed"), book.key("relined")));
        assertTrue(would.get(book.key("removed")).toString().startsWith("{DELETED="), would.toString());
        assertTrue(would.get(book.key("removed")).toString().contains("before=removed, after=null"), would.toString());
        assertTrue(would.get(book.key("added")).toString().startsWith("{CREATED="), would.toString());
        assertTrue(would.get(book.key("added")).toString().contains("before=null, after=added"), would.toString());
        assertEquals(4, would.size(), would.toString());

        assertEquals(1, assertNoEffect(book, "keys=" + book.key("removed")).size());
        assertEquals(
                Set.of(book.key("added")), assertNoEffect(book, "range=changes").keySet());
        assertEquals(would, changes(book.run("range=all&depth=deep")), "it happens as it was said");
    }

    @Test
    void tellsOnceOfWhatGoesBecauseWhatWasMissingIsThere() {
        Book book = new Book("judged");
        book.put("first", LONG_AGO).put("second", LONG_AGO);
        String set = "update orders set name = ? where book = ? and order_no = ?";
        Ledger.database().execute(set, "", book.route(), book.key("first"));
        assertEquals(1, book.run("range=all").getInt("counts.onHold"));
        Ledger.database().execute(set, "filled in", book.route(), book.key("first"));
        for (String range : List.of("range=all", "range=changes", "range=today")) {
            assertEquals(
                    List.of(book.key("first")),
                    List.copyOf(assertNoEffect(book, range).keySet()),
                    range);
        }
        assertEquals(1, book.run("range=today").getInt("counts.created"));
    }

    @Test
    void namesWhatItWouldKeepBackAndWhatWasRefusedWithTheReason() {
        Book book = new Book("judged");
        book.put("refused", LONG_AGO);
        Api.fault("relay", book.route(), "refuse-record", "match", book.key("refused"), "times", 1);
        assertEquals(1, Api.run(book.route(), "range=all").getInt("counts.failed"));
        book.put("goes", LONG_AGO).put("nameless", LONG_AGO);
        Ledger.database()
                .execute(
                        "update orders set name = '' where book = ? and order_no = ?",
                        book.route(),
                        book.key("nameless"));
        for (int i = 0; i < 2; i++) { // the second time the table says so already
            JsonPath run = Api.run(book.route(), "range=all&dryRun=true");
            assertEquals(3, run.getInt("counts.read"), run.prettify());
            Map<String, Map<String, Object>> items = items(run, "");
            assertEquals(3, items.size(), items.toString());
            assertEquals("CREATED", items.get(book.key("goes")).get("action"));
            assertEquals("SUCCESS", items.get(book.key("goes")).get("status"));
            assertKeptBack(items.get(book.key("refused")), "FAILED", "refused");
            assertKeptBack(items.get(book.key("nameless")), "ON_HOLD", "'name' is missing");
            assertEquals(
                    Set.of(book.key("nameless")), items(run, "&status=ON_HOLD").keySet());
            assertEquals(
                    List.of(book.key("goes")),
                    Api.as("viewer")
                            .get("/api/documents?run=" + run.getLong("id"))
                            .as(Reply.class)
                            .getList("items.key"),
                    "the log of documents is of what is done");
            if (i == 0) {
                book.run("keys=" + book.key("nameless"));
            }
        }
    }

    @Test
    void namesTheDeletionsThatItWouldHold() {
        Book book = new Book("guarded").fill(10);
        assertEquals(10, book.run("range=all&depth=deep").getInt("counts.created"));
        for (int i = 1; i <= 5; i++) {
            book.remove(Integer.toString(i));
        }
        JsonPath run = book.run("range=all&depth=deep&dryRun=true");
        Map<String, Map<String, Object>> items = items(run, "");
        assertEquals(5, items.size(), items.toString());
        items.values().forEach(item -> assertKeptBack(item, "ON_HOLD", "deleteGuard"));
        assertEquals(5, run.getInt("counts.onHold"), run.prettify());
        assertEquals(10, run.getInt("counts.read"), run.prettify());
        JsonPath real = book.run("range=all&depth=deep");
        assertEquals(real.getMap("counts"), run.getMap("counts"), "counts as the run does");
    }

    private static void assertKeptBack(Map<String, Object> item, String status, String reason) {
        assertEquals(status, item.get("status"), item.toString());
        assertTrue(String.valueOf(item.get("reason")).contains(reason), item.toString());
        assertEquals(null, item.get("action"), item.toString());
        assertEquals(List.of(), item.get("fields"), item.toString());
    }

    /** @return what it would do: key to action to fields */
    private Map<String, Object> assertNoEffect(Book book, String query) {
        int sent = book.sent();
        Map<String, String> before = tables(0);
        JsonPath run = book.run("dryRun=true&" + query);
        assertEquals(before, tables(run.getLong("id")), query);
        assertEquals(sent, book.sent(), query);
        Map<String, Object> changes = changes(run);
        assertEquals(
                changes.size(),
                run.getInt("counts.created")
                        + run.getInt("counts.updated")
                        + run.getInt("counts.deleted")
                        + run.getInt("counts.failed")
                        + run.getInt("counts.blocked")
                        + run.getInt("counts.onHold"),
                run.prettify());
        return changes;
    }

    private static Map<String, Object> changes(JsonPath run) {
        Map<String, Object> changes = new TreeMap<>();
        items(run, "").forEach((key, item) -> changes.put(key, Map.of(item.get("action"), item.get("fields"))));
        return changes;
    }

    /** Each record that the run names, by key. */
    private static Map<String, Map<String, Object>> items(JsonPath run, String query) {
        List<Map<String, Object>> items = Api.as("viewer")
                .get("/api/runs/" + run.getLong("id") + "/changes?limit=500" + query)
                .as(Reply.class)
                .getList("items");
        Map<String, Map<String, Object>> byKey = new TreeMap<>();
        for (Map<String, Object> item : items) {
            assertEquals(null, byKey.put((String) item.get("key"), item), "named twice: " + item);
        }
        return byKey;
    }

    /** Each table of the hub in one hash, but for what belongs to the run and for the signs of life of processes. */
    private Map<String, String> tables(long run) {
        Map<String, String> hashes = new TreeMap<>();
        for (String table : hub.column(
                String.class,
                """
                select relname from pg_class
                where relkind in ('r', 'p') and not relispartition and relname like 'sync\\_%'
                  and relname not like 'sync\\_replica%'
                  and relname <> 'sync_horizon' -- what was open at the source, whoever looks there""")) {
            String others =
                    switch (table) {
                        case "sync_run" -> "id <> " + run;
                        case "sync_work_part" -> "(kind, item) is distinct from ('RUN', " + run + ")";
                        case "sync_document_log" -> "run_id <> " + run;
                        case "sync_audit" -> "detail not like 'run " + run + ",%'";
                        default -> "true";
                    };
            hashes.put(
                    table,
                    hub.value(
                            String.class,
                            "select md5(string_agg(h, '' order by h)) from (select md5(t::text) h from " + table
                                    + " t where " + others + ") hashes"));
        }
        assertTrue(hashes.size() > 5, hashes.toString());
        return hashes;
    }

    private static Map<String, Object> change(String field, Object before, Object after) {
        return Map.of("field", field, "before", before, "after", after);
    }

    private static Map<String, Object> line(String item) {
        return Map.of("no", 1, "item", item);
    }

    private static Map<String, Object> retain(Map<String, Object> map, String... keys) {
        Map<String, Object> some = new HashMap<>(map);
        some.keySet().retainAll(List.of(keys));
        return some;
    }
}
