package dev.syncline.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.deliver.Answer.Result;
import dev.syncline.json.Element;
import dev.syncline.judge.Verdict;
import dev.syncline.record.RecordStatus;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpTargetTest {
    private final HttpTarget target = target(Map.of());

    private static HttpTarget target(Map<String, String> others) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("system", "shop");
        parameters.put("operation", "op");
        parameters.put("status", "status");
        parameters.put("reason", "reason");
        parameters.put("ref", "id");
        parameters.put("key", "key");
        parameters.putAll(others);
        return HttpTarget.of(parameters);
    }

    /** A word that says the contrary of what was asked for is no success. */
    @ParameterizedTest
    @CsvSource({
        "UPSERT, created, CREATED",
        "UPSERT, ' Updated ', UPDATED",
        "UPSERT, unchanged, UNCHANGED",
        "UPSERT, deactivated, UPDATED",
        "UPSERT, deleted, REFUSED",
        "UPSERT, refused, REFUSED",
        "UPSERT, done, REFUSED",
        "UPSERT, '', REFUSED",
        "DELETE, deleted, DELETED",
        "DELETE, deactivated, DELETED",
        "DELETE, updated, UPDATED",
        "DELETE, unchanged, UNCHANGED",
        "DELETE, CREATED, REFUSED",
        "DEACTIVATE, updated, UPDATED",
        "DEACTIVATE, deactivated, DELETED",
        "DEACTIVATE, created, REFUSED"
    })
    void aStatusIsTakenForWhatWasAskedFor(Verdict verdict, String word, Result result) {
        Answer answer = answer(target, verdict, Map.of("key", "1", "status", word, "id", "T-1"));
        assertEquals(result, answer.result(), answer.reason());
        if (result == Result.REFUSED && !word.equals("refused")) {
            assertTrue(answer.reason().startsWith("System shop answered"), answer.reason());
            assertTrue(answer.reason().contains("'" + word.toLowerCase(java.util.Locale.ROOT) + "'"), answer.reason());
            assertTrue(answer.canHeal(), "the next run asks again");
        }
    }

    @ParameterizedTest
    @CsvSource({"state.name, state.id", "state, number"})
    void fieldsOfObjectsInAResultAreNamedWithDots(String status, String ref) {
        HttpTarget nested = target(Map.of("status", status, "ref", ref, "key", "record.key"));
        Object state = status.equals("state") ? "created" : Map.of("name", "created", "id", 7);
        Map<String, Object> result = Map.of("record", Map.of("key", "K"), "state", state, "number", 7);
        assertEquals("K", nested.key(new Element(result, null, 10)));
        Answer answer = answer(nested, Verdict.UPSERT, result);
        assertEquals(Result.CREATED, answer.result(), answer.reason());
        assertEquals("7", answer.ref());
    }

    private static Answer answer(HttpTarget target, Verdict verdict, Map<String, Object> result) {
        return target.answer(
                new Element(result, null, 10), SqlTarget.record(verdict, "1", "{}", null, "R", RecordStatus.SUCCESS));
    }
}
