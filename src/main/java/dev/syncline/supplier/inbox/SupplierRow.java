package dev.syncline.supplier.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.document.StorableText;
import dev.syncline.page.Mark;
import dev.syncline.page.Row;
import dev.syncline.value.Micros;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An order of a supplier, or an unreadable document, as a run reads it.
 *
 * @param state JSON of an {@link dev.syncline.supplier.order.OrderState}; null for a document
 * @param fault why the document cannot be read; null if the fault is resolved
 * @param content the document's beginning; null for an order
 */
public record SupplierRow(String key, Instant changedAt, String state, String fault, String content) {
    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};
    private static final int MOST_SHOWN = 20_000;

    static SupplierRow order(String key, Instant changedAt, String state) {
        return new SupplierRow(key, changedAt, state, null, null);
    }

    static SupplierRow fault(String key, Instant changedAt, String fault, byte[] content) {
        int length = Math.min(content.length, MOST_SHOWN);
        return new SupplierRow(
                key,
                changedAt,
                null,
                fault,
                StorableText.withoutNul(new String(content, 0, length, StandardCharsets.UTF_8)));
    }

    public Row row(ObjectMapper json) throws JsonProcessingException {
        long at = Micros.of(changedAt);
        if (state != null) {
            return new Row(key, at, json.readValue(state, FIELDS), false);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("document", content);
        // A document whose fault is resolved needs no attention any more.
        return new Row(key, at, fields, fault == null, fault == null ? null : Mark.refused(fault), null);
    }
}
