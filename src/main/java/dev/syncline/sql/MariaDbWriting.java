package dev.syncline.sql;

import dev.syncline.value.Column;
import dev.syncline.value.ColumnKind;
import dev.syncline.value.ColumnType;
import dev.syncline.value.ValueLimits;
import dev.syncline.value.ValueText;
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

/**
 * Writes MariaDB and MySQL. The session has the server's own time zone, as triggers of the application may write {@code
 * now()}; therefore a {@code timestamp} is read and written as seconds since 1970.
 */
enum MariaDbWriting implements SqlWriting {
    /** A {@code timestamp} has 32 bits; a later one would become null. */
    UNTIL_2038("2038-01-19T03:14:07.999999Z", false),
    /** Since MariaDB 11.5 it has one bit more. */
    UNTIL_2106("2106-02-07T06:28:15.999999Z", false),
    /** MySQL rounds times, which MariaDB truncates. */
    ROUNDING_UNTIL_2038("2038-01-19T03:14:07.999999Z", true);

    static final String MYSQL = "MySQL";

    private final ValueLimits limits;

    MariaDbWriting(String lastMoment, boolean roundsTimes) {
        this.limits = new ValueLimits(true, false, roundsTimes, Instant.ofEpochSecond(1), Instant.parse(lastMoment));
    }

    static MariaDbWriting of(DatabaseMetaData metadata) throws SQLException {
        if (metadata.getDatabaseProductName().equals(MYSQL)) {
            return ROUNDING_UNTIL_2038;
        }
        int major = metadata.getDatabaseMajorVersion();
        return major > 11 || major == 11 && metadata.getDatabaseMinorVersion() >= 5 ? UNTIL_2106 : UNTIL_2038;
    }

    @Override
    public SqlDialect dialect() {
        return MariaDbDialect.INSTANCE;
    }

    /** Sets the strict mode, without which the server would silently truncate values that do not fit. */
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
    public ColumnKind kind(int jdbcType, String typeName) {
        if (MariaDbDialect.isShape(typeName)) {
            return ColumnKind.OTHER;
        }
        return switch (typeName.toUpperCase(Locale.ROOT)) {
            case "JSON" -> ColumnKind.JSON;
            case "UUID" -> ColumnKind.UUID;
            case "TIMESTAMP" -> ColumnKind.MOMENT;
            case "DATETIME" -> ColumnKind.LOCAL;
            case "YEAR", "BOOLEAN", "TINYINT" -> ColumnKind.INTEGER;
            case "BIT" -> ColumnKind.BITS;
            case "TIME" -> ColumnKind.SPAN;
            default -> SqlWriting.standard(jdbcType);
        };
    }

    @Override
    public ColumnType type(int jdbcType, String typeName, String declared, int precision, int scale) {
        ColumnKind kind = kind(jdbcType, typeName);
        String words = declared == null ? "" : declared.toLowerCase(Locale.ROOT);
        if (words.startsWith("inet")) {
            return new ColumnType(ColumnKind.OTHER, jdbcType, typeName, declared, 0, 0, limits, null);
        } else if (words.startsWith("enum(") || words.startsWith("set(")) {
            return new ColumnType(
                    ColumnKind.OTHER, jdbcType, typeName, declared, 0, 0, limits, new MariaDbMembers(declared));
        } else if ((kind == ColumnKind.SINGLE || kind == ColumnKind.DOUBLE) && scale < 31) {
            return new ColumnType(kind, jdbcType, typeName, declared, precision, scale, limits, null);
        }
        return SqlWriting.super.type(jdbcType, typeName, declared, precision, scale);
    }

    @Override
    public ValueLimits limits() {
        return limits;
    }

    /** Enums, sets and addresses have the metadata of texts with a fixed length. */
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
    public String canonical(ColumnType type) {
        if (MariaDbDialect.isShape(type.name())) {
            return "select st_astext(st_geomfromtext(?))";
        }
        return type.kind() == ColumnKind.OTHER && type.form() == null && type.declared() != null
                ? "select cast(cast(? as " + type.declared() + ") as char)"
                : null;
    }

    /** Casts a float to double, as its text has only six digits. */
    @Override
    public String selected(Column column) {
        return switch (column.kind()) {
            case MOMENT -> "unix_timestamp(" + quoted(column.name()) + ")";
            case SINGLE -> quoted(column.name()) + " + 0e0";
            case OTHER ->
                MariaDbDialect.isShape(column.type().name())
                        ? "st_astext(" + quoted(column.name()) + ")"
                        : quoted(column.name());
            default -> quoted(column.name());
        };
    }

    @Override
    public String mark(Column column) {
        return column.kind() == ColumnKind.MOMENT
                ? "from_unixtime(?)"
                : MariaDbDialect.isShape(column.type().name()) ? "st_geomfromtext(?)" : "?";
    }

    @Override
    public String locking(String columns, String table, String where, boolean holdsRoom) {
        return "select " + columns + " from " + table + " where " + where + " for update";
    }

    @Override
    public void bind(PreparedStatement statement, int place, Column column, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(place, Types.NULL);
        } else if (value instanceof Instant instant) {
            BigDecimal seconds =
                    BigDecimal.valueOf(instant.getEpochSecond()).add(BigDecimal.valueOf(instant.getNano(), 9));
            statement.setBigDecimal(place, seconds.setScale(6, RoundingMode.DOWN));
        } else if (column.kind() == ColumnKind.JSON) {
            statement.setString(place, value.toString());
        } else if (column.kind() == ColumnKind.SPAN) {
            statement.setString(place, ValueText.of(value));
        } else {
            statement.setObject(place, value);
        }
    }

    @Override
    public Object read(ResultSet result, int place, Column column) throws SQLException {
        if (column.kind() == ColumnKind.SINGLE) {
            double number = result.getDouble(place);
            return result.wasNull() ? null : (Object) (float) number;
        }
        if (column.kind() != ColumnKind.MOMENT) {
            return SqlWriting.super.read(result, place, column);
        }
        BigDecimal seconds = result.getBigDecimal(place);
        return seconds == null || seconds.signum() == 0
                ? null // a timestamp of zeros
                : Instant.ofEpochSecond(
                        seconds.longValue(),
                        seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
    }
}
