package dev.syncline.sandbox.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.sandbox.call.SandboxJson;
import dev.syncline.sandbox.call.SandboxProblem;
import dev.syncline.sandbox.database.SandboxPools;
import dev.syncline.sandbox.database.SandboxScripts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Reads and writes the ERP's tables as its users would. */
@ApplicationScoped
public class ErpTable {
    private final DataSource erp;

    public ErpTable(SandboxPools pools) {
        this.erp = pools.of("erp");
    }

    /** Returns {@code {"count":n,"items":[...]}} in key order; a negative limit gives all. */
    String items(ErpEntity entity, int limit) {
        return inErp(connection -> {
            Map<String, String> fields = fields(connection, entity);
            ObjectNode answer = SandboxJson.MAPPER.createObjectNode().put("count", count(connection, entity));
            ArrayNode items = answer.putArray("items");
            String sql = "select " + entity.keyText() + ", to_jsonb(t) from " + entity.table() + " t order by "
                    + String.join(", ", entity.keys()) + (limit < 0 ? "" : " limit " + limit);
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    items.add(item(row, fields));
                }
            }
            return answer.toString();
        });
    }

    /** Returns the row of the key; an order with its lines. */
    Optional<String> item(ErpEntity entity, String key) {
        return inErp(connection -> {
            List<ObjectNode> rows = rows(connection, entity, keyValues(entity, key));
            if (rows.isEmpty()) {
                return Optional.empty();
            }
            ObjectNode item = rows.get(0);
            if (entity == ErpEntity.PURCHASE_ORDERS) {
                item.putArray("lines")
                        .addAll(rows(connection, ErpEntity.PURCHASE_ORDER_LINES, Map.of("order_no", key)));
            }
            return Optional.of(item.toString());
        });
    }

    private static List<ObjectNode> rows(Connection connection, ErpEntity entity, Map<String, String> where)
            throws SQLException {
        Map<String, String> fields = fields(connection, entity);
        List<ObjectNode> items = new ArrayList<>();
        String sql = "select " + entity.keyText() + ", to_jsonb(t) from " + entity.table() + " t where "
                + condition(where) + " order by " + String.join(", ", entity.keys());
        try (PreparedStatement statement = prepare(connection, sql, where);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                items.add(item(row, fields));
            }
        }
        return items;
    }

    private static ObjectNode item(ResultSet row, Map<String, String> fields) throws SQLException {
        JsonNode columns = SandboxJson.parse(row.getString(2));
        ObjectNode item = SandboxJson.MAPPER.createObjectNode().put("key", row.getString(1));
        fields.forEach((field, column) -> item.set(field, columns.get(column)));
        return item;
    }

    private static String condition(Map<String, String> values) {
        return values.keySet().stream().map(column -> column + "::text = ?").collect(Collectors.joining(" and "));
    }

    private static PreparedStatement prepare(Connection connection, String sql, Map<String, String> values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        int index = 1;
        for (String value : values.values()) {
            statement.setString(index++, value);
        }
        return statement;
    }

    /**
     * Changes the row of the key, or inserts it.
     *
     * @return whether it is new
     */
    boolean put(ErpEntity entity, String key, ObjectNode body) {
        return inErp(connection -> {
            Map<String, String> fields = fields(connection, entity);
            ObjectNode row = SandboxJson.MAPPER.createObjectNode();
            body.properties().forEach(field -> {
                String column = fields.get(field.getKey());
                if (column == null) {
                    throw new SandboxProblem(
                            400,
                            "There is no field '" + field.getKey() + "' in " + entity.path() + "; there are "
                                    + String.join(", ", fields.keySet()));
                }
                row.set(column, field.getValue());
            });
            keyValues(entity, key).forEach(row::put);
            return change(connection, update(entity, row), row) == 0
                    && change(connection, insert(entity, row), row) > 0;
        });
    }

    private static String update(ErpEntity entity, ObjectNode row) {
        List<String> assignments = new ArrayList<>();
        row.fieldNames().forEachRemaining(column -> assignments.add(column + " = sent." + column));
        if (entity.hasOwnTime()) {
            assignments.add(entity.touch());
        }
        return "update " + entity.table() + " t set " + String.join(", ", assignments)
                + " from jsonb_populate_record(null::" + entity.table() + ", ?::jsonb) sent where "
                + entity.keys().stream()
                        .map(column -> "t." + column + " = sent." + column)
                        .collect(Collectors.joining(" and "));
    }

    private static String insert(ErpEntity entity, ObjectNode row) {
        List<String> columns = new ArrayList<>();
        row.fieldNames().forEachRemaining(columns::add);
        String names = String.join(", ", columns);
        // Columns that are not named, changed_at among them, take the table's default.
        return "insert into " + entity.table() + " (" + names + ") select " + names
                + " from jsonb_populate_record(null::" + entity.table() + ", ?::jsonb)";
    }

    private static int change(Connection connection, String sql, ObjectNode row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, row.toString());
            return statement.executeUpdate();
        }
    }

    /**
     * Deletes a row.
     *
     * @return whether it existed
     */
    boolean delete(ErpEntity entity, String key) {
        return inErp(connection -> {
            Map<String, String> values = keyValues(entity, key);
            String sql = "delete from " + entity.table() + " where " + condition(values);
            try (PreparedStatement statement = prepare(connection, sql, values)) {
                return statement.executeUpdate() > 0;
            }
        });
    }

    /**
     * Adds rows with new keys.
     *
     * @return how many were added, and how many the table has
     */
    public String generate(ErpEntity entity, long rows) {
        if (!entity.hasOwnTime()) {
            throw new SandboxProblem(400, "Rows of " + entity.path() + " come with their parents");
        }
        String sql = SandboxScripts.read("generate/" + entity.path() + ".sql");
        return inErp(connection -> {
            long before = count(connection, entity);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, rows);
                statement.execute();
            }
            long after = count(connection, entity);
            return SandboxJson.MAPPER
                    .createObjectNode()
                    .put("added", after - before)
                    .put("count", after)
                    .toString();
        });
    }

    private static Map<String, String> keyValues(ErpEntity entity, String key) {
        List<String> columns = entity.keys();
        String[] parts = key.split("\\|", columns.size());
        if (parts.length < columns.size()) {
            throw new SandboxProblem(
                    400,
                    "A key of " + entity.path() + " is "
                            + columns.stream().map(ErpTable::camelCase).collect(Collectors.joining("|")) + ", not '"
                            + key + "'");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i++) {
            values.put(columns.get(i), parts[i]);
        }
        return values;
    }

    /** Returns the entity's fields with their columns, in the table's order. */
    private static Map<String, String> fields(Connection connection, ErpEntity entity) throws SQLException {
        Map<String, String> fields = new LinkedHashMap<>();
        try (ResultSet row = connection.getMetaData().getColumns(null, "public", entity.table(), null)) {
            while (row.next()) {
                String column = row.getString("COLUMN_NAME");
                if (!ErpEntity.TIMES.contains(column)) {
                    fields.put(camelCase(column), column);
                }
            }
        }
        return fields;
    }

    private static String camelCase(String column) {
        StringBuilder field = new StringBuilder();
        for (String word : column.split("_")) {
            field.append(field.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return field.toString();
    }

    private static long count(Connection connection, ErpEntity entity) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select count(*) from " + entity.table());
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T inErp(Work<T> work) {
        try (Connection connection = erp.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            // 22: a value that its column cannot hold; 23: a constraint, such as a name that is missing.
            if (state.startsWith("22") || state.startsWith("23")) {
                throw new SandboxProblem(400, e.getMessage());
            }
            throw new IllegalStateException(e);
        }
    }
}
