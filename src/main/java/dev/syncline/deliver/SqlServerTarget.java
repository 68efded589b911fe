package dev.syncline.deliver;

import dev.syncline.deliver.SqlType.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
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

    /** Another transaction changed the row since the snapshot of this one. */
    private static final Set<Integer> CHANGED_MEANWHILE = Set.of(3960, 3961);

    /**
     * A lock, memory or space that is not to be had, a database that is read-only, moved, restored or closed, a connection
     * that is gone, and what Azure says while it moves or slows down a database.
     */
    private static final Set<Integer> OUTAGES = Set.of(
            64, 121, 233, 596, 615, 701, 802, 823, 824, 825, 845, 926, 927, 942, 945, 952, 976, 978, 979, 982, 983, 988,
            1101, 1105, 1204, DEADLOCK, 1221, 1222, 1480, 3906, 3908, 4060, 6005, 8628, 8645, 8651, 9001, 9002, 10053,
            10054, 10060, 10928, 10929, 17142, 17187, 18456, 40143, 40197, 40501, 40540, 40544, 40549, 40550, 40551,
            40552, 40553, 40613, 49918, 49919, 49920);

    /** What {@code throw} and {@code raiserror} of a trigger have. */
    private static final int FIRST_OF_USERS = 50_000;

    /** Rights, tables, columns, routines. */
    private static final Set<Integer> OF_STATEMENT =
            Set.of(207, 208, 229, 230, 262, 297, 300, 916, 2812, 4104, 4405, 4406);

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
            case "xml", "hierarchyid", "geometry", "geography" -> Kind.OTHER;
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
            statement.setNull(
                    place,
                    column.kind() == Kind.OTHER ? Types.NVARCHAR : column.type().code());
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
        return failure.getErrorCode() == DEADLOCK
                || CHANGED_MEANWHILE.contains(failure.getErrorCode())
                || DUPLICATE.contains(failure.getErrorCode());
    }

    /** HYT and HY008 are time-outs. */
    @Override
    public boolean isOutage(SQLException failure) {
        return OUTAGES.contains(failure.getErrorCode())
                || failure.getErrorCode() < FIRST_OF_USERS
                        && TargetDialect.hasState(failure, "08", "28", "40", "HYT", "HY008");
    }

    @Override
    public boolean lacksOther(SQLException failure) {
        return failure.getErrorCode() == CONSTRAINT
                && failure.getMessage() != null
                && failure.getMessage().contains("FOREIGN KEY");
    }

    @Override
    public boolean isOfStatement(SQLException failure) {
        return OF_STATEMENT.contains(failure.getErrorCode());
    }

    /** The server spells XML, paths and shapes in a way of its own. */
    @Override
    public String canonical(SqlType type) {
        return switch (type.name().toLowerCase(Locale.ROOT)) {
            case "xml", "hierarchyid", "geometry", "geography" ->
                "select cast(cast(? as " + type.name() + ") as nvarchar(max))";
            default -> null;
        };
    }

    @Override
    public String selected(SqlColumn column) {
        return canonical(column.type()) == null
                ? quoted(column.name())
                : "cast(" + quoted(column.name()) + " as nvarchar(max))";
    }
}
