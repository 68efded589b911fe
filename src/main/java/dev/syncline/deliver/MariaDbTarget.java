package dev.syncline.deliver;

import dev.syncline.deliver.SqlColumn.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/**
 * MariaDB and MySQL. The session has the server's own time zone, as triggers of the application may write {@code now()};
 * a {@code timestamp} is therefore asked for, and given, as seconds since 1970.
 */
enum MariaDbTarget implements TargetDialect {
    INSTANCE;

    /** A key that is there already. */
    private static final int DUPLICATE = 1062;

    /** A foreign key's row is not there, or is still referred to. */
    private static final Set<Integer> FOREIGN = Set.of(1216, 1452, 1217, 1451);

    /** Truncated, a check, no default, wrong value; some have states of no class. */
    private static final Set<Integer> REFUSED = Set.of(1264, 1265, 1292, 1364, 1366, 1406, 3819, 4025);

    @Override
    public String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    /** Strict, as otherwise it would cut off what a column cannot hold, and not say so. */
    @Override
    public void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        connection.setReadOnly(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set time_zone = @@global.time_zone,"
                    + " sql_mode = concat_ws(',', nullif(@@sql_mode, ''), 'STRICT_ALL_TABLES')");
        }
        connection.setAutoCommit(false);
    }

    @Override
    public Kind kind(int jdbcType, String typeName) {
        return switch (typeName.toUpperCase(Locale.ROOT)) {
            case "JSON" -> Kind.JSON;
            case "UUID" -> Kind.UUID;
            case "TIMESTAMP" -> Kind.MOMENT;
            case "DATETIME" -> Kind.LOCAL;
            case "YEAR" -> Kind.INTEGER;
            default -> TargetDialect.standard(jdbcType);
        };
    }

    @Override
    public String selected(SqlColumn column) {
        return column.kind() == Kind.MOMENT ? "unix_timestamp(" + quoted(column.name()) + ")" : quoted(column.name());
    }

    @Override
    public String mark(SqlColumn column) {
        return column.kind() == Kind.MOMENT ? "from_unixtime(?)" : "?";
    }

    @Override
    public String locking(String columns, String table, String where, boolean holdsRoom) {
        return "select " + columns + " from " + table + " where " + where + " for update";
    }

    @Override
    public void bind(PreparedStatement statement, int place, SqlColumn column, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(place, Types.NULL);
        } else if (value instanceof Instant instant) {
            BigDecimal seconds =
                    BigDecimal.valueOf(instant.getEpochSecond()).add(BigDecimal.valueOf(instant.getNano(), 9));
            statement.setBigDecimal(place, seconds.setScale(6, RoundingMode.DOWN));
        } else if (column.kind() == Kind.JSON) {
            statement.setString(place, value.toString());
        } else {
            statement.setObject(place, value);
        }
    }

    @Override
    public Object read(ResultSet result, int place, SqlColumn column) throws SQLException {
        if (column.kind() != Kind.MOMENT) {
            return TargetDialect.super.read(result, place, column);
        }
        BigDecimal seconds = result.getBigDecimal(place);
        return seconds == null || seconds.signum() == 0
                ? null // a timestamp of nothing but zeros
                : Instant.ofEpochSecond(
                        seconds.longValue(),
                        seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
    }

    @Override
    public boolean clashes(SQLException failure) {
        return failure.getErrorCode() == DUPLICATE || TargetDialect.hasState(failure, "40");
    }

    /** 45 is what triggers signal. */
    @Override
    public boolean refuses(SQLException failure) {
        return TargetDialect.hasState(failure, "22", "23", "44", "45") || REFUSED.contains(failure.getErrorCode());
    }

    @Override
    public boolean lacksOther(SQLException failure) {
        return FOREIGN.contains(failure.getErrorCode());
    }
}
