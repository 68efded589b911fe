package dev.syncline.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.value.Column;
import dev.syncline.value.ValueText;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Something that a target has otherwise than it is to be.
 *
 * @param field the list that the child row is in; null for the record's own row
 * @param row what it is in
 * @param column null where the row itself is not there
 */
record SqlDifference(String field, SqlRow row, Column column, Object there, Object ours) {
    String words() {
        String place = field == null ? "" : field + " " + row.words();
        return column == null
                ? place + " is not there"
                : (place.isEmpty() ? "" : place + ": ") + "column " + column.name() + " is " + ValueText.shown(there)
                        + " there, " + ValueText.shown(ours) + " was to be written";
    }

    /** What the same row was to hold by another content; null where that did not have it. */
    Map<Column, Object> row(SqlContent tables, JsonNode other) throws SQLException {
        if (field == null) {
            return tables.row(other).values();
        }
        Map<List<Object>, SqlRow> rows = tables.children(other, field);
        SqlRow same = rows == null ? null : rows.get(row.identityKey());
        return same == null ? null : same.values();
    }
}
