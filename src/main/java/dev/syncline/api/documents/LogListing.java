package dev.syncline.api.documents;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.syncline.api.http.BadRequest;
import dev.syncline.api.http.Listing;
import dev.syncline.json.JsonAnswer;
import dev.syncline.record.Action;
import dev.syncline.record.LogEntry;
import dev.syncline.record.LogReader;
import dev.syncline.record.LogReader.Asked;
import dev.syncline.record.RecordStatus;
import dev.syncline.secret.MaskedJson;
import dev.syncline.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Pages through the document log, and shows its entries as changes of fields. */
@ApplicationScoped
public class LogListing {
    /** The most rows of the log that one call reads: a filter with few matches answers early, with a cursor. */
    private static final int MOST_ROWS = 2_000;

    private static final int ROWS_AT_A_TIME = 20;
    /** How many earlier entries are read to find one with children. */
    private static final int MOST_BACK = 10;

    /** Shows numbers with the digits with which they were sent. */
    private static final ObjectMapper JSON = new ObjectMapper(JsonAnswer.FACTORY.copy())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);

    private final LogReader log;

    LogListing(LogReader log) {
        this.log = log;
    }

    /** A cursor is the number of a row of the log, and how many of its entries were listed: {@code 4711.250}. */
    public Listing<LogEntry> entries(Asked asked, Predicate<LogEntry> wanted, Integer limit, String cursor) {
        int size = Listing.limit(limit);
        String[] parts = cursor == null || cursor.isBlank() ? new String[] {null, null} : cursor.split("\\.", 2);
        long row = Listing.cursor(parts[0], Long.MAX_VALUE);
        long seen = parts.length < 2 ? 0 : Listing.cursor(parts[1], 0);
        if (seen < 0 || seen > Integer.MAX_VALUE) {
            throw new BadRequest("cursor '" + cursor + "' is not a cursor of this list");
        }
        List<LogEntry> items = new ArrayList<>();
        for (int rows = 0; rows < MOST_ROWS; rows += ROWS_AT_A_TIME) {
            List<List<LogEntry>> next = log.rows(asked, row, ROWS_AT_A_TIME);
            for (List<LogEntry> entries : next) {
                long id = entries.get(0).logId();
                for (int i = id == row ? (int) seen : 0; i < entries.size(); i++) {
                    if (wanted.test(entries.get(i))) {
                        if (items.size() == size) {
                            return new Listing<>(items, id + "." + i);
                        }
                        items.add(entries.get(i));
                    }
                }
                row = id - 1;
                seen = 0;
            }
            if (next.size() < ROWS_AT_A_TIME) {
                return new Listing<>(items, null);
            }
        }
        return new Listing<>(items, row + ".0");
    }

    /** Compares each entry with the entry before it of the same record. Reads each row of the log once. */
    public List<ChangeView> changes(List<LogEntry> entries) {
        Map<Long, Map<String, LogEntry>> before = new HashMap<>();
        entries.stream()
                .filter(entry -> entry.previous() != null)
                .collect(groupingBy(LogEntry::previous, mapping(LogEntry::key, toList())))
                .forEach((row, keys) -> before.put(row, log.entries(row, keys)));
        return entries.stream()
                .map(entry -> change(
                        entry, before.getOrDefault(entry.previous(), Map.of()).get(entry.key())))
                .toList();
    }

    /** @param previous the record's entry before; null if the log does not have one, or not any more */
    private ChangeView change(LogEntry entry, LogEntry previous) {
        if (entry.status() != RecordStatus.SUCCESS) {
            return new ChangeView(
                    entry.key(), entry.title(), null, entry.status().name(), entry.reason(), List.of());
        }
        JsonNode before = previous == null ? MissingNode.getInstance() : read(previous.content());
        boolean isDeleted = entry.action() == Action.DELETED;
        JsonNode after = isDeleted ? MissingNode.getInstance() : read(entry.content());
        List<FieldChange> fields = new ArrayList<>();
        (isDeleted ? before : after).fieldNames().forEachRemaining(name -> {
            JsonNode old = before.path(name);
            if (old.isMissingNode() && after.path(name).isArray() && previous != null) {
                old = children(previous, name);
            }
            if (!old.equals(after.path(name))) {
                fields.add(shown(name, old, after.path(name)));
            }
        });
        return new ChangeView(
                entry.key(),
                entry.title(),
                entry.action().name(),
                entry.status().name(),
                null,
                fields);
    }

    /** Finds the former children in an earlier entry, as a shallow run sends none. */
    private JsonNode children(LogEntry from, String name) {
        LogEntry entry = from;
        for (int i = 0; i < MOST_BACK && entry != null; i++) {
            JsonNode children = read(entry.content()).path(name);
            if (entry.action() == Action.DELETED || !children.isMissingNode()) {
                return children;
            }
            entry = log.entry(entry.previous(), entry.key()).orElse(null);
        }
        return MissingNode.getInstance();
    }

    private static FieldChange shown(String name, JsonNode before, JsonNode after) {
        return new FieldChange(Secrets.masked(name), MaskedJson.of(orNull(before)), MaskedJson.of(orNull(after)));
    }

    private static JsonNode orNull(JsonNode node) {
        return node.isMissingNode() ? null : node;
    }

    private JsonNode read(String content) {
        try {
            return JSON.readTree(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
