package dev.syncline.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a retry may ask for.
 *
 * @param payload what to send instead of what the source has, this once; null for what the source has
 */
@RegisterForReflection
public record RetryBody(@Schema(type = SchemaType.OBJECT) JsonNode payload) {
    private static final int LARGEST = 1 << 20;

    /**
     * The payload as it is sent; null where there is none.
     *
     * @throws BadRequest when it is no JSON object, an empty one, or too large
     */
    String text() {
        if (payload == null || payload.isNull()) {
            return null;
        }
        if (!payload.isObject() || payload.isEmpty()) {
            throw new BadRequest("payload must be a JSON object with the record's fields, as GET /api/records/{route}/"
                    + "{key} shows it");
        }
        String text = payload.toString();
        int size = text.getBytes(StandardCharsets.UTF_8).length;
        if (size > LARGEST) {
            throw new BadRequest("payload has " + size + " bytes, " + LARGEST + " are the most");
        }
        return text;
    }
}
