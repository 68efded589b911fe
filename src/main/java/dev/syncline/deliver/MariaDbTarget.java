package dev.syncline.deliver;

import dev.syncline.deliver.SqlType.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * MariaDB and MySQL. The session has the server's own time zone, as triggers of the application may write {@code now()};
 * a {@code timestamp} is therefore asked for, and given, as seconds since 1970.
 */
enum MariaDbTarget implements TargetDialect {
    /** A {@code timestamp} ends with 32 bits; a later one would be taken for null. */
    UNTIL_2038("2038-01-19T03:14:07.999999Z"),
    /** From MariaDB 11.5, one bit more. */
    UNTIL_2106("2106-02-07T06:28:15.999999Z");

    /** A key that is there already. */
    private static final int DUPLICATE = 1062;

    /** The row, or the table, changed since it was read; a statement is to be prepared anew. */
    private static final Set<Integer> CLASHES = Set.of(DUPLICATE, 1020, 1412, 1615);

    /** A foreign key's row is not there, or is still referred to. */
    private static final Set<Integer> FOREIGN = Set.of(1216, 1452, 1217, 1451);

    /** A value larger than a packet may be; the server hangs up on it. */
    private static final int TOO_LARGE = 1153;

    /**
     * A server that is full, read-only, out of memory or about to end, a table that is broken, a lock, a connection or a
     * statement that was ended.
     */
    private static final Set<Integer> OUTAGES = Set.of(
            1015, 1021, 1030, 1037, 1038, 1040, 1041, 1053, 1077, 1079, 1114, 1180, 1194, 1195, 1203, 1205, 1206, 1213,
            1226, 1290, 1317, 1637, 1836, 1927, 1969, 3024, 3098, 3100, 3101);

    /** Rights, tables, columns, routines. */
    private static final Set<Integer> OF_STATEMENT = Set.of(1044, 1142, 1143, 1227, 1288, 1370, 1471);

    private static final Set<String> SHAPES = Set.of(
            "GEOMETRY",
            "POINT",
            "LINESTRING",
            "POLYGON",
            "MULTIPOINT",
            "MULTILINESTRING",
            "MULTIPOLYGON",
            "GEOMETRYCOLLECTION");

    private final SqlLimits limits;

    MariaDbTarget(String lastMoment) {
        this.limits = new SqlLimits(true, false, Instant.ofEpochSecond(1), Instant.parse(lastMoment));
    }

    static MariaDbTarget of(DatabaseMetaData metadata) throws SQLException {
        int major = metadata.getDatabaseMajorVersion();
        return major > 11 || major == 11 && metadata.getDatabaseMinorVersion() >= 5 ? UNTIL_2106 : UNTIL_2038;
    }

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

    /** A {@code tinyint(1)} may hold more than 0 and 1, and a {@code time} more than a day. */
    @Override
    public Kind kind(int jdbcType, String typeName) {
        if (SHAPES.contains(typeName)) {
            return Kind.OTHER;
        }
        return switch (typeName.toUpperCase(Locale.ROOT)) {
            case "JSON" -> Kind.JSON;
            case "UUID" -> Kind.UUID;
            case "TIMESTAMP" -> Kind.MOMENT;
            case "DATETIME" -> Kind.LOCAL;
            case "YEAR", "BOOLEAN", "TINYINT" -> Kind.INTEGER;
            case "BIT" -> Kind.BITS;
            case "TIME" -> Kind.SPAN;
            default -> TargetDialect.standard(jdbcType);
        };
    }

    @Override
    public SqlType type(int jdbcType, String typeName, String declared, int precision, int scale) {
        Kind kind = kind(jdbcType, typeName);
        String words = declared == null ? "" : declared.toLowerCase(Locale.ROOT);
        if (words.startsWith("inet")) {
            return new SqlType(Kind.OTHER, jdbcType, typeName, declared, 0, 0, limits, null);
        } else if (words.startsWith("enum(") || words.startsWith("set(")) {
            return new SqlType(Kind.OTHER, jdbcType, typeName, declared, 0, 0, limits, new MariaDbMembers(declared));
        } else if ((kind == Kind.SINGLE || kind == Kind.DOUBLE) && scale < 31) {
            return new SqlType(kind, jdbcType, typeName, declared, precision, scale, limits, null);
        }
        return TargetDialect.super.type(jdbcType, typeName, declared, precision, scale);
    }

    @Override
    public SqlLimits limits() {
        return limits;
    }

    /** Lists and addresses come as texts of a fixed length. */
    @Override
    public boolean needsDeclaration(int jdbcType, String typeName) {
        return jdbcType == Types.CHAR;
    }

    @Override
    public Map<String, String> declarations(Connection connection, String table) throws SQLException {
        int point = table.lastIndexOf('.');
        Map<String, String> declarations = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                """
                select column_name, column_type from information_schema.columns
                where table_schema = coalesce(?, database()) and table_name = ?""")) {
            select.setString(1, point < 0 ? null : table.substring(0, point));
            select.setString(2, table.substring(point + 1));
            try (ResultSet columns = select.executeQuery()) {
                while (columns.next()) {
                    declarations.put(columns.getString(1), columns.getString(2));
                }
            }
        }
        return declarations;
    }

    @Override
    public String canonical(SqlType type) {
        if (SHAPES.contains(type.name())) {
            return "select st_astext(st_geomfromtext(?))";
        }
        return type.kind() == Kind.OTHER && type.form() == null && type.declared() != null
                ? "select cast(cast(? as " + type.declared() + ") as char)"
                : null;
    }

    /** The text of a float has six digits; as a double it has all. */
    @Override
    public String selected(SqlColumn column) {
        return switch (column.kind()) {
            case MOMENT -> "unix_timestamp(" + quoted(column.name()) + ")";
            case SINGLE -> quoted(column.name()) + " + 0e0";
            case OTHER ->
                SHAPES.contains(column.type().name())
                        ? "st_astext(" + quoted(column.name()) + ")"
                        : quoted(column.name());
            default -> quoted(column.name());
        };
    }

    @Override
    public String mark(SqlColumn column) {
        return column.kind() == Kind.MOMENT
                ? "from_unixtime(?)"
                : SHAPES.contains(column.type().name()) ? "st_geomfromtext(?)" : "?";
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
        } else if (column.kind() == Kind.SPAN) {
            statement.setString(place, SqlText.of(value));
        } else {
            statement.setObject(place, value);
        }
    }

    @Override
    public Object read(ResultSet result, int place, SqlColumn column) throws SQLException {
        if (column.kind() == Kind.SINGLE) {
            double number = result.getDouble(place);
            return result.wasNull() ? null : (Object) (float) number;
        }
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
        return CLASHES.contains(failure.getErrorCode()) || TargetDialect.hasState(failure, "40");
    }

    @Override
    public boolean isOutage(SQLException failure) {
        return failure.getErrorCode() != TOO_LARGE
                && (OUTAGES.contains(failure.getErrorCode())
                        || TargetDialect.hasState(failure, "08", "28", "40", "70100"));
    }

    @Override
    public boolean lacksOther(SQLException failure) {
        return FOREIGN.contains(failure.getErrorCode());
    }

    @Override
    public boolean isOfStatement(SQLException failure) {
        return OF_STATEMENT.contains(failure.getErrorCode()) || TargetDialect.hasState(failure, "42S", "3D");
    }
}
