package dev.syncline.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.judge.Verdict;
import dev.syncline.page.Row;
import dev.syncline.record.RecordStatus;
import dev.syncline.value.RawJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where content stands beside the key: nothing in it can be read as the key, the idempotency key or the operation. */
class FieldsBesideKeyTest {
    private static final Map<String, String> SYNC = Map.of(
            "system", "projects",
            "records", "updates",
            "key", "origin_id",
            "idempotencyKey", "idempotency_key",
            "operation", "_action",
            "upsert", "",
            "data", "");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FieldsBesideKey envelope = new FieldsBesideKey(HttpTarget.of(SYNC));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'_action': 'delete'}|_action",
                "{'name': 'x', '_action': null}|_action",
                "{'_ACTION': 'delete'}|_ACTION",
                "{' _action ': 'delete'}| _action ",
                "{'\\u005faction': 'delete'}|_action",
                "{'origin_id': 'V-2'}|origin_id",
                "{'origin_id': null}|origin_id",
                "{'origin_id': ['V-1']}|origin_id",
                "{'Origin_Id': 'V-2'}|Origin_Id",
                "{'idempotency_key': 'again'}|idempotency_key",
                "{'IDEMPOTENCY_KEY': 'again'}|IDEMPOTENCY_KEY",
                "{'_action': []}|_action",
                "{'_act\u0131on': 'delete'}|_act\u0131on",
                "{'\u0130dempotency_key': 'x', '_ACT\u0131ON': 1}|_ACT\u0131ON",
                "{'\u006frigin_\u0131d': 'V-2'}|origin_\u0131d",
                "{'lines': [{'no': 1}, {'_action': 'delete'}]}|_action",
                "{'lines': [{'parts': [{'idempotency_key': 'x'}]}]}|idempotency_key",
                "{'address': {'_action': 'delete'}}|_action",
            })
    void aFieldThatIsNamedAsOneOfTheCallIsRefused(String fields, String named) throws IOException {
        Map<?, ?> given = JSON.readValue(fields.replace('\'', '"'), LinkedHashMap.class);
        String problem = envelope.problem(row(given));
        assertNotNull(problem, fields);
        assertTrue(problem.contains("'" + named.strip()) || problem.contains(named), problem);
        assertTrue(problem.contains("not sent") && problem.contains("Rename"), problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"_action\":\"delete\"}]",
                "[{\"no\":1},{\"\\u005fACTION\":\"delete\"}]",
                "{\"deep\":{\"idempotency_key\":1}}",
                "{\"deep\":{\"idempotency_\u212aey\":1}}",
                "{\"deep\":{\"_act\u0131on\":1}}"
            })
    void theSameInChildrenThatTheSourceGaveAsText(String json) {
        assertNotNull(envelope.problem(row(Map.of("lines", new RawJson(json)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name': 'x'}",
                "{'action': 'delete'}",
                "{'name': '_action', 'note': 'origin_id'}",
                "{'lines': [{'origin_id': 'L-1', 'note': 'the _action of it'}]}",
                "{'operation': 'delete', 'key': 'V-2', 'idempotencyKey': 'x'}",
                "{'origin_id': 'V-1', 'name': 'the same key twice'}"
            })
    void whatCannotBeTakenForItGoes(String fields) throws IOException {
        assertNull(envelope.problem(row(JSON.readValue(fields.replace('\'', '"'), LinkedHashMap.class))));
    }

    @Test
    void aTextThatOnlyMentionsItGoes() {
        assertNull(envelope.problem(row(Map.of("lines", new RawJson("[{\"note\":\"_action \\\" \\u005f\"}]")))));
    }

    /** Whichever of two fields of one name a target takes, in whatever capitals, it is ours. */
    @Property
    void aCallSaysOfARecordOnlyWhatTheProgramSays(@ForAll("fields") Map<String, Object> fields) throws IOException {
        if (envelope.problem(row(fields)) != null) {
            return;
        }
        String content = JSON.writeValueAsString(fields);
        byte[] body = new BatchBody(HttpTarget.of(SYNC))
                .of(List.of(new Delivery(
                        SqlTarget.record(Verdict.UPSERT, "V-1", content, null, null, RecordStatus.SUCCESS))));
        List<String> said = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(body)) {
            for (int depth = 0; parser.nextToken() != null; ) {
                depth += parser.currentToken().isStructStart()
                        ? 1
                        : parser.currentToken().isStructEnd() ? -1 : 0;
                if (parser.currentToken() == JsonToken.FIELD_NAME && depth == 3) {
                    String name = parser.currentName().strip().toLowerCase(Locale.ROOT);
                    parser.nextToken();
                    if (List.of("_action", "idempotency_key", "origin_id").contains(name)) {
                        said.add(name + " " + parser.getText());
                    }
                    parser.skipChildren();
                }
            }
        }
        assertTrue(
                said.stream().filter(text -> text.startsWith("origin_id")).allMatch("origin_id V-1"::equals),
                "" + said);
        assertEquals(
                1,
                said.stream().filter(text -> text.startsWith("idempotency_key")).count(),
                "" + said);
        assertEquals(0, said.stream().filter(text -> text.startsWith("_action")).count(), "" + said);
    }

    @Provide
    Arbitrary<Map<String, Object>> fields() {
        Arbitrary<String> names = Arbitraries.of(
                "_action", "_Action", "origin_id", "ORIGIN_ID", " origin_id", "idempotency_key", "name", "no", "id");
        Arbitrary<Object> values = Arbitraries.of("V-1", "V-2", "delete", 1, true, List.of(), Map.of("_action", 1));
        return Arbitraries.maps(names, values).ofMaxSize(4);
    }

    private static Row row(Map<?, ?> fields) {
        Map<String, Object> named = new LinkedHashMap<>();
        fields.forEach((name, value) -> named.put(name.toString(), value));
        return new Row("V-1", null, named, false);
    }
}
