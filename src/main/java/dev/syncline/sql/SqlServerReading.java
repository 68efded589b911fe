package dev.syncline.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.sql.query.SqlLexis;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * Reads SQL Server. Compares text by its bytes, as its equality ignores trailing blanks and mostly case. It cannot
 * compare rows, and {@code datetime} rounds to a three-hundredth of a second.
 */
enum SqlServerReading implements SqlReading {
    INSTANCE;

    /** A statement has at most 2,100 parameters, and each value of the first column is one. */
    private static final int MOST_KEYS = 2_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public SqlDialect dialect() {
        return SqlServerDialect.INSTANCE;
    }

    /** The type {@code timestamp} is the older name of rowversion. */
    @Override
    public int type(int jdbcType, String typeName) {
        return switch (typeName.toLowerCase(Locale.ROOT)) {
            case "json" -> SqlTypes.JSON;
            case "uniqueidentifier" -> SqlTypes.UUID;
            case "timestamp", "rowversion" -> SqlTypes.ROW_VERSION;
            case "datetimeoffset" -> Types.TIMESTAMP_WITH_TIMEZONE;
            case "datetime", "smalldatetime", "datetime2" -> Types.TIMESTAMP;
            case "money", "smallmoney" -> Types.DECIMAL;
            case "char", "nchar" -> SqlTypes.PADDED;
            case "real" -> SqlTypes.SINGLE;
            case "float" -> Types.DOUBLE;
            case "hierarchyid", "geometry", "geography" -> Types.NVARCHAR;
            default -> jdbcType;
        };
    }

    /** Selects the server's own text for its special types. */
    @Override
    public String readAs(String column, String typeName) {
        return switch (typeName.toLowerCase(Locale.ROOT)) {
            case "hierarchyid", "geometry", "geography" -> column + ".ToString()";
            default -> null;
        };
    }

    /** Keeps trailing blanks, which {@link #ordered} compares too. */
    @Override
    public String text(ResultSet result, int column, int type, String typeName) throws SQLException {
        return type == SqlTypes.PADDED
                ? result.getString(column)
                : SqlReading.super.text(result, column, type, typeName);
    }

    @Override
    public boolean hasNullsFirst() {
        return true;
    }

    @Override
    public String ordered(String column, int type) {
        return SqlTypes.isText(type) ? "cast(cast(" + column + " as nvarchar(4000)) as varbinary(8000))" : column;
    }

    /** Casts a time to the column's own precision, without which it would not equal itself. */
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
        Object value = SqlTypes.parse(type, text);
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }

    @Override
    public String first(int most, String rest) {
        return "select top (" + most + ") " + rest;
    }

    @Override
    public int mostKeys() {
        return MOST_KEYS;
    }

    @Override
    public SqlLexis lexis() {
        return SqlLexis.SQL_SERVER;
    }

    @Override
    public boolean takesWithInSubselects() {
        return false;
    }

    /**
     * Passes many keys of several columns as one JSON text, whose rows the server hashes. Compares text by its bytes,
     * as the JSON has another collation than the columns. An index is used by the values of the first column.
     */
    @Override
    public KeyCondition among(List<KeyColumn> columns, List<List<String>> keys) {
        if (columns.size() == 1) {
            return KeyCondition.listed(this, columns, keys);
        } else if (keys.size() <= KeyCondition.FEW) {
            return KeyCondition.alternatives(this, columns, keys);
        }
        List<List<String>> first =
                keys.stream().map(key -> List.of(key.get(0))).distinct().toList();
        KeyCondition ofFirst = KeyCondition.listed(this, columns.subList(0, 1), first);
        StringJoiner fields = new StringJoiner(", ");
        StringJoiner same = new StringJoiner(" and ");
        for (int i = 0; i < columns.size(); i++) {
            KeyColumn column = columns.get(i);
            fields.add("k" + i + " nvarchar(4000) '$[" + i + "]'");
            same.add(
                    SqlTypes.isText(column.type())
                            ? ordered(column.name(), column.type()) + " = " + ordered("k.k" + i, column.type())
                            : column.name() + " = " + read("k.k" + i, column.typeName()));
        }
        List<Object> values = new ArrayList<>(ofFirst.values());
        values.add(json(columns, keys));
        return new KeyCondition(
                ofFirst.sql() + " and exists (select 1 from openjson(?) with (" + fields + ") k where " + same + ")",
                values);
    }

    /** Returns an expression that makes a value of the column's type from text. */
    private static String read(String text, String typeName) {
        return switch (typeName.toLowerCase(Locale.ROOT)) {
            case "datetime", "smalldatetime" -> "cast(try_cast(" + text + " as datetime2) as " + typeName + ")";
            case "timestamp", "rowversion" -> "cast(try_cast(" + text + " as bigint) as binary(8))";
            case "decimal", "numeric", "money", "smallmoney" -> "try_cast(" + text + " as decimal(38, 10))";
            default -> "try_cast(" + text + " as " + typeName + ")";
        };
    }

    private String json(List<KeyColumn> columns, List<List<String>> keys) {
        List<List<String>> texts = keys.stream()
                .map(key -> IntStream.range(0, columns.size())
                        .mapToObj(i -> text(key(columns.get(i).type(), key.get(i))))
                        .toList())
                .toList();
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes times always with seconds. */
    private static String text(Object value) {
        if (value instanceof LocalDateTime time) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
        } else if (value instanceof OffsetDateTime time) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
        } else if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof Boolean flag) {
            return flag ? "1" : "0";
        }
        return value.toString();
    }

    @Override
    public SourceState state(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select sysdatetimeoffset()")) {
            result.next();
            return new SourceState(result.getObject(1, OffsetDateTime.class).toInstant(), null);
        }
    }
}
