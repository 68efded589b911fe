package dev.syncline.page;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * MariaDB and MySQL. Text is compared by its bytes, as their collations take {@code a}, {@code A} and {@code a } for the
 * same; rows are compared column by column, as no index serves {@code (a, b) > (?, ?)}.
 */
enum MariaDbDialect implements SqlDialect {
    INSTANCE;

    @Override
    public String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    /** A {@code timestamp} is a moment, which {@link #begin} has written in UTC; unsigned numbers need room for more. */
    @Override
    public int type(int jdbcType, String typeName) {
        return switch (typeName.toUpperCase(Locale.ROOT)) {
            case "JSON" -> SqlShape.JSON;
            case "UUID" -> SqlShape.UUID;
            case "TIMESTAMP" -> SqlShape.UTC;
            case "DATETIME" -> Types.TIMESTAMP;
            case "YEAR" -> Types.SMALLINT;
            case "TINYINT UNSIGNED" -> Types.SMALLINT;
            case "SMALLINT UNSIGNED", "MEDIUMINT UNSIGNED" -> Types.INTEGER;
            case "INT UNSIGNED", "INTEGER UNSIGNED" -> Types.BIGINT;
            case "BIGINT UNSIGNED" -> Types.NUMERIC;
            default -> jdbcType;
        };
    }

    @Override
    public boolean hasNullsFirst() {
        return true;
    }

    @Override
    public String ordered(String column, int type) {
        return SqlShape.isText(type) ? "cast(convert(" + column + " using utf8mb4) as binary)" : column;
    }

    @Override
    public Object value(int type, String text) {
        Object value = SqlShape.parse(type, text);
        return value instanceof Instant instant ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC) : value;
    }

    @Override
    public String first(int most, String rest) {
        return "select " + rest + " limit " + most;
    }

    @Override
    public int mostKeys(int columns) {
        return 1_000;
    }

    /** The server drops a connection whose client does not fetch for net_write_timeout seconds. */
    @Override
    public void begin(Connection connection) throws SQLException {
        SqlDialect.super.begin(connection);
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

    @Override
    public boolean refuses(SQLException failure) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith("42");
    }
}
