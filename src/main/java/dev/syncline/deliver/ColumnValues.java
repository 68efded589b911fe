package dev.syncline.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.route.TableMapping;
import dev.syncline.route.WriteMapping;
import dev.syncline.system.SqlWork;
import dev.syncline.value.Column;
import dev.syncline.value.RecordRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Compares values as {@link SqlDelivery} does. The target is asked for its columns when the first value needs them, and for
 * what it makes of a value only where it alone knows the type.
 */
final class ColumnValues implements HeldValues {
    private static final Logger LOG = Logger.getLogger(ColumnValues.class);

    /** How the target is called. */
    interface Calls {
        <T> T call(SqlWork<T> work) throws SQLException;
    }

    private final WriteMapping mapping;
    private final ZoneId zone;
    private final SqlWork<Connection> connections;
    private final Calls calls;
    private SqlSession session;

    /** By the name of the list, null for the record's own row, and the field; null before they were asked for. */
    private Map<String, Map<String, Column>> columns;

    ColumnValues(WriteMapping mapping, ZoneId zone, SqlWork<Connection> connections, Calls calls) {
        this.mapping = mapping;
        this.zone = zone;
        this.connections = connections;
        this.calls = calls;
    }

    @Override
    public Optional<Boolean> holds(String list, String field, JsonNode ours, JsonNode there) {
        TableMapping table = list == null ? mapping.row() : mapping.children().get(list);
        if (table == null || !fields(table).containsKey(field)) {
            return Optional.empty();
        }
        try {
            Column column = columns().getOrDefault(list, Map.of()).get(field);
            return column == null ? Optional.empty() : Optional.of(isSame(column, field, ours, there));
        } catch (SQLException e) {
            throw new IllegalStateException("The target does not tell what its columns hold: " + e.getMessage(), e);
        }
    }

    private boolean isSame(Column column, String field, JsonNode ours, JsonNode there) throws SQLException {
        try {
            Object wanted = column.of(ours, zone, field);
            Object held = column.of(there, zone, field);
            if (column.same(held, wanted)) {
                return true;
            }
            return wanted instanceof String one
                    && held instanceof String other
                    && column.isOfDatabase()
                    && calls.call(() -> column.same(session.canonical(column, other), session.canonical(column, one)));
        } catch (RecordRefused e) {
            if (column.isOfDatabase()) {
                session.rollback(); // the database refused one of them
            }
            return false;
        }
    }

    private Map<String, Map<String, Column>> columns() throws SQLException {
        if (columns == null) {
            columns = calls.call(this::opened);
        }
        return columns;
    }

    /** Empty where the target does not show its columns: then values are compared as any others. */
    private Map<String, Map<String, Column>> opened() throws SQLException {
        Map<String, Map<String, Column>> opened = new HashMap<>();
        session = new SqlSession(connections.done());
        try {
            opened.put(null, columns(mapping.row()));
            for (Map.Entry<String, TableMapping> child : mapping.children().entrySet()) {
                opened.put(child.getKey(), columns(child.getValue()));
            }
            return opened;
        } catch (SQLException e) {
            if (SqlAnswers.isOutage(session, e)) {
                throw e;
            }
            LOG.warnf("A target does not show its columns, so values are compared as text: %s", session.words(e));
            return Map.of();
        }
    }

    private Map<String, Column> columns(TableMapping table) throws SQLException {
        Map<String, String> fields = fields(table);
        Set<String> names = new LinkedHashSet<>(fields.values());
        Map<String, Column> found = session.columns(table.name(), List.copyOf(names), false);
        Map<String, Column> byField = new HashMap<>();
        fields.forEach((field, name) -> byField.put(field, found.get(name)));
        return byField;
    }

    private static Map<String, String> fields(TableMapping table) {
        Map<String, String> fields = new HashMap<>(table.insertOnly());
        fields.putAll(table.columns());
        fields.putAll(table.key());
        return fields;
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
    }
}
