package dev.syncline.console.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.api.http.BadRequest;
import dev.syncline.console.records.RecordDetail.Difference;
import dev.syncline.console.records.RecordDetail.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {
    private static final String JSON =
            "{\"no\":\"V-1\",\"name\":\"Müller\\nSohn\",\"limit\":1234567890.10,\"big\":1E+400,"
                    + "\"active\":true,\"note\":null,\"lines\":[{\"q\":1.50}]}";

    @Test
    void aFormThatIsSentAsItWasChangesNothing() {
        Payload payload = Payload.of(JSON);
        Map<String, String> form = payload.fields(Set.of("no")).stream()
                .collect(Collectors.toMap(Field::input, field -> field.value().replace("\n", "\r\n")));
        Payload edited = payload.edited(form);
        assertTrue(edited.isSame(payload));
        assertEquals(JSON, edited.json());
    }

    @Test
    void keysAreShownAndNotEdited() {
        List<String> keys = Payload.of(JSON).fields(Set.of("no")).stream()
                .filter(Field::isKey)
                .map(Field::name)
                .toList();
        assertEquals(List.of("no"), keys);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name   | O'Neil      | \"name\":\"O'Neil\"",
                "name   | 12          | \"name\":\"12\"",
                "limit  | 0.10        | \"limit\":0.10",
                "active | false       | \"active\":false",
                "note   | x           | \"note\":\"x\"",
                "lines  | [{\"q\":2}] | \"lines\":[{\"q\":2}]"
            })
    void aFieldStaysOfItsKind(String field, String written, String json) {
        String edited =
                Payload.of(JSON).edited(Map.of("field." + field, written)).json();
        assertTrue(edited.contains(json), edited);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit", "lines"})
    void saysWhatIsNotOfTheFieldsKind(String field) {
        Payload payload = Payload.of(JSON);
        Map<String, String> form = Map.of("field." + field, "much {");
        assertTrue(assertThrows(BadRequest.class, () -> payload.edited(form))
                .getMessage()
                .startsWith(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[1]", "{", "null", "{\"a\":1}{"})
    void whatIsNoRecordHasNoFields(String json) {
        assertTrue(Payload.of(json).isEmpty());
    }

    @Test
    void showsWhatDiffersFromWhatTheTargetHas() {
        assertEquals(
                List.of(new Difference("a", "1", "2"), new Difference("c", "", "x")),
                Payload.of("{\"a\":2,\"b\":true,\"c\":\"x\"}").differences(Payload.of("{\"a\":1,\"b\":true}")));
    }
}
