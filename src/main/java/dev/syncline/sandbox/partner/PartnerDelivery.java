package dev.syncline.sandbox.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.sandbox.call.SandboxJson;
import dev.syncline.sandbox.call.SandboxProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A record as it is delivered to a partner system.
 *
 * @param content the stored data as JSON text, without {@code active}, which is stored apart
 */
record PartnerDelivery(String key, String idempotencyKey, Operation operation, ObjectNode data, String content) {
    enum Operation {
        UPSERT,
        DEACTIVATE,
        DELETE
    }

    private PartnerDelivery(String key, String idempotencyKey, Operation operation, ObjectNode data) {
        this(
                key,
                idempotencyKey,
                operation,
                data,
                data.has("active") ? data.deepCopy().without("active").toString() : data.toString());
    }

    /** Parses one of a relay's {@code records}. */
    static PartnerDelivery ofBatch(JsonNode record) {
        return new PartnerDelivery(
                key(record, "key"),
                record.path("idempotencyKey").asText(null),
                operation(record.path("operation").asText("upsert")),
                record.get("data") instanceof ObjectNode data ? data : SandboxJson.MAPPER.createObjectNode());
    }

    /** Parses one of a projects application's {@code updates}: the fields are beside the key. */
    static PartnerDelivery ofSync(JsonNode update) {
        ObjectNode data = update.deepCopy();
        data.remove(List.of("origin_id", "idempotency_key", "_action"));
        return new PartnerDelivery(
                key(update, "origin_id"),
                update.path("idempotency_key").asText(null),
                operation(update.path("_action").asText("upsert")),
                data);
    }

    /** Returns the same record under a second key. */
    PartnerDelivery doubled() {
        return new PartnerDelivery(key + " doubled " + UUID.randomUUID(), null, operation, data, content);
    }

    boolean active() {
        return data.path("active").asBoolean(true);
    }

    /** Refuses a NUL, which is valid JSON, but no database text. */
    Optional<PartnerRefusal> refusal() {
        return key.indexOf(0) >= 0 || content.contains("\\u0000")
                ? Optional.of(new PartnerRefusal("base", "contains a NUL character"))
                : Optional.empty();
    }

    /** Returns the names of its child collections. */
    String[] children() {
        List<String> names = new ArrayList<>();
        data.properties().forEach(field -> {
            if (field.getValue().isArray()) {
                names.add(field.getKey());
            }
        });
        return names.toArray(String[]::new);
    }

    private static String key(JsonNode record, String field) {
        JsonNode key = record.get(field);
        if (!record.isObject()
                || key == null
                || !key.isValueNode()
                || key.asText().isEmpty()) {
            throw new SandboxProblem(400, "Every record must be an object with a '" + field + "'");
        }
        return key.asText();
    }

    private static Operation operation(String name) {
        return switch (name) {
            case "upsert" -> Operation.UPSERT;
            case "deactivate" -> Operation.DEACTIVATE;
            case "delete" -> Operation.DELETE;
            default ->
                throw new SandboxProblem(
                        400, "Unknown operation '" + name + "'; there are upsert, deactivate and delete");
        };
    }
}
