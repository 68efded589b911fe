package dev.syncline.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;

/** Makes the text by which a database reads a value of a type that it alone knows. */
public interface ValueForm {
    /** @throws RuntimeException when the type has no such value */
    String text(JsonNode value, ZoneId zone);
}
