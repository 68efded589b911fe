package dev.syncline.deliver;

import dev.syncline.deliver.SqlColumn.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;

/** SQL Server: locks are hints in the select; there is no insert that passes over what is there. */
enum SqlServerTarget implements TargetDialect {
    INSTANCE;

    private static final Set<Integer> DUPLICATE = Set.of(2601, 2627);
    private static final int DEADLOCK = 1205;

    /** A foreign key or a check. */
    private static final int CONSTRAINT = 547;

    /** No null allowed, conversions, overflows, text that is cut off, a trigger's rollback. */
    private static final Set<Integer> REFUSED =
            Set.of(220, 232, 241, 242, 245, 248, 295, 515, CONSTRAINT, 2601, 2627, 2628, 3609, 8114, 8115, 8152, 8169);

    /** What {@code throw} and {@code raiserror} of a trigger have. */
    private static final int FIRST_OF_USERS = 50_000;

    @Override
    public String quoted(String name) {
        return '[' + name.replace("]", "]]") + ']';
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        connection.setReadOnly(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
    }

    /** The type {@code timestamp} is no time, but the older name of rowversion. */
    @Override
    public Kind kind(int jdbcType, String typeName) {
        return switch (typeName.toLowerCase(Locale.ROOT)) {
            case "json" -> Kind.JSON;
            case "uniqueidentifier" -> Kind.UUID;
            case "timestamp", "rowversion" -> Kind.ROW_VERSION;
            case "datetimeoffset" -> Kind.MOMENT;
            case "datetime", "smalldatetime", "datetime2" -> Kind.LOCAL;
            case "money", "smallmoney" -> Kind.DECIMAL;
            default -> TargetDialect.standard(jdbcType);
        };
    }

    @Override
    public String locking(String columns, String table, String where, boolean holdsRoom) {
        return "select " + columns + " from " + table + " with (updlock, rowlock" + (holdsRoom ? ", holdlock" : "")
                + ") where " + where;
    }

    @Override
    public void bind(PreparedStatement statement, int place, SqlColumn column, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(place, column.type());
        } else if (value instanceof Instant instant) {
            statement.setObject(place, instant.atOffset(ZoneOffset.UTC));
        } else if (column.kind() == Kind.JSON) {
            statement.setString(place, value.toString());
        } else {
            statement.setObject(place, value);
        }
    }

    @Override
    public boolean clashes(SQLException failure) {
        return failure.getErrorCode() == DEADLOCK || DUPLICATE.contains(failure.getErrorCode());
    }

    @Override
    public boolean refuses(SQLException failure) {
        return TargetDialect.hasState(failure, "22", "23")
                || REFUSED.contains(failure.getErrorCode())
                || failure.getErrorCode() >= FIRST_OF_USERS;
    }

    @Override
    public boolean lacksOther(SQLException failure) {
        return failure.getErrorCode() == CONSTRAINT
                && failure.getMessage() != null
                && failure.getMessage().contains("FOREIGN KEY");
    }
}
