package dev.syncline.deliver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A connection to a SQL target for one batch, and the statements that were prepared on it. Used by one thread. */
final class SqlSession implements AutoCloseable {
    private final Connection connection;
    private final TargetDialect dialect;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    /** Takes the connection over, also when it fails. */
    SqlSession(Connection connection) throws SQLException {
        this.connection = connection;
        try {
            this.dialect = TargetDialect.of(connection);
            dialect.begin(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    TargetDialect dialect() {
        return dialect;
    }

    /** The columns of a table as the target knows them. */
    Map<String, SqlColumn> columns(String table, List<String> names) throws SQLException {
        String list = String.join(", ", names.stream().map(dialect::quoted).toList());
        Map<String, SqlColumn> columns = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select " + list + " from " + dialect.table(table) + " where 1 = 0");
                ResultSet none = select.executeQuery()) {
            var types = none.getMetaData();
            for (int i = 1; i <= names.size(); i++) {
                columns.put(
                        names.get(i - 1),
                        dialect.column(
                                table,
                                names.get(i - 1),
                                types.getColumnType(i),
                                types.getColumnTypeName(i),
                                types.getPrecision(i),
                                types.getScale(i)));
            }
        }
        return columns;
    }

    /** The rows of a select, as values by column. */
    List<Map<SqlColumn, Object>> rows(String sql, List<Map<SqlColumn, Object>> values, List<SqlColumn> columns)
            throws SQLException {
        PreparedStatement select = prepared(sql);
        bind(select, values);
        List<Map<SqlColumn, Object>> rows = new ArrayList<>();
        try (ResultSet result = select.executeQuery()) {
            while (result.next()) {
                Map<SqlColumn, Object> row = new LinkedHashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    row.put(columns.get(i), dialect.read(result, i + 1, columns.get(i)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    int update(String sql, List<Map<SqlColumn, Object>> values) throws SQLException {
        PreparedStatement update = prepared(sql);
        bind(update, values);
        return update.executeUpdate();
    }

    /** The same statement for several sets of values; how many rows each changed. */
    int[] updateAll(String sql, List<List<Map<SqlColumn, Object>>> values) throws SQLException {
        PreparedStatement update = prepared(sql);
        for (List<Map<SqlColumn, Object>> each : values) {
            bind(update, each);
            update.addBatch();
        }
        try {
            return update.executeBatch();
        } catch (AssertionError e) {
            // PostgreSQL's driver (42.7) throws this when the connection breaks in the middle of a batch.
            throw new SQLException("The connection broke off in the middle of a batch", "08006", e);
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.clearBatch();
        }
        connection.rollback();
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }

    private void bind(PreparedStatement statement, List<Map<SqlColumn, Object>> values) throws SQLException {
        int place = 1;
        for (Map<SqlColumn, Object> each : values) {
            for (var value : each.entrySet()) {
                dialect.bind(statement, place++, value.getKey(), value.getValue());
            }
        }
    }

    @Override
    public void close() {
        try (connection) {
            for (PreparedStatement statement : statements.values()) {
                statement.close();
            }
            connection.rollback();
        } catch (SQLException e) {
            // The connection is gone; the pool drops it.
        }
    }
}
