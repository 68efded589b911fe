package dev.syncline.deliver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a row of a target's table is to hold.
 *
 * @param identity the values by which it is found
 * @param values to be compared, and written where they differ
 * @param insertOnly written when it is created
 */
record SqlRow(
        SqlTable table,
        Map<SqlColumn, Object> identity,
        Map<SqlColumn, Object> values,
        Map<SqlColumn, Object> insertOnly) {

    /** The same for all rows of the table that are the same one there. */
    static List<Object> identity(SqlTable table, Map<SqlColumn, Object> values) {
        return table.identity().stream()
                .map(column -> column.identity(values.get(column)))
                .toList();
    }

    List<Object> identityKey() {
        return identity(table, identity);
    }

    /** A row's key within its parent, in words. */
    static String words(SqlTable table, Map<SqlColumn, Object> values) {
        return table.key().stream()
                .map(column -> SqlColumn.text(values.get(column)))
                .collect(Collectors.joining(" "));
    }

    String words() {
        return words(table, identity);
    }

    Map<SqlColumn, Object> whole() {
        Map<SqlColumn, Object> whole = new LinkedHashMap<>(identity);
        whole.putAll(values);
        whole.putAll(insertOnly);
        return whole;
    }

    /** What is not as it is there. */
    Map<SqlColumn, Object> changed(Map<SqlColumn, Object> there) {
        Map<SqlColumn, Object> changed = new LinkedHashMap<>();
        values.forEach((column, value) -> {
            if (!column.same(there.get(column), value)) {
                changed.put(column, value);
            }
        });
        return changed;
    }
}
