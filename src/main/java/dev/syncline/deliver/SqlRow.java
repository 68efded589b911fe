package dev.syncline.deliver;

import dev.syncline.value.Column;
import dev.syncline.value.ValueText;
import java.sql.SQLException;
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
        SqlTable table, Map<Column, Object> identity, Map<Column, Object> values, Map<Column, Object> insertOnly) {

    /** The same for all rows of the table that are the same one there. */
    static List<Object> identity(SqlTable table, Map<Column, Object> values) {
        return table.identity().stream()
                .map(column -> column.type().alike(values.get(column)))
                .toList();
    }

    /** The same for rows whose identity is the same to the letter. */
    static List<Object> letters(SqlTable table, Map<Column, Object> values) {
        return table.identity().stream()
                .map(column -> column.type().identity(values.get(column)))
                .toList();
    }

    List<Object> identityKey() {
        return identity(table, identity);
    }

    /** A row's key within its parent, in words. */
    static String words(SqlTable table, Map<Column, Object> values) {
        return table.key().stream()
                .map(column -> ValueText.printable(ValueText.of(values.get(column))))
                .collect(Collectors.joining(" "));
    }

    String words() {
        return words(table, identity);
    }

    Map<Column, Object> whole() {
        Map<Column, Object> whole = new LinkedHashMap<>(identity);
        whole.putAll(values);
        whole.putAll(insertOnly);
        return whole;
    }

    /** The same row, with these values and no others. */
    SqlRow only(Map<Column, Object> some) {
        return new SqlRow(table, identity, some, Map.of());
    }

    /** What is not as it is there. */
    Map<Column, Object> changed(Map<Column, Object> there) throws SQLException {
        return differing(values, there);
    }

    /** What is not there of all that the row was to get when it was created. */
    Map<Column, Object> missing(Map<Column, Object> there) throws SQLException {
        return differing(whole(), there);
    }

    private Map<Column, Object> differing(Map<Column, Object> wanted, Map<Column, Object> there) throws SQLException {
        Map<Column, Object> differing = new LinkedHashMap<>();
        for (var value : wanted.entrySet()) {
            if (!table.same(value.getKey(), there.get(value.getKey()), value.getValue())) {
                differing.put(value.getKey(), value.getValue());
            }
        }
        return differing;
    }
}
