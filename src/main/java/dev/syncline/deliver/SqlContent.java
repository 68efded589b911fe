package dev.syncline.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.route.TableMapping;
import dev.syncline.route.WriteMapping;
import dev.syncline.value.Column;
import dev.syncline.value.RecordRefused;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tables of a route's mapping as its target has them, and what they are to hold of a record.
 *
 * @param version the column of the row that is compared before a write; null for none
 * @param inactive the columns that mark a row as inactive, with their values
 */
record SqlContent(
        SqlTable row,
        Column version,
        Map<String, SqlTable> before,
        Map<String, SqlTable> children,
        Map<Column, Object> inactive,
        ZoneId zone) {

    /** @param zone of times that have none */
    static SqlContent open(SqlSession session, WriteMapping mapping, ZoneId zone) throws SQLException {
        List<String> more = new ArrayList<>(mapping.deactivate().keySet());
        if (mapping.version() != null) {
            more.add(mapping.version());
        }
        SqlTable row = SqlTable.open(session, mapping.row(), more, true);
        return new SqlContent(
                row,
                mapping.version() == null ? null : row.column(mapping.version()),
                opened(session, mapping.before(), false),
                opened(session, mapping.children(), true),
                inactive(row, mapping, zone),
                zone);
    }

    private static Map<String, SqlTable> opened(SqlSession session, Map<String, TableMapping> tables, boolean areLocked)
            throws SQLException {
        Map<String, SqlTable> opened = new LinkedHashMap<>();
        for (var table : tables.entrySet()) {
            opened.put(table.getKey(), SqlTable.open(session, table.getValue(), Set.of(), areLocked));
        }
        return opened;
    }

    SqlRow row(JsonNode content) throws SQLException {
        return row.row(content, content, zone, "");
    }

    /**
     * The rows of a child table by their identity; null where the content does not list them.
     *
     * @throws RecordRefused when one has no key, or two have the same
     */
    Map<List<Object>, SqlRow> children(JsonNode content, String field) throws SQLException {
        SqlTable table = children.get(field);
        JsonNode list = list(content, field, table);
        if (list == null) {
            return null;
        }
        Map<List<Object>, SqlRow> rows = new LinkedHashMap<>();
        for (JsonNode element : list) {
            SqlRow row = table.row(element, content, zone, field);
            if (rows.put(row.identityKey(), row) != null) {
                throw new RecordRefused("Two rows of '" + field + "' have the key " + row.words()
                        + ", so none can be told from the other. Correct them at the source");
            }
        }
        return rows;
    }

    /**
     * The rows that are to be there before, in the order of their keys, so that transactions that bring the same wait for
     * each other and not in a circle. An element without a key brings none, of several with one key the first counts.
     */
    List<SqlRow> before(JsonNode content, String field) throws SQLException {
        SqlTable table = before.get(field);
        JsonNode list = list(content, field, table);
        Map<String, SqlRow> rows = new TreeMap<>();
        if (list != null) {
            for (JsonNode element : list) {
                if (table.hasKey(element)) {
                    SqlRow row = table.row(element, content, zone, field);
                    rows.putIfAbsent(row.words(), row);
                }
            }
        }
        return List.copyOf(rows.values());
    }

    private static JsonNode list(JsonNode content, String field, SqlTable table) {
        JsonNode list = content.get(field);
        if (list == null || list.isNull()) {
            return null;
        }
        if (!list.isArray()) {
            throw new RecordRefused("The field '" + field + "' is no list of rows for " + table.name()
                    + ". Correct it at the source, or the route's write");
        }
        return list;
    }

    private static Map<Column, Object> inactive(SqlTable row, WriteMapping mapping, ZoneId zone) {
        Map<Column, Object> values = new LinkedHashMap<>();
        mapping.deactivate().forEach((name, value) -> {
            Column column = row.column(name);
            try {
                values.put(column, value == null ? null : column.type().parsed(value, zone));
            } catch (RuntimeException e) {
                throw new IllegalStateException("The route's write deactivates with " + name + ": " + value
                        + ", which column " + name + " of " + row.name() + " ("
                        + column.type().name()
                        + ") cannot take. Correct it");
            }
        });
        return values;
    }
}
