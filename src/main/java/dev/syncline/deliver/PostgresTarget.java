package dev.syncline.deliver;

import dev.syncline.deliver.SqlColumn.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

/** PostgreSQL: values go as text, which the server reads as the column's type, whatever that is. */
enum PostgresTarget implements TargetDialect {
    INSTANCE;

    /** Another name than that of the readers, whose transactions a source's horizon need not wait for. */
    private static final String WRITER = "Syncline writer";

    @Override
    public String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        connection.setClientInfo("ApplicationName", WRITER); // before a transaction, whose end would undo it
        connection.setReadOnly(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
    }

    @Override
    public Kind kind(int jdbcType, String typeName) {
        return switch (typeName) {
            case "json", "jsonb" -> Kind.JSON;
            case "uuid" -> Kind.UUID;
            case "timestamptz" -> Kind.MOMENT;
            case "bit", "interval", "money", "timetz", "varbit", "xml" -> Kind.OTHER;
            default -> TargetDialect.standard(jdbcType);
        };
    }

    @Override
    public String locking(String columns, String table, String where, boolean holdsRoom) {
        return "select " + columns + " from " + table + " where " + where + " for update";
    }

    @Override
    public String insertAbsent(String insert) {
        return insert + " on conflict do nothing";
    }

    @Override
    public void bind(PreparedStatement statement, int place, SqlColumn column, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(place, Types.NULL);
        } else if (value instanceof byte[] binary) {
            statement.setBytes(place, binary);
        } else if (column.kind() == Kind.JSON) {
            statement.setObject(place, value.toString(), Types.OTHER);
        } else {
            statement.setObject(place, SqlColumn.text(value), Types.OTHER);
        }
    }

    @Override
    public boolean clashes(SQLException failure) {
        return TargetDialect.hasState(failure, "40", "23505");
    }

    /** Data, constraints, a view's check, and what triggers raise. */
    @Override
    public boolean refuses(SQLException failure) {
        return TargetDialect.hasState(failure, "22", "23", "44", "P0");
    }

    @Override
    public boolean lacksOther(SQLException failure) {
        return TargetDialect.hasState(failure, "23503");
    }
}
