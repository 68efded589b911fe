package dev.syncline.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.syncline.secret.Secrets;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An element of a list.
 *
 * @param value texts, booleans, null, numbers as they are written ({@link JsonNumber}), lists and maps; incomplete
 *     if it is too large
 * @param problem why the value is not what the system sent; null if it is
 * @param length the approximate number of its characters that are kept
 */
public record Element(Object value, String problem, long length) {
    /** Returns a field, with {@code a.b} for the field b of a; null if it is missing. */
    public Object field(String name) {
        return within(value, name);
    }

    private static Object within(Object value, String name) {
        if (!(value instanceof Map<?, ?> fields)) {
            return null;
        }
        Object field = fields.get(name);
        for (int dot = name.indexOf('.'); field == null && dot > 0; dot = name.indexOf('.', dot + 1)) {
            field = within(fields.get(name.substring(0, dot)), name.substring(dot + 1));
        }
        return field;
    }
}
