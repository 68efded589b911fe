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
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a query gives: its columns, and which of them are the key and the changed-at. Found out at first use, by asking
 * the source.
 *
 * @param labels the column names
 * @param types JDBC type codes; {@link #JSON} for a column of JSON
 * @param keys indexes of the key columns
 * @param changedAt index of the changed-at column, or -1
 * @param rangeBy index of the column that named ranges look at: the changed-at, or the time column beside a row version
 * @param nullable which columns may hold nulls
 */
record SqlShape(List<String> labels, int[] types, int[] keys, int changedAt, int rangeBy, boolean[] nullable) {
    static final int JSON = -9_001;
    private static final int UUID = -9_002;
    /** A column that may not be null in its table can be null in what such a query gives. */
    private static final Pattern NULLS_FOR_ABSENT_ROWS =
            Pattern.compile("\\b(left|right|full|rollup|cube|grouping)\\b", Pattern.CASE_INSENSITIVE);

    static SqlShape of(ResultSetMetaData columns, SqlQuery query) throws SQLException {
        int count = columns.getColumnCount();
        List<String> labels = new ArrayList<>(count);
        int[] types = new int[count];
        boolean[] nullable = new boolean[count];
        boolean addsNulls = NULLS_FOR_ABSENT_ROWS.matcher(query.sql()).find();
        for (int i = 0; i < count; i++) {
            labels.add(columns.getColumnLabel(i + 1));
            types[i] = type(columns.getColumnType(i + 1), columns.getColumnTypeName(i + 1));
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
        return new SqlShape(labels, types, keys, changedAt, rangeBy, nullable);
    }

    private static int type(int jdbcType, String name) {
        return switch (name.toLowerCase()) {
            case "json", "jsonb" -> JSON;
            case "uuid" -> UUID;
            case "timestamptz" -> Types.TIMESTAMP_WITH_TIMEZONE;
            default -> jdbcType;
        };
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
            if (!canHold(types[keys[i]], key.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean canHold(int type, String value) {
        try {
            switch (type) {
                case Types.BIGINT -> Long.parseLong(value);
                case Types.INTEGER -> Integer.parseInt(value);
                case Types.SMALLINT, Types.TINYINT -> Short.parseShort(value);
                case Types.NUMERIC, Types.DECIMAL, Types.REAL, Types.DOUBLE, Types.FLOAT -> new BigDecimal(value);
                case Types.DATE -> LocalDate.parse(value);
                case Types.TIMESTAMP -> LocalDateTime.parse(value);
                case Types.TIMESTAMP_WITH_TIMEZONE -> Instant.parse(value);
                case Types.BOOLEAN, Types.BIT -> {
                    return value.equals("true") || value.equals("false");
                }
                case UUID -> java.util.UUID.fromString(value);
                default -> {
                    return value.indexOf('\0') < 0;
                }
            }
            return true;
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return false;
        }
    }

    Unit unit() {
        return changedAt >= 0 && isNumber(types[changedAt]) ? Unit.NUMBER : Unit.TIME;
    }

    static boolean isNumber(int type) {
        return switch (type) {
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.NUMERIC, Types.DECIMAL -> true;
            default -> false;
        };
    }
}
