package dev.syncline.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameContentTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    1                             | 1.0
                    12.50                         | "12.5"
                    12.50                         | "12.500"
                    null                          | null
                    true                          | true
                    "2026-03-29T00:00:00Z"        | "2026-03-29T02:00:00+02:00"
                    "2026-03-29T00:00:00.123456Z" | "2026-03-29T00:00:00.123Z"
                    "2026-03-29T00:00:00.900Z"    | "2026-03-29T00:00:00Z"
                    "2026-03-29T10:15"            | "2026-03-29 10:15:00"
                    {"a":1,"b":2}                 | {"b":2.0,"a":1,"own":"x"}
                    [1,{"a":"x"}]                 | [1.0,{"a":"x","id":7}]
                    "7"                           | 7
                    """)
    void takesAnotherWayOfWritingForTheSame(String source, String target) throws Exception {
        assertEquals(List.of(), fields(source, target));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    1                          | 2                             | f
                    1                          | null                          | f
                    null                       | ""                            | f
                    "007"                      | 7                             | f
                    1                          | true                          | f
                    "a"                        | "A"                           | f
                    "2026-03-29T00:00:00Z"     | "2026-03-29T00:00:00.5Z"      | f
                    "2026-03-29T00:00:00Z"     | "2026-03-29T00:00:00"         | f
                    {"a":{"b":1}}              | {"a":{"b":2}}                 | f.a.b
                    [{"no":1},{"no":2}]        | [{"no":1},{"no":3}]           | f[1].no
                    [1,2]                      | [1]                           | f
                    """)
    void namesTheFieldThatDiffers(String source, String target, String field) throws Exception {
        assertEquals(List.of(field), fields(source, target));
    }

    @Test
    void looksAtNothingButWhatIsSent() throws Exception {
        assertEquals(
                List.of("gone"),
                new SameContent(List.of("filled"))
                                .differences(
                                        JSON.readTree("{\"same\":1,\"filled\":\"ours\",\"gone\":2}"),
                                        JSON.readTree("{\"own\":3,\"filled\":\"theirs\",\"same\":1}"))
                                .stream()
                                .map(FieldDifference::field)
                                .toList());
    }

    private static List<String> fields(String source, String target) throws Exception {
        return new SameContent(List.of())
                .differences(JSON.readTree("{\"f\":" + source + "}"), JSON.readTree("{\"f\":" + target + "}")).stream()
                        .map(FieldDifference::field)
                        .toList();
    }
}
