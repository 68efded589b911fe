package dev.syncline.api.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.syncline.json.Escaped;
import dev.syncline.json.JsonNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;

/** Reads the JSON body of a call. */
@ApplicationScoped
public class JsonBody {
    private final ObjectMapper json;

    public JsonBody(ObjectMapper json) {
        // No digit of a number in an edited payload is lost.
        this.json = json.copy()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
    }

    /**
     * Returns the body as an object of that type; null if it is null or empty.
     *
     * @throws BadRequest if it is not JSON, has unknown fields, values of a wrong type, or text that no database can
     *     store
     */
    public <T> T read(String body, Class<T> type) {
        if (body == null || body.isBlank()) {
            return null;
        }
        try {
            checkText(body);
            return json.readValue(body, type);
        } catch (UnrecognizedPropertyException e) {
            throw new BadRequest("The body has a field '" + e.getPropertyName() + "', which is unknown. Fields are "
                    + e.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        } catch (JsonProcessingException e) {
            throw new BadRequest("The body is not JSON of the expected form: " + e.getOriginalMessage());
        }
    }

    private void checkText(String body) throws JsonProcessingException {
        try (JsonParser parser = json.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isNumeric() && JsonNumber.isBeyond(parser.getText())) {
                    throw new BadRequest("The body has the number " + Escaped.bounded(parser.getText(), 100)
                            + ", whose exponent is too long");
                }
                boolean isText = token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING;
                if (isText && !Escaped.isStorable(parser.getText())) {
                    throw new BadRequest("The body has a NUL character or half of a character in '"
                            + Escaped.bounded(parser.getText(), 100) + "', which cannot be stored. Remove it");
                }
            }
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
