package dev.syncline.secret;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Masks secrets in the texts and names of records for people. The result is valid JSON. Delivered data is not changed.
 */
public final class MaskedJson {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);

    private MaskedJson() {}

    /** Returns the text itself if it contains no secret; null for null. */
    public static String of(String json) {
        if (!Secrets.isIn(json)) {
            return json;
        }
        try {
            return of(JSON.readTree(json)).toString();
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(Secrets.masked(json)).toString();
        }
    }

    /** Returns the node itself if it contains no secret; null for null. */
    public static JsonNode of(JsonNode node) {
        return node == null || !Secrets.isIn(node.toString()) ? node : masked(node);
    }

    /** Returns the fields themselves if they contain no secret. */
    public static Map<String, Object> of(Map<String, Object> fields) {
        return Secrets.isIn(fields.toString()) ? masked(fields) : fields;
    }

    private static Map<String, Object> masked(Map<?, ?> fields) {
        Map<String, Object> masked = new LinkedHashMap<>();
        fields.forEach((name, value) -> masked.put(Secrets.masked(String.valueOf(name)), maskedValue(value)));
        return masked;
    }

    private static Object maskedValue(Object value) {
        if (value instanceof Map<?, ?> fields) {
            return masked(fields);
        } else if (value instanceof List<?> list) {
            return list.stream().map(MaskedJson::maskedValue).toList();
        }
        return value instanceof String text ? Secrets.masked(text) : value;
    }

    private static JsonNode masked(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode masked = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> masked.set(Secrets.masked(field.getKey()), masked(field.getValue())));
            return masked;
        } else if (node instanceof ArrayNode array) {
            ArrayNode masked = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> masked.add(masked(element)));
            return masked;
        }
        return node.isTextual() ? TextNode.valueOf(Secrets.masked(node.textValue())) : node;
    }
}
