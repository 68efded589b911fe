package dev.syncline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Book;
import dev.syncline.support.Counters;
import dev.syncline.support.Ledger;
import dev.syncline.support.Reconciliations;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A deepQuery that joins the lines does not give an order without any: that order is not gone. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class DeepLookUpsTest {
    private static final Instant LONG_AGO = Instant.parse("2024-02-02T02:02:02Z");

    private final Book book = new Book("joined");

    /** Two orders with a line, delivered; one loses its line, the other is deleted at the source. */
    private void delivered() {
        book.put("bare", LONG_AGO).put("gone", LONG_AGO);
        book.line("bare", "Brick");
        book.line("gone", "Brick");
        assertEquals(2, book.run("range=all&depth=deep").getInt("counts.created"));
        book.bare("bare");
        book.remove("gone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deep", "shallow"})
    void aRunOverKeysDeletesWhatIsGoneAlone(String depth) {
        delivered();
        JsonPath run = book.run("keys=" + book.key("bare") + "&keys=" + book.key("gone") + "&depth=" + depth);
        assertEquals(1, run.getInt("counts.deleted"), run.prettify());
        assertEquals("The source does not have 1 of the keys: " + book.key("gone"), run.getString("reason"));
        assertEquals(Set.of("bare"), book.delivered());
        if (depth.equals("deep")) {
            assertHeld();
        }
        Counters.assertExact(book.route());
    }

    /** It is on hold after the run over keys, and each run after that looks for it again. */
    @ParameterizedTest
    @ValueSource(strings = {"range=changes", "range=changes&depth=deep", "range=all&depth=deep"})
    void whatWasHeldIsLookedForAndNotDeleted(String query) {
        delivered();
        book.run("keys=" + book.key("bare") + "&depth=deep");
        assertHeld();
        book.run(query);
        assertTrue(book.delivered().contains("bare"));
        assertHeld();
        book.line("bare", "Tile");
        book.run("range=changes");
        assertEquals("Tile", book.held("bare").getString("lines[0]"));
        assertEquals("SUCCESS", record().getString("status"));
        Counters.assertExact(book.route());
    }

    @Test
    void aRetryDeletesNothingThatTheSourceHas() {
        delivered();
        book.run("keys=" + book.key("bare") + "&depth=deep");
        long retry = Api.as("operator")
                .post("/api/records/" + book.route() + "/" + book.key("bare") + "/retry")
                .as(Reply.class)
                .getLong("id");
        JsonPath run = Api.ended(retry);
        assertEquals(0, run.getInt("counts.deleted"), run.prettify());
        assertNull(run.getString("reason"), "the source has it");
        assertTrue(book.delivered().contains("bare"));
        assertHeld();
        Counters.assertExact(book.route());
    }

    /** A reconciliation that reads deep says that it cannot compare the record, and a repair does not delete it. */
    @Test
    void aReconciliationTakesItForNoneThatTheTargetHasTooMuch() {
        delivered();
        Map<String, Map<String, Object>> found =
                Reconciliations.differences(Reconciliations.of(book.route(), "depth=deep&range=all&repair=true"));
        assertTrue(book.delivered().contains("bare"));
        Map<String, Object> bare = found.get(book.key("bare"));
        assertTrue(bare == null || !"extra".equals(bare.get("kind")), String.valueOf(bare));
        assertEquals("extra", found.get(book.key("gone")).get("kind"), found.toString());
    }

    private void assertHeld() {
        assertEquals("ON_HOLD", record().getString("status"));
        assertTrue(record().getString("reason").contains("deepQuery leaves it out"), record().getString("reason"));
    }

    private JsonPath record() {
        return Api.record(book.route(), book.key("bare"));
    }
}
