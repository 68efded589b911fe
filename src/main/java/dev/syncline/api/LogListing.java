package dev.syncline.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.syncline.api.ChangeView.FieldChange;
import dev.syncline.record.Action;
import dev.syncline.record.LogEntry;
import dev.syncline.record.LogReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The document log in pages of the API, and its entries as changes field by field. */
@ApplicationScoped
class LogListing {
    /** Rows of the log that one call looks through at the most: a filter that finds little answers with a cursor. */
    private static final int MOST_ROWS = 2_000;

    private static final int ROWS_AT_A_TIME = 20;

    private final LogReader log;
    private final ObjectMapper json;

    LogListing(LogReader log, ObjectMapper json) {
        this.log = log;
        this.json = json;
    }

    /** A cursor is the number of a row of the log and how many of its entries were seen: {@code 4711.250}. */
    Listing<LogEntry> entries(Integer route, Long run, Predicate<LogEntry> wanted, Integer limit, String cursor) {
        int size = Listing.limit(limit);
        String[] parts = cursor == null || cursor.isBlank() ? new String[] {null, null} : cursor.split("\\.", 2);
        long row = Listing.cursor(parts[0], Long.MAX_VALUE);
        long seen = parts.length < 2 ? 0 : Listing.cursor(parts[1], 0);
        List<LogEntry> items = new ArrayList<>();
        for (int rows = 0; rows < MOST_ROWS; rows += ROWS_AT_A_TIME) {
            List<List<LogEntry>> next = log.rows(route, run, row, ROWS_AT_A_TIME);
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

    /** What changed with an entry, beside what the record's entry before it holds. */
    ChangeView change(LogEntry entry) {
        JsonNode before = log.entry(entry.previous(), entry.key())
                .map(e -> read(e.content()))
                .orElse(MissingNode.getInstance());
        JsonNode after = entry.action() == Action.DELETED ? MissingNode.getInstance() : read(entry.content());
        Set<String> names = new LinkedHashSet<>();
        after.fieldNames().forEachRemaining(names::add);
        if (entry.action() == Action.DELETED) {
            before.fieldNames().forEachRemaining(names::add);
        }
        List<FieldChange> fields = new ArrayList<>();
        for (String name : names) {
            if (!before.path(name).equals(after.path(name))) {
                fields.add(new FieldChange(name, orNull(before.path(name)), orNull(after.path(name))));
            }
        }
        return new ChangeView(entry.key(), entry.title(), entry.action().name(), fields);
    }

    private static JsonNode orNull(JsonNode node) {
        return node.isMissingNode() ? null : node;
    }

    private JsonNode read(String content) {
        try {
            return json.readTree(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
