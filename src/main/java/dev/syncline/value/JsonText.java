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

/** Parses JSON that a source gives as text, and the content of records. */
public final class JsonText {
    /** Deeper than PostgreSQL accepts JSON. */
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

    /** Returns a mapper for content and JSON of databases, which keeps all digits of numbers. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /**
     * Returns the text if it is exactly one JSON value; null if it is blank. Lone surrogates, which UTF-8 cannot
     * express, become escapes.
     *
     * @throws UnreadableValue if it is not JSON, as it would corrupt the message that includes it
     */
    public static RawJson parsed(String text) {
        if (text.isBlank()) {
            return null;
        }
        try (JsonParser parser = FACTORY.createParser(text)) {
            int depth = 0;
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new UnreadableValue("it is not JSON");
            }
            do {
                if (token == JsonToken.VALUE_NUMBER_FLOAT && JsonNumber.isBeyond(parser.getText())) {
                    throw new UnreadableValue("it has a number whose exponent is too long");
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                token = parser.nextToken();
            } while (depth > 0);
            if (token != null) {
                throw new UnreadableValue("it has text after the end of its JSON");
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableValue("it is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RawJson(Escaped.of(text));
    }
}
