package dev.syncline.page;

import dev.syncline.page.Page.Unit;
import java.math.BigDecimal;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a query gives: its columns, and which of them are the key and the changed-at. Found out by asking the source.
 *
 * @param dialect of the source
 * @param labels the column names
 * @param types JDBC type codes, or those below
 * @param typeNames as the database has them
 * @param keys indexes of the key columns
 * @param changedAt index of the changed-at column, or -1
 * @param rangeBy index of the column that named ranges look at: the changed-at, or the time column beside a row version
 * @param nullable which columns may hold nulls
 */
record SqlShape(
        SqlDialect dialect,
        List<String> labels,
        int[] types,
        List<String> typeNames,
        int[] keys,
        int changedAt,
        int rangeBy,
        boolean[] nullable) {
    /** JSON, as text. */
    static final int JSON = -9_001;

    static final int UUID = -9_002;
    /** Eight bytes that grow with each change. */
    static final int ROW_VERSION = -9_003;
    /** A moment that the connection gives as a time in UTC. */
    static final int UTC = -9_004;

    /** A column that may not be null in its table can be null in what such a query gives. */
    private static final Pattern NULLS_FOR_ABSENT_ROWS =
            Pattern.compile("\\b(left|right|full|rollup|cube|grouping)\\b", Pattern.CASE_INSENSITIVE);

    static SqlShape of(ResultSetMetaData columns, SqlQuery query, SqlDialect dialect) throws SQLException {
        int count = columns.getColumnCount();
        List<String> labels = new ArrayList<>(count);
        List<String> typeNames = new ArrayList<>(count);
        int[] types = new int[count];
        boolean[] nullable = new boolean[count];
        boolean addsNulls = NULLS_FOR_ABSENT_ROWS.matcher(query.sql()).find();
        for (int i = 0; i < count; i++) {
            labels.add(columns.getColumnLabel(i + 1));
            typeNames.add(columns.getColumnTypeName(i + 1));
            types[i] = query.json().contains(labels.get(i))
                    ? JSON
                    : dialect.type(columns.getColumnType(i + 1), typeNames.get(i));
            nullable[i] = addsNulls || columns.isNullable(i + 1) != ResultSetMetaData.columnNoNulls;
        }
        labels.stream()
                .filter(label -> Collections.frequency(labels, label) > 1)
                .findFirst()
                .ifPresent(twice -> {
                    throw new InvalidSource("Route " + query.route() + ": its query gives column '" + twice
                            + "' more than once. Name each column once, or give it another name with 'as'");
                });
        int[] keys = query.key().stream()
                .mapToInt(name -> index(labels, name, "key", query))
                .toArray();
        int changedAt = query.changedAt().isEmpty() ? -1 : index(labels, query.changedAt(), "changedAt", query);
        int rangeBy = query.rangeBy().isEmpty() ? changedAt : index(labels, query.rangeBy(), "rangeBy", query);
        return new SqlShape(dialect, labels, types, typeNames, keys, changedAt, rangeBy, nullable);
    }

    /** Whether rows of these columns are read by this shape. */
    boolean fits(ResultSetMetaData columns) throws SQLException {
        if (columns.getColumnCount() != types.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (!columns.getColumnLabel(i + 1).equals(labels.get(i))
                    || !columns.getColumnTypeName(i + 1).equals(typeNames.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Each column with its kind and what the database calls its type. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < types.length; i++) {
            fields.put(labels.get(i), kind(types[i]) + " " + typeNames.get(i));
        }
        return fields;
    }

    private static String kind(int type) {
        if (isText(type)) {
            return "text";
        }
        return switch (type) {
            case Types.BIGINT,
                    Types.INTEGER,
                    Types.SMALLINT,
                    Types.TINYINT,
                    Types.NUMERIC,
                    Types.DECIMAL,
                    ROW_VERSION -> "number";
            case Types.REAL, Types.DOUBLE, Types.FLOAT -> "fraction";
            case Types.DATE, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE, UTC -> "time";
            case Types.BOOLEAN, Types.BIT -> "boolean";
            case JSON -> "json";
            default -> "other";
        };
    }

    /** The columns that tell rows apart, and when they changed. */
    Set<String> fixed() {
        Set<String> fixed = new HashSet<>();
        IntStream.of(keys).forEach(key -> fixed.add(labels.get(key)));
        if (changedAt >= 0) {
            fixed.add(labels.get(changedAt));
        }
        return fixed;
    }

    private static int index(List<String> labels, String name, String parameter, SqlQuery query) {
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i).equalsIgnoreCase(name)) {
                return i;
            }
        }
        throw new InvalidSource("Route " + query.route() + ": its query has no column '" + name + "', which parameter "
                + parameter + " names. It gives " + String.join(", ", labels)
                + ". Add the column to the query, or correct the parameter");
    }

    /** Whether a row's key columns could have these values, as {@link Row#key} writes them. */
    boolean canHold(List<String> key) {
        for (int i = 0; i < keys.length; i++) {
            try {
                parse(types[keys[i]], key.get(i));
            } catch (IllegalArgumentException | DateTimeParseException e) {
                return false;
            }
        }
        return true;
    }

    /**
     * The value that a column of this type has where {@link Row#key} or a cursor has this text.
     *
     * @throws IllegalArgumentException or a DateTimeParseException where no column of this type has it
     */
    static Object parse(int type, String value) {
        switch (type) {
            case Types.BIGINT, ROW_VERSION -> {
                return Long.parseLong(value);
            }
            case Types.INTEGER -> {
                return Integer.parseInt(value);
            }
            case Types.SMALLINT, Types.TINYINT -> {
                return Short.parseShort(value);
            }
            case Types.NUMERIC, Types.DECIMAL, Types.REAL, Types.DOUBLE, Types.FLOAT -> {
                return new BigDecimal(value);
            }
            case Types.DATE -> {
                return LocalDate.parse(value);
            }
            case Types.TIMESTAMP -> {
                return LocalDateTime.parse(value);
            }
            case Types.TIMESTAMP_WITH_TIMEZONE, UTC -> {
                return Instant.parse(value);
            }
            case Types.BOOLEAN, Types.BIT -> {
                if (!value.equals("true") && !value.equals("false")) {
                    throw new IllegalArgumentException(value);
                }
                return Boolean.valueOf(value);
            }
            default -> {
                if (type == UUID) {
                    java.util.UUID.fromString(value);
                }
                if (value.indexOf('\0') >= 0) {
                    throw new IllegalArgumentException("a NUL character");
                }
                return value;
            }
        }
    }

    /** The keys in as many lists as the source needs statements for them. */
    List<List<String>> parts(List<String> all) {
        int most = dialect.mostKeys(keys.length);
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += most) {
            parts.add(all.subList(from, Math.min(from + most, all.size())));
        }
        return parts;
    }

    Unit unit() {
        return changedAt >= 0 && isNumber(types[changedAt]) ? Unit.NUMBER : Unit.TIME;
    }

    static boolean isNumber(int type) {
        return switch (type) {
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.NUMERIC, Types.DECIMAL, ROW_VERSION -> true;
            default -> false;
        };
    }

    static boolean isText(int type) {
        return switch (type) {
            case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR, Types.NVARCHAR, Types.NCHAR, Types.LONGNVARCHAR -> true;
            default -> false;
        };
    }
}
