package dev.syncline.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;

/** Makes the text of a value of a type that only the database knows. */
public interface ValueForm {
    /** @throws RuntimeException if the value is invalid for the type */
    String text(JsonNode value, ZoneId zone);
}
