package dev.syncline.api.records;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.api.http.BadRequest;
import dev.syncline.page.Keys;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of the call that retries a record.
 *
 * @param payload what to send once instead of the source's row; null to send the source's row
 */
@RegisterForReflection
public record RetryBody(@Schema(type = SchemaType.OBJECT) JsonNode payload) {
    private static final int LARGEST = 1 << 20;
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Refuses a payload that changes the record's key.
     *
     * @param names the fields that its key is made of
     * @throws BadRequest if the payload has another key, or spells a field of it in another case
     */
    void refuseAnotherKey(List<String> names, String key) {
        if (payload == null || !payload.isObject()) {
            return;
        }
        List<String> parts = Keys.split(key, names.size()).orElse(List.of());
        payload.fields().forEachRemaining(field -> {
            for (int i = 0; i < parts.size(); i++) {
                String name = names.get(i);
                if (field.getKey().equalsIgnoreCase(name)
                        && !(field.getKey().equals(name) && isPart(field.getValue(), parts.get(i)))) {
                    throw new BadRequest("payload has '" + field.getKey() + "': " + field.getValue() + ", but " + name
                            + " tells which record it is, and is '" + parts.get(i)
                            + "'. Leave it as it is; another record is corrected under its own key");
                }
            }
        });
    }

    private static boolean isPart(JsonNode value, String part) {
        String text = value.isNumber() ? Keys.part(value.decimalValue()) : value.asText();
        return text.equals(part) || Keys.ofNumber(text).equals(Keys.ofNumber(part));
    }

    /**
     * Returns the payload with its numbers exactly as written; null if the call has none.
     *
     * @param body the text that this was read from
     * @throws BadRequest if it is not a JSON object, is empty, or is too large
     */
    String text(String body) {
        if (payload == null || payload.isNull()) {
            return null;
        }
        if (!payload.isObject() || payload.isEmpty()) {
            throw new BadRequest("payload must be a JSON object with the record's fields, as GET /api/records/{route}/"
                    + "{key} shows it");
        }
        String text = written(body);
        int size = text.getBytes(StandardCharsets.UTF_8).length;
        if (size > LARGEST) {
            throw new BadRequest("payload has " + size + " bytes, " + LARGEST + " are the most");
        }
        return text;
    }

    private static String written(String body) {
        String written = null;
        try (JsonParser parser = JSON.createParser(body)) {
            parser.nextToken();
            for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
                parser.nextToken();
                int begin = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                if (field.equals("payload")) {
                    written =
                            body.substring(begin, (int) parser.currentLocation().getCharOffset());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: it was parsed before
        }
        return written;
    }
}
