package dev.syncline.route;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The mapping of one object to a table; each map is from field to column.
 *
 * @param name as in the database, {@code schema.table} if it needs its schema
 * @param parent fields of the record that identify the row to which a child belongs; empty for other tables
 * @param key fields that identify a row, for children within their parent
 * @param insertOnly fields that are written when a row is created, and not updated later
 */
public record TableMapping(
        String name,
        Map<String, String> parent,
        Map<String, String> key,
        Map<String, String> columns,
        Map<String, String> insertOnly) {

    /** Returns the columns that identify its rows: those of the parent, then those of the key. */
    public List<String> identity() {
        return Stream.concat(parent.values().stream(), key.values().stream())
                .distinct()
                .toList();
    }
}
