package dev.syncline.sql;

import dev.syncline.sql.query.SqlLexis;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads MariaDB and MySQL. Compares text by its bytes, as their collations consider {@code a}, {@code A} and {@code a }
 * equal; compares rows column by column, as they do not use an index for {@code (a, b) > (?, ?)}.
 */
enum MariaDbReading implements SqlReading {
    INSTANCE;

    /** Also matches dates that do not exist. */
    private static final Pattern DATE_OR_TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d([ T]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?Z?)?");

    @Override
    public SqlDialect dialect() {
        return MariaDbDialect.INSTANCE;
    }

    /** A {@code timestamp} is a moment, which {@link #begin} has written in UTC; unsigned numbers need room for more. */
    @Override
    public int type(int jdbcType, String typeName) {
        return switch (typeName.toUpperCase(Locale.ROOT)) {
            case "JSON" -> SqlTypes.JSON;
            case "UUID" -> SqlTypes.UUID;
            case "TIMESTAMP" -> SqlTypes.UTC;
            case "DATETIME" -> Types.TIMESTAMP;
            case "YEAR" -> Types.SMALLINT;
            case "FLOAT", "FLOAT UNSIGNED" -> SqlTypes.SINGLE;
            case "DOUBLE UNSIGNED" -> Types.DOUBLE;
            case "TINYINT UNSIGNED" -> Types.SMALLINT;
            case "SMALLINT UNSIGNED", "MEDIUMINT UNSIGNED" -> Types.INTEGER;
            case "INT UNSIGNED", "INTEGER UNSIGNED" -> Types.BIGINT;
            case "BIGINT UNSIGNED" -> Types.NUMERIC;
            default -> MariaDbDialect.isShape(typeName) ? Types.VARCHAR : jdbcType;
        };
    }

    /**
     * Casts a float, which is otherwise written with only six digits, and a geometry, which has a format of its own.
     */
    @Override
    public String readAs(String column, String typeName) {
        String name = typeName.toUpperCase(Locale.ROOT);
        if (MariaDbDialect.isShape(name)) {
            return "st_astext(" + column + ")";
        }
        return name.startsWith("FLOAT") ? "(" + column + " + 0e0)" : null;
    }

    /** Keeps dates that do not exist, such as 0000-00-00, as a cursor must find them again. */
    @Override
    public String text(ResultSet result, int column, int type, String typeName) throws SQLException {
        return isTime(type) ? result.getString(column) : SqlReading.super.text(result, column, type, typeName);
    }

    private static boolean isTime(int type) {
        return type == Types.DATE || type == Types.TIMESTAMP || type == SqlTypes.UTC;
    }

    @Override
    public boolean hasNullsFirst() {
        return true;
    }

    @Override
    public SqlLexis lexis() {
        return SqlLexis.MARIADB;
    }

    /**
     * Uses a list of rows, which the server sorts and searches for each row of the source; it would try alternatives
     * one by one.
     */
    @Override
    public KeyCondition among(List<KeyColumn> columns, List<List<String>> keys) {
        return KeyCondition.listed(this, columns, keys);
    }

    @Override
    public String ordered(String column, int type) {
        if (type == SqlTypes.SINGLE) {
            return "(" + column + " + 0e0)";
        }
        return SqlTypes.isText(type) ? "cast(convert(" + column + " using utf8mb4) as binary)" : column;
    }

    @Override
    public Object value(int type, String text) {
        if (isTime(type) && DATE_OR_TIME.matcher(text).matches()) {
            return text.replace('T', ' ').replace("Z", "");
        }
        Object value = SqlTypes.parse(type, text);
        return SqlTypes.isBits(type) ? SqlValues.number(text) : value;
    }

    @Override
    public String first(int most, String rest) {
        return "select " + rest + " limit " + most;
    }

    /** The server does not use an index for a longer list. */
    @Override
    public int mostKeys() {
        return 4_000;
    }

    /** Raises net_write_timeout: the server closes a connection whose client does not fetch for that many seconds. */
    @Override
    public void begin(Connection connection) throws SQLException {
        SqlReading.super.begin(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set time_zone = '+00:00', net_write_timeout = 600");
        }
    }

    @Override
    public SourceState state(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select utc_timestamp(6)")) {
            result.next();
            return new SourceState(result.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC), null);
        }
    }
}
