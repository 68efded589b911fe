package dev.syncline.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.route.TableMapping;
import dev.syncline.sql.SqlWriting;
import dev.syncline.value.Column;
import dev.syncline.value.ColumnKind;
import dev.syncline.value.RecordRefused;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A table of a route's mapping, as its target has it, and the statements for it. */
final class SqlTable {
    private final TableMapping mapping;
    private final SqlSession session;
    private final SqlWriting dialect;
    private final Map<String, Column> columns;
    private final List<Column> compared;
    private final List<Column> identity;
    private final List<Column> key;
    private final String tag;
    /** Of each set of columns that changed, as the children of a record mostly change in the same. */
    private final Map<List<Column>, String> updates = new HashMap<>();

    private SqlTable(TableMapping mapping, SqlSession session, Map<String, Column> columns) {
        this.mapping = mapping;
        this.session = session;
        this.dialect = session.dialect();
        this.columns = columns;
        this.tag = dialect.tag(columns.values());
        Set<String> names = new LinkedHashSet<>(mapping.identity());
        names.addAll(mapping.columns().values());
        this.compared = names.stream().map(columns::get).toList();
        this.identity = mapping.identity().stream().map(columns::get).toList();
        this.key = mapping.key().values().stream().map(columns::get).toList();
    }

    /**
     * @param more columns of it that are named elsewhere
     * @param isLocked whether its rows are locked before they are compared
     */
    static SqlTable open(SqlSession session, TableMapping mapping, Collection<String> more, boolean isLocked)
            throws SQLException {
        Set<String> names = new LinkedHashSet<>(mapping.identity());
        names.addAll(mapping.columns().values());
        names.addAll(mapping.insertOnly().values());
        names.addAll(more);
        return new SqlTable(mapping, session, session.columns(mapping.name(), List.copyOf(names), isLocked));
    }

    String name() {
        return mapping.name();
    }

    Column column(String name) {
        return columns.get(name);
    }

    /** Keys and what is compared. */
    List<Column> compared() {
        return compared;
    }

    List<Column> identity() {
        return identity;
    }

    /** What tells its rows apart within their parent. */
    List<Column> key() {
        return key;
    }

    /** The values by which the children of a record are found. */
    Map<Column, Object> parent(JsonNode owner, ZoneId zone) throws SQLException {
        return identified(mapping.parent(), owner, zone, "");
    }

    /** The values by which a row is found. */
    Map<Column, Object> key(JsonNode content, ZoneId zone) throws SQLException {
        return identified(mapping.key(), content, zone, "");
    }

    boolean hasKey(JsonNode content) {
        return mapping.key().keySet().stream().allMatch(content::hasNonNull);
    }

    /**
     * What a row is to hold. Fields that the content does not have are left out, and their columns left alone.
     *
     * @param place in the record, for words; empty for the record itself
     */
    SqlRow row(JsonNode content, JsonNode owner, ZoneId zone, String place) throws SQLException {
        Map<Column, Object> identity = new LinkedHashMap<>(parent(owner, zone));
        identity.putAll(identified(mapping.key(), content, zone, place));
        return new SqlRow(
                this, identity, values(mapping.columns(), content, zone), values(mapping.insertOnly(), content, zone));
    }

    private Map<Column, Object> identified(Map<String, String> fields, JsonNode content, ZoneId zone, String place)
            throws SQLException {
        Map<Column, Object> values = new LinkedHashMap<>();
        for (var field : fields.entrySet()) {
            Column column = columns.get(field.getValue());
            Object value = column.of(content.get(field.getKey()), zone, field.getKey());
            if (value == null || value instanceof String text && text.isBlank()) {
                throw new RecordRefused((place.isEmpty() ? "The record" : "A row of '" + place + "'")
                        + " has no field '" + field.getKey() + "', by which its row of " + name()
                        + " is found. Fill it in at the source");
            }
            values.put(column, column.kind() == ColumnKind.OTHER ? session.canonical(column, (String) value) : value);
        }
        return values;
    }

    private Map<Column, Object> values(Map<String, String> fields, JsonNode content, ZoneId zone) throws SQLException {
        Map<Column, Object> values = new LinkedHashMap<>();
        for (var field : fields.entrySet()) {
            if (content.has(field.getKey())) {
                Column column = columns.get(field.getValue());
                Object value = column.of(content.get(field.getKey()), zone, field.getKey());
                values.put(
                        column,
                        value instanceof String text && dialect.isIntermediate(column.type(), text)
                                ? session.canonical(column, text)
                                : value);
            }
        }
        return values;
    }

    /** Whether a column holds that value already. Where the texts differ, the database is asked what it makes of ours. */
    boolean same(Column column, Object there, Object ours) throws SQLException {
        if (column.same(there, ours)) {
            return true;
        }
        return column.kind() == ColumnKind.OTHER
                && there != null
                && ours instanceof String text
                && column.same(there, session.canonical(column, text));
    }

    /** Selects and locks. */
    String locking(List<Column> wanted, Collection<Column> by, boolean holdsRoom) {
        return dialect.locking(list(wanted), dialect.table(name()), all(by), holdsRoom) + tag;
    }

    String select(List<Column> wanted, Collection<Column> by) {
        return "select " + list(wanted) + " from " + dialect.table(name()) + " where " + all(by) + tag;
    }

    /** Those of so many rows, by their identity. */
    String selectAny(int rows) {
        String one = all(identity());
        return "select " + list(identity()) + " from " + dialect.table(name()) + " where "
                + String.join(" or ", Collections.nCopies(rows, "(" + one + ")"))
                + tag;
    }

    int mostAtOnce() {
        return Math.min(500, dialect.mostParameters() / identity().size());
    }

    String insert(Collection<Column> filled) {
        return inserting(filled) + tag;
    }

    private String inserting(Collection<Column> filled) {
        return "insert into " + dialect.table(name()) + " ("
                + filled.stream().map(c -> dialect.quoted(c.name())).collect(Collectors.joining(", ")) + ") values ("
                + filled.stream().map(dialect::mark).collect(Collectors.joining(", ")) + ")";
    }

    String insertAbsent(Collection<Column> filled) {
        return dialect.insertAbsent(inserting(filled)) + tag;
    }

    /** @param by what its rows are found by, the same at each call */
    String update(Collection<Column> changed, Collection<Column> by) {
        return updates.computeIfAbsent(List.copyOf(changed), columns -> updating(columns, by));
    }

    private String updating(Collection<Column> changed, Collection<Column> by) {
        return "update " + dialect.table(name()) + " set "
                + changed.stream()
                        .map(c -> dialect.quoted(c.name()) + " = " + dialect.mark(c))
                        .collect(Collectors.joining(", "))
                + " where " + all(by) + tag;
    }

    String delete(Collection<Column> by) {
        return "delete from " + dialect.table(name()) + " where " + all(by) + tag;
    }

    private String list(List<Column> wanted) {
        return wanted.stream().map(dialect::selected).collect(Collectors.joining(", "));
    }

    private String all(Collection<Column> by) {
        List<String> terms = new ArrayList<>();
        by.forEach(c -> terms.add(dialect.quoted(c.name()) + " = " + dialect.mark(c)));
        return String.join(" and ", terms);
    }
}
