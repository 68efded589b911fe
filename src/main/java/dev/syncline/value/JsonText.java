package dev.syncline.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import dev.syncline.json.Escaped;
import dev.syncline.json.JsonNumber;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON that a source gives as text, and how the content of records is read again. */
public final class JsonText {
    /** Deeper than any value that PostgreSQL takes for JSON. */
    private static final int DEEPEST = 10_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final ObjectMapper MAPPER = new ObjectMapper(FACTORY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);

    private JsonText() {}

    /** Reads what {@code Content} wrote and what databases hold: no digit of a number is lost, however many it has. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /**
     * The text, when it is one JSON value and nothing else; null when it is blank. Halves of characters, which UTF-8
     * cannot hold, become escapes.
     *
     * @throws UnreadableValue when it is no JSON: put into a message as it is, it would be read as something else
     */
    public static RawJson parsed(String text) {
        if (text.isBlank()) {
            return null;
        }
        try (JsonParser parser = FACTORY.createParser(text)) {
            int depth = 0;
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new UnreadableValue("it is no JSON");
            }
            do {
                if (token == JsonToken.VALUE_NUMBER_FLOAT && JsonNumber.isBeyond(parser.getText())) {
                    throw new UnreadableValue("it has a number whose exponent is too long");
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                token = parser.nextToken();
            } while (depth > 0);
            if (token != null) {
                throw new UnreadableValue("it has more behind the end of its JSON");
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableValue("it is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RawJson(Escaped.of(text));
    }
}
