package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.AnswerMutations;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.Partner;
import dev.syncline.support.Partner.Body;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Answers of sources and targets, changed at random, the same each time: whatever they say, a run ends, what is SUCCESS is
 * at the target, no living record is deleted, and each record that the source gave is accounted for. When the answers are
 * right again, the next run brings everything in step.
 */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Partner.Profile.class)
@QuarkusTestResource(SandboxTestResource.class)
class HttpMutationTest {
    private static final int RECORDS = 30;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database hub = Database.hub();

    @ParameterizedTest
    @CsvSource({"partner-mutants-to-taker, 500, 17", "partner-mutants-to-quiet, 300, 4711"})
    void whatIsWrongInPagesAndResultsCostsNoMoreThanItself(String route, int mutations, long seed) {
        AnswerMutations mutate = new AnswerMutations(seed);
        while (mutate.count() < mutations) {
            mutate.nextRound();
            Partner partner = new Partner(route).fill(RECORDS).refuses(key -> key.endsWith("7"));
            AtomicInteger given = new AtomicInteger();
            partner.answers((call, said) -> {
                Body body = mutate.of(call, said);
                if (call.kind().equals("records")) {
                    given.addAndGet(records(body));
                }
                return body;
            });
            JsonPath run = Api.run(route, "range=all");
            assertEnds(run, given.get(), mutate);
            assertNothingIsSuccessThatIsNotThere(partner, mutate);
            partner.answers((call, said) -> Body.json(said));
            JsonPath next = Api.run(route, "range=all");
            assertTrue(Set.of("SUCCESS", "PARTIAL").contains(next.getString("status")), next.prettify());
            Set<String> delivered = new TreeSet<>(delivered(route));
            for (int n = 1; n <= RECORDS; n++) {
                assertEquals(
                        n % 10 != 7, delivered.contains("K-" + n), "K-" + n + " after " + mutate + next.prettify());
                assertEquals(n % 10 != 7, partner.taken().containsKey("K-" + n), "K-" + n + " after " + mutate);
            }
            assertNothingIsSuccessThatIsNotThere(partner, mutate);
        }
    }

    @ParameterizedTest
    @CsvSource({"partner-mutants-to-taker, 200, 99"})
    void whatIsWrongInLookupsDeletesNobody(String route, int mutations, long seed) {
        AnswerMutations mutate = new AnswerMutations(seed);
        Partner partner = new Partner(route).fill(RECORDS);
        assertEquals("SUCCESS", Api.run(route, "range=all").getString("status"));
        String keys = partner.records().stream()
                .map(record -> "keys=" + record.path("key").asText())
                .collect(Collectors.joining("&"));
        partner.answers((call, said) -> call.kind().equals("lookup") ? mutate.of(call, said) : Body.json(said));
        while (mutate.count() < mutations) {
            mutate.nextRound();
            JsonPath run = Api.run(route, keys);
            assertNotNull(run.getString("finishedAt"), run.prettify());
            assertEquals(RECORDS, partner.taken().size(), "after " + mutate + run.prettify());
            assertEquals(0, run.getInt("counts.deleted"), "after " + mutate + run.prettify());
            assertNothingIsSuccessThatIsNotThere(partner, mutate);
        }
    }

    private static void assertEnds(JsonPath run, int given, AnswerMutations mutate) {
        assertNotNull(run.getString("finishedAt"), run.prettify());
        if (run.getString("status").equals("FAILED")) {
            assertTrue(run.getString("reason").length() > 20, run.prettify());
            return;
        }
        assertEquals(given, run.getInt("counts.read"), "after " + mutate + run.prettify());
        int sum = 0;
        for (String count : List.of("created", "updated", "unchanged", "failed", "blocked", "onHold")) {
            sum += run.getInt("counts." + count);
        }
        assertEquals(run.getInt("counts.read"), sum, run.prettify());
        boolean isSuccess = run.getInt("counts.failed") == 0;
        assertEquals(isSuccess ? "SUCCESS" : "PARTIAL", run.getString("status"), run.prettify());
    }

    private void assertNothingIsSuccessThatIsNotThere(Partner partner, AnswerMutations mutate) {
        List<String> delivered = delivered(partner.route());
        assertTrue(partner.taken().keySet().containsAll(delivered), () -> {
            delivered.removeAll(partner.taken().keySet());
            return delivered + " after " + mutate;
        });
    }

    private List<String> delivered(String route) {
        return hub.column(
                String.class,
                "select key from sync_record where status = 1 and action <> 4"
                        + " and route = (select id from sync_route where name = ?)",
                route);
    }

    /** How many records an answer gives, as far as it is an answer. */
    private static int records(Body body) {
        try {
            return JSON.readTree(AnswerMutations.text(body)).path("records").size();
        } catch (java.io.IOException e) {
            return 0;
        }
    }
}
