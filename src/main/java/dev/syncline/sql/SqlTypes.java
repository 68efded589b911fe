package dev.syncline.sql;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.regex.Pattern;

/** Codes of column types: those of JDBC, and more of our own. */
public final class SqlTypes {
    /** JSON, as text. */
    public static final int JSON = -9_001;

    public static final int UUID = -9_002;
    /** Eight bytes that increase with each change. */
    public static final int ROW_VERSION = -9_003;
    /** A moment that the connection returns as a time in UTC. */
    public static final int UTC = -9_004;
    /** Text that a route declares as JSON. */
    public static final int JSON_TEXT = -9_005;
    /** Text that is padded with insignificant blanks. */
    public static final int PADDED = -9_006;
    /** Text that the database compares case-insensitively. */
    public static final int CASELESS = -9_007;
    /** A float of four bytes. */
    public static final int SINGLE = -9_008;
    /** A time of day with an offset. */
    public static final int OFFSET_TIME = -9_009;

    public static final int HSTORE = -9_010;

    /** Bits as text of 0 and 1. The code is this minus the number of digits. */
    private static final int BITS = -20_000;

    private static final Pattern UUID_TEXT = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Pattern BITS_TEXT = Pattern.compile("[01]+");

    private SqlTypes() {}

    /** Returns the code of bits with that number of digits; 0 for any length. */
    public static int ofBits(int digits) {
        return BITS - Math.max(0, digits);
    }

    public static boolean isBits(int type) {
        return type <= BITS;
    }

    public static int bits(int type) {
        return BITS - type;
    }

    /** Returns the name of a type in messages about a change of it. */
    public static String kind(int type) {
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

    /**
     * Parses the text of a value in a record's key or a cursor.
     *
     * @throws RuntimeException if a column of this type cannot have that value
     */
    public static Object parse(int type, String value) {
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

    /** Returns whether a field is a number by its kind and the name of its type. */
    public static boolean isNumber(String field) {
        return field.startsWith("number ") || field.startsWith("fraction ");
    }

    public static boolean isNumber(int type) {
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

    public static boolean isText(int type) {
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
