package dev.syncline.page;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;

/**
 * SQL Server. Text is compared by its bytes, as its equality knows no trailing blanks and mostly no case; there is no
 * comparison of rows, and {@code datetime} rounds to a three-hundredth of a second.
 */
enum SqlServerDialect implements SqlDialect {
    INSTANCE;

    /** A statement has at most 2,100 parameters. */
    private static final int MOST_PARAMETERS = 2_000;

    /** Syntax, unknown table or column, no name for a column, no permission. */
    private static final Set<Integer> REFUSED =
            Set.of(102, 156, 195, 205, 207, 208, 209, 229, 230, 319, 1033, 4104, 8155, 8156);

    @Override
    public String quoted(String name) {
        return '[' + name.replace("]", "]]") + ']';
    }

    /** The type {@code timestamp} is no time, but the older name of rowversion. */
    @Override
    public int type(int jdbcType, String typeName) {
        return switch (typeName.toLowerCase(Locale.ROOT)) {
            case "json" -> SqlShape.JSON;
            case "uniqueidentifier" -> SqlShape.UUID;
            case "timestamp", "rowversion" -> SqlShape.ROW_VERSION;
            case "datetimeoffset" -> Types.TIMESTAMP_WITH_TIMEZONE;
            case "datetime", "smalldatetime", "datetime2" -> Types.TIMESTAMP;
            case "money", "smallmoney" -> Types.DECIMAL;
            case "char", "nchar" -> SqlShape.PADDED;
            case "real" -> SqlShape.SINGLE;
            case "float" -> Types.DOUBLE;
            case "hierarchyid", "geometry", "geography" -> Types.NVARCHAR;
            default -> jdbcType;
        };
    }

    /** Types of the server's own have a text that it makes itself. */
    @Override
    public String readAs(String column, String typeName) {
        return switch (typeName.toLowerCase(Locale.ROOT)) {
            case "hierarchyid", "geometry", "geography" -> column + ".ToString()";
            default -> null;
        };
    }

    /** Blanks at the end are compared, too, as {@link #ordered} does. */
    @Override
    public String text(ResultSet result, int column, int type, String typeName) throws SQLException {
        return type == SqlShape.PADDED
                ? result.getString(column)
                : SqlDialect.super.text(result, column, type, typeName);
    }

    @Override
    public boolean hasNullsFirst() {
        return true;
    }

    @Override
    public String ordered(String column, int type) {
        return SqlShape.isText(type) ? "cast(cast(" + column + " as nvarchar(4000)) as varbinary(8000))" : column;
    }

    /** Cast to the column's own precision: compared as they are, a time would stand before itself. */
    @Override
    public String mark(String typeName) {
        return switch (typeName.toLowerCase(Locale.ROOT)) {
            case "datetime" -> "cast(? as datetime)";
            case "smalldatetime" -> "cast(? as smalldatetime)";
            case "timestamp", "rowversion" -> "cast(cast(? as bigint) as binary(8))";
            case "hierarchyid" -> "cast(? as hierarchyid)";
            case "real" -> "cast(? as real)";
            default -> "?";
        };
    }

    @Override
    public Object value(int type, String text) {
        Object value = SqlShape.parse(type, text);
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }

    @Override
    public String first(int most, String rest) {
        return "select top (" + most + ") " + rest;
    }

    @Override
    public int mostKeys(int columns) {
        return MOST_PARAMETERS / columns;
    }

    @Override
    public SourceState state(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select sysdatetimeoffset()")) {
            result.next();
            return new SourceState(result.getObject(1, OffsetDateTime.class).toInstant(), null);
        }
    }

    @Override
    public boolean refuses(SQLException failure) {
        return REFUSED.contains(failure.getErrorCode());
    }
}
