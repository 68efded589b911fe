package dev.syncline.page;

import dev.syncline.page.Page.Unit;
import java.math.BigDecimal;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
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
    /** Text that is JSON if its route is right. */
    static final int JSON_TEXT = -9_005;
    /** Text that is filled up with blanks, which do not count. */
    static final int PADDED = -9_006;
    /** Text that the database compares without case. */
    static final int CASELESS = -9_007;
    /** A float of four bytes. */
    static final int SINGLE = -9_008;
    /** A time of day with an offset. */
    static final int OFFSET_TIME = -9_009;

    static final int HSTORE = -9_010;

    /** Bits, as text of 0 and 1; of this code and below, the difference is how many digits it has. */
    private static final int BITS = -20_000;

    private static final Pattern UUID_TEXT = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Pattern BITS_TEXT = Pattern.compile("[01]+");

    /** Of the keys that one statement asks for, together. */
    private static final int LONGEST_KEYS = 2_000_000;

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
        return isNumber(type) || kind(type).equals("time");
    }

    private static int type(ResultSetMetaData columns, int column, SqlQuery query, SqlDialect dialect)
            throws SQLException {
        int type = dialect.type(columns.getColumnType(column), columns.getColumnTypeName(column));
        if (query.json().contains(columns.getColumnLabel(column))) {
            return type == JSON && dialect.checksJson() ? JSON : JSON_TEXT;
        } else if (type == JSON && !dialect.checksJson()) {
            return JSON_TEXT;
        }
        return type == Types.BIT && columns.getPrecision(column) != 1 ? ofBits(columns.getPrecision(column)) : type;
    }

    /** The code of bits with so many digits; 0 where they may be of any length. */
    static int ofBits(int digits) {
        return BITS - Math.max(0, digits);
    }

    static boolean isBits(int type) {
        return type <= BITS;
    }

    static int bits(int type) {
        return BITS - type;
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
            fields.put(labels.get(i), kind(types[i]) + " " + typeNames.get(i));
        }
        return fields;
    }

    /** Whether a field is a number by what {@link #fields} says of it. */
    static boolean isNumber(String field) {
        return field.startsWith("number ") || field.startsWith("fraction ");
    }

    /** Which of the key columns hold numbers. */
    boolean[] numbers() {
        boolean[] numbers = new boolean[keys.length];
        for (int i = 0; i < keys.length; i++) {
            String kind = kind(types[keys[i]]);
            numbers[i] = kind.equals("number") || kind.equals("fraction");
        }
        return numbers;
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
            case SINGLE, Types.REAL, Types.DOUBLE, Types.FLOAT -> "fraction";
            case Types.DATE, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE, UTC -> "time";
            case Types.BOOLEAN, Types.BIT -> "boolean";
            case JSON, JSON_TEXT -> "json";
            default -> isBits(type) ? "bits" : "other";
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

    /**
     * The value that a column of this type has where {@link Row#key} or a cursor has this text.
     *
     * @throws RuntimeException where no column of this type has it
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
            case Types.NUMERIC, Types.DECIMAL -> {
                return new BigDecimal(value);
            }
            case SINGLE -> {
                return (double) Float.parseFloat(value);
            }
            case Types.REAL, Types.DOUBLE, Types.FLOAT -> {
                return Double.valueOf(value);
            }
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> {
                return Base64.getDecoder().decode(value);
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
                if (type == UUID && !UUID_TEXT.matcher(value).matches()
                        || isBits(type) && !BITS_TEXT.matcher(value).matches()) {
                    throw new IllegalArgumentException(value);
                }
                return value;
            }
        }
    }

    /** Whether a key finds its own row alone, and not those whose keys the database takes for the same. */
    boolean findsExactly() {
        return dialect.findsExactly() && IntStream.of(keys).noneMatch(key -> types[key] == CASELESS);
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
        return changedAt >= 0 && query.changedAtFormat() == null && isNumber(types[changedAt])
                ? Unit.NUMBER
                : Unit.TIME;
    }

    static boolean isNumber(int type) {
        return switch (type) {
            case Types.BIGINT,
                    Types.INTEGER,
                    Types.SMALLINT,
                    Types.TINYINT,
                    Types.NUMERIC,
                    Types.DECIMAL,
                    ROW_VERSION -> true;
            default -> false;
        };
    }

    static boolean isText(int type) {
        return switch (type) {
            case Types.VARCHAR,
                    Types.CHAR,
                    Types.LONGVARCHAR,
                    Types.NVARCHAR,
                    Types.NCHAR,
                    Types.LONGNVARCHAR,
                    PADDED,
                    CASELESS -> true;
            default -> false;
        };
    }
}
