package dev.syncline.console.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.api.records.RecordView;
import dev.syncline.api.records.RecordsResource;
import dev.syncline.console.frame.Address;
import dev.syncline.console.rules.RuleDraft.Field;
import dev.syncline.console.rules.RuleDraft.FromRecord;
import dev.syncline.record.LogReader;
import dev.syncline.record.RecordQueries;
import dev.syncline.route.Catalog;
import dev.syncline.secret.MaskedJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a record that a rule can be made from: of what is to be sent, or else of what was sent last. */
@ApplicationScoped
class RecordFields {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RecordsResource records;
    private final RecordQueries queries;
    private final LogReader log;
    private final Catalog catalog;

    RecordFields(RecordsResource records, RecordQueries queries, LogReader log, Catalog catalog) {
        this.records = records;
        this.queries = queries;
        this.log = log;
        this.catalog = catalog;
    }

    FromRecord of(String route, String key) {
        RecordView record = records.get(route, key, key);
        Map<String, String> values = new LinkedHashMap<>();
        List<String> names = catalog.get(route).key();
        if (names.size() == 1) {
            values.put(names.get(0), record.key());
        }
        JsonNode content = content(record);
        content.fields().forEachRemaining(field -> {
            if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                values.put(field.getKey(), field.getValue().asText());
            }
        });
        String title = record.title() == null || record.title().isBlank() ? record.key() : record.title();
        String address =
                Address.of("/record").with("route", route).with("key", key).toString();
        return new FromRecord(
                title,
                address,
                values.entrySet().stream()
                        .map(field -> field(route, field.getKey(), field.getValue()))
                        .toList());
    }

    private static Field field(String route, String name, String value) {
        return new Field(
                name,
                value,
                Address.of("/rules/new")
                        .with("route", route)
                        .with("field", name)
                        .with("value", value)
                        .toString());
    }

    private JsonNode content(RecordView record) {
        String json = record.payload() != null ? record.payload() : sent(record);
        try {
            return json == null ? JSON.createObjectNode() : JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private String sent(RecordView record) {
        return queries.find(record.route(), record.key())
                .flatMap(row -> log.entry(row.logId, record.key()))
                .map(entry -> MaskedJson.of(entry.content()))
                .orElse(null);
    }
}
