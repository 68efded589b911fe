package dev.syncline.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.value.Column;
import dev.syncline.value.RecordRefused;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a target has of a record, locked until the transaction ends.
 *
 * @param row values by column; null where there is none
 * @param children rows of each child table that the record lists, by their identity
 */
record SqlThere(Map<Column, Object> row, Map<String, Map<List<Object>, Map<Column, Object>>> children) {

    /** @param listed the fields whose child tables are looked at */
    static SqlThere of(SqlSession session, SqlContent tables, SqlRow wanted, JsonNode content, Iterable<String> listed)
            throws SQLException {
        Map<Column, Object> row = row(session, tables, wanted.identity());
        Map<String, Map<List<Object>, Map<Column, Object>>> children = new HashMap<>();
        for (String field : listed) {
            SqlTable table = tables.children().get(field);
            Map<Column, Object> parent = table.parent(content, tables.zone());
            Map<List<Object>, Map<Column, Object>> found = new LinkedHashMap<>();
            String sql = table.locking(table.compared(), parent.keySet(), false);
            for (Map<Column, Object> child : session.rows(sql, List.of(parent), table.compared())) {
                if (found.put(SqlRow.identity(table, child), child) != null) {
                    throw new RecordRefused(
                            table.name() + " has several rows with the key " + SqlRow.words(table, child)
                                    + ". Correct them there, or name what tells them apart in the route's write");
                }
            }
            children.put(field, found);
        }
        return new SqlThere(row, children);
    }

    /**
     * The row that has this identity, as the column compares it and to the letter.
     *
     * @throws RecordRefused when there are several, or one that the database takes for the same
     */
    static Map<Column, Object> row(SqlSession session, SqlContent tables, Map<Column, Object> identity)
            throws SQLException {
        SqlTable table = tables.row();
        List<Column> columns = new ArrayList<>(table.compared());
        tables.inactive().keySet().stream().filter(c -> !columns.contains(c)).forEach(columns::add);
        if (tables.version() != null && !columns.contains(tables.version())) {
            columns.add(tables.version());
        }
        List<Map<Column, Object>> rows =
                session.rows(table.locking(columns, identity.keySet(), true), List.of(identity), columns);
        if (rows.isEmpty()) {
            return null;
        }
        if (rows.size() > 1) {
            throw new RecordRefused(table.name() + " has several rows with the key " + SqlRow.words(table, identity)
                    + ". Correct them there, or name what tells them apart in the route's write");
        }
        if (!SqlRow.letters(table, rows.get(0)).equals(SqlRow.letters(table, identity))) {
            throw new RecordRefused(table.name() + " takes the key " + SqlRow.words(table, identity) + " for "
                    + SqlRow.words(table, rows.get(0))
                    + ", which is there. Write it in one way, there and at the source");
        }
        return rows.get(0);
    }
}
