package dev.syncline.page;

import dev.syncline.page.Page.Unit;
import dev.syncline.sql.SqlReading;
import dev.syncline.sql.SqlTypes;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a query gives: its columns, and which of them are the key and the changed-at. Found out by asking the source.
 *
 * @param dialect of the source
 * @param labels the column names
 * @param types codes of {@link SqlTypes}
 * @param typeNames as the database has them
 * @param keys indexes of the key columns
 * @param changedAt index of the changed-at column, or -1
 * @param rangeBy index of the column that named ranges look at: the changed-at, or the time column beside a row version
 * @param nullable which columns may hold nulls
 */
record SqlShape(
        SqlReading dialect,
        List<String> labels,
        int[] types,
        List<String> typeNames,
        int[] keys,
        int changedAt,
        int rangeBy,
        boolean[] nullable) {
    /** Of the keys that one statement asks for, together. */
    private static final int LONGEST_KEYS = 2_000_000;

    /** A column that may not be null in its table can be null in what such a query gives. */
    private static final Pattern NULLS_FOR_ABSENT_ROWS =
            Pattern.compile("\\b(left|right|full|rollup|cube|grouping)\\b", Pattern.CASE_INSENSITIVE);

    static SqlShape of(ResultSetMetaData columns, SqlQuery query, SqlReading dialect) throws SQLException {
        int count = columns.getColumnCount();
        List<String> labels = new ArrayList<>(count);
        List<String> typeNames = new ArrayList<>(count);
        int[] types = new int[count];
        boolean[] nullable = new boolean[count];
        boolean addsNulls = NULLS_FOR_ABSENT_ROWS.matcher(query.sql()).find();
        for (int i = 0; i < count; i++) {
            labels.add(columns.getColumnLabel(i + 1));
            typeNames.add(columns.getColumnTypeName(i + 1));
            types[i] = type(columns, i + 1, query, dialect);
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
        if (changedAt >= 0 && query.changedAtFormat() == null && !tellsChanges(types[changedAt])) {
            throw new InvalidSource("Route " + query.route() + ": column " + labels.get(changedAt) + " ("
                    + typeNames.get(changedAt) + ") is no time and no whole number, so it does not say when a row"
                    + " changed. Name a date, a timestamp or a row version in changedAt; or, where it is a time as"
                    + " text or digits, how it is written, in changedAtFormat");
        }
        return new SqlShape(dialect, labels, types, typeNames, keys, changedAt, rangeBy, nullable);
    }

    private static boolean tellsChanges(int type) {
        return SqlTypes.isNumber(type) || SqlTypes.kind(type).equals("time");
    }

    private static int type(ResultSetMetaData columns, int column, SqlQuery query, SqlReading dialect)
            throws SQLException {
        int type = dialect.type(columns.getColumnType(column), columns.getColumnTypeName(column));
        if (query.json().contains(columns.getColumnLabel(column))) {
            return type == SqlTypes.JSON && dialect.checksJson() ? SqlTypes.JSON : SqlTypes.JSON_TEXT;
        } else if (type == SqlTypes.JSON && !dialect.checksJson()) {
            return SqlTypes.JSON_TEXT;
        }
        return type == Types.BIT && columns.getPrecision(column) != 1
                ? SqlTypes.ofBits(columns.getPrecision(column))
                : type;
    }

    /** What a statement selects: all columns, and behind them what is read in the stead of some. */
    String selected() {
        if (dialect.readsAllColumnsAsTheyAre()) {
            return "q.*" + readAs().stream().map(read -> ", " + read).collect(Collectors.joining());
        }
        return IntStream.range(0, types.length)
                .mapToObj(i -> (readAs(i) == null ? "q." + dialect.quoted(labels.get(i)) : readAs(i)) + " as "
                        + dialect.quoted(labels.get(i)))
                .collect(Collectors.joining(", "));
    }

    private List<String> readAs() {
        return IntStream.range(0, types.length)
                .mapToObj(this::readAs)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What is read in a column's stead; null for the column itself. */
    private String readAs(int column) {
        return dialect.readAs("q." + dialect.quoted(labels.get(column)), typeNames.get(column));
    }

    /** The same, but that bytes which are no text are a value that cannot be read. */
    SqlShape ofBytes() {
        return new SqlShape(dialect.ofBytes(), labels, types, typeNames, keys, changedAt, rangeBy, nullable);
    }

    /** Where the value of each column is in a row, counted from 1: behind all columns where it is read in its stead. */
    int[] places() {
        int[] places = new int[types.length];
        int behind = types.length;
        for (int i = 0; i < places.length; i++) {
            places[i] = !dialect.readsAllColumnsAsTheyAre() || readAs(i) == null ? i + 1 : ++behind;
        }
        return places;
    }

    /** Whether rows of these columns are read by this shape. */
    boolean fits(ResultSetMetaData columns) throws SQLException {
        boolean isAll = dialect.readsAllColumnsAsTheyAre();
        if (columns.getColumnCount() != types.length + (isAll ? readAs().size() : 0)) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (!columns.getColumnLabel(i + 1).equals(labels.get(i))
                    || (isAll || readAs(i) == null)
                            && !columns.getColumnTypeName(i + 1).equals(typeNames.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Each column with its kind and what the database calls its type. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < types.length; i++) {
            fields.put(labels.get(i), SqlTypes.kind(types[i]) + " " + typeNames.get(i));
        }
        return fields;
    }

    /** Which of the key columns hold numbers. */
    boolean[] numbers() {
        boolean[] numbers = new boolean[keys.length];
        for (int i = 0; i < keys.length; i++) {
            String kind = SqlTypes.kind(types[keys[i]]);
            numbers[i] = kind.equals("number") || kind.equals("fraction");
        }
        return numbers;
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
            if (key.get(i).indexOf('\0') >= 0) {
                return false;
            }
            try {
                dialect.key(types[keys[i]], key.get(i));
            } catch (RuntimeException e) {
                return false;
            }
        }
        return true;
    }

    /** Whether a key finds its own row alone, and not those whose keys the database takes for the same. */
    boolean findsExactly() {
        return dialect.findsExactly() && IntStream.of(keys).noneMatch(key -> types[key] == SqlTypes.CASELESS);
    }

    /** The keys in as many lists as the source needs statements for them. */
    List<List<String>> parts(List<String> all) {
        int most = dialect.mostKeys();
        List<List<String>> parts = new ArrayList<>();
        int from = 0;
        int length = 0;
        for (int i = 0; i < all.size(); i++) {
            if (i - from == most || length > LONGEST_KEYS) {
                parts.add(all.subList(from, i));
                from = i;
                length = 0;
            }
            length += all.get(i).length();
        }
        if (from < all.size()) {
            parts.add(all.subList(from, all.size()));
        }
        return parts;
    }

    Unit unit(SqlQuery query) {
        return changedAt >= 0 && query.changedAtFormat() == null && SqlTypes.isNumber(types[changedAt])
                ? Unit.NUMBER
                : Unit.TIME;
    }
}
