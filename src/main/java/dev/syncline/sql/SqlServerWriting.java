package dev.syncline.sql;

import dev.syncline.value.Column;
import dev.syncline.value.ColumnKind;
import dev.syncline.value.ColumnType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/** Writes SQL Server. Locks are hints in the select; it has no insert that skips existing rows. */
enum SqlServerWriting implements SqlWriting {
    INSTANCE;

    @Override
    public SqlDialect dialect() {
        return SqlServerDialect.INSTANCE;
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        connection.setReadOnly(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
    }

    /** The type {@code timestamp} is the older name of rowversion. */
    @Override
    public ColumnKind kind(int jdbcType, String typeName) {
        return switch (typeName.toLowerCase(Locale.ROOT)) {
            case "json" -> ColumnKind.JSON;
            case "uniqueidentifier" -> ColumnKind.UUID;
            case "timestamp", "rowversion" -> ColumnKind.ROW_VERSION;
            case "datetimeoffset" -> ColumnKind.MOMENT;
            case "datetime", "smalldatetime", "datetime2" -> ColumnKind.LOCAL;
            case "money", "smallmoney" -> ColumnKind.DECIMAL;
            case "xml", "hierarchyid", "geometry", "geography" -> ColumnKind.OTHER;
            default -> SqlWriting.standard(jdbcType);
        };
    }

    @Override
    public String locking(String columns, String table, String where, boolean holdsRoom) {
        return "select " + columns + " from " + table + " with (updlock, rowlock" + (holdsRoom ? ", holdlock" : "")
                + ") where " + where;
    }

    @Override
    public void bind(PreparedStatement statement, int place, Column column, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(
                    place,
                    column.kind() == ColumnKind.OTHER
                            ? Types.NVARCHAR
                            : column.type().code());
        } else if (value instanceof Instant instant) {
            statement.setObject(place, instant.atOffset(ZoneOffset.UTC));
        } else if (column.kind() == ColumnKind.JSON) {
            statement.setString(place, value.toString());
        } else {
            statement.setObject(place, value);
        }
    }

    /** XML, hierarchy ids and shapes get the server's own spelling. */
    @Override
    public String canonical(ColumnType type) {
        return switch (type.name().toLowerCase(Locale.ROOT)) {
            case "xml", "hierarchyid", "geometry", "geography" ->
                "select cast(cast(? as " + type.name() + ") as nvarchar(max))";
            default -> null;
        };
    }

    @Override
    public String selected(Column column) {
        return canonical(column.type()) == null
                ? quoted(column.name())
                : "cast(" + quoted(column.name()) + " as nvarchar(max))";
    }
}
