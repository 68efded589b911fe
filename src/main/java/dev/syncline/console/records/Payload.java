package dev.syncline.console.records;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.syncline.api.http.BadRequest;
import dev.syncline.console.records.RecordDetail.Difference;
import dev.syncline.console.records.RecordDetail.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is to be sent of a record, as the fields of a form and back. A field stays of the kind that it is. */
final class Payload {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));
    private static final String PREFIX = "field.";

    private final ObjectNode content;

    private Payload(ObjectNode content) {
        this.content = content;
    }

    /** Of text that is no JSON object, one without fields. */
    static Payload of(String json) {
        try {
            return new Payload(
                    json != null && JSON.readTree(json) instanceof ObjectNode object
                            ? object
                            : JSON.createObjectNode());
        } catch (JsonProcessingException e) {
            return new Payload(JSON.createObjectNode());
        }
    }

    boolean isEmpty() {
        return content.isEmpty();
    }

    /** @param keys the fields that say which record it is */
    List<Field> fields(Set<String> keys) {
        List<Field> fields = new ArrayList<>();
        content.fields()
                .forEachRemaining(field -> fields.add(new Field(
                        field.getKey(),
                        PREFIX + field.getKey(),
                        kind(field.getValue()),
                        lines(text(field.getValue())),
                        keys.contains(field.getKey()))));
        return fields;
    }

    /**
     * The same with what a form says. A field that the form does not have stays as it is.
     *
     * @param form the first value of each name
     * @throws BadRequest when what was written is not of the kind that the field is
     */
    Payload edited(Map<String, String> form) {
        ObjectNode edited = content.deepCopy();
        content.fields().forEachRemaining(field -> {
            String written = lines(form.get(PREFIX + field.getKey()));
            if (written != null && !written.equals(lines(text(field.getValue())))) {
                edited.set(field.getKey(), value(field.getKey(), field.getValue(), written));
            }
        });
        return new Payload(edited);
    }

    boolean isSame(Payload other) {
        return content.equals(other.content);
    }

    String json() {
        return content.toString();
    }

    /** The fields that differ from those at the target; all fields if the target has no such record. */
    List<Difference> differences(Payload there) {
        List<Difference> differences = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        content.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode before = there.content.path(name);
            JsonNode after = content.path(name);
            if (!before.equals(after)) {
                differences.add(new Difference(name, before.isMissingNode() ? "" : text(before), text(after)));
            }
        }
        return differences;
    }

    int size() {
        return content.size();
    }

    private static JsonNode value(String name, JsonNode before, String written) {
        try {
            return switch (kind(before)) {
                case "TEXT" -> TextNode.valueOf(written);
                case "NOTHING" -> written.isBlank() ? before : TextNode.valueOf(written);
                case "NUMBER" -> DecimalNode.valueOf(new BigDecimal(written.strip()));
                case "BOOLEAN" -> BooleanNode.valueOf(written.equals("true"));
                default -> JSON.readTree(written);
            };
        } catch (NumberFormatException e) {
            throw new BadRequest(name + " is '" + written + "', and must be a number. Go back and correct it");
        } catch (JsonProcessingException e) {
            throw new BadRequest(
                    name + " must be JSON, as it was: " + e.getOriginalMessage() + ". Go back and correct it");
        }
    }

    /** Browsers end lines their own way. */
    private static String lines(String text) {
        return text == null ? null : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String kind(JsonNode value) {
        return value.isTextual()
                ? "TEXT"
                : value.isNumber() ? "NUMBER" : value.isBoolean() ? "BOOLEAN" : value.isNull() ? "NOTHING" : "JSON";
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toPrettyString();
    }
}
