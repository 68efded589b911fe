package dev.syncline.sql;

import dev.syncline.value.JsonText;
import dev.syncline.value.RawJson;
import dev.syncline.value.ValueText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * Reads values of records from a driver, by the codes of {@link SqlTypes}. Values that JSON cannot express, such as NaN
 * and infinity, become the database's text.
 */
public final class SqlValues {
    private static final Set<String> NO_NUMBERS = Set.of("NaN", "Infinity", "-Infinity");

    private SqlValues() {}

    /**
     * @throws UnreadableValue or another RuntimeException if the value is invalid, such as the date 2026-02-00
     * @throws SQLException if the driver cannot read it, or the connection is lost
     */
    public static Object read(ResultSet result, int column, int type) throws SQLException {
        switch (type) {
            case SqlTypes.JSON -> {
                String json = result.getString(column);
                return json == null ? null : new RawJson(json);
            }
            case SqlTypes.JSON_TEXT -> {
                String json = result.getString(column);
                return json == null ? null : JsonText.parsed(json);
            }
            case Types.TIMESTAMP_WITH_TIMEZONE -> {
                OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
                return time == null
                        ? null
                        : time.equals(OffsetDateTime.MAX)
                                ? "infinity"
                                : time.equals(OffsetDateTime.MIN) ? "-infinity" : time.toInstant();
            }
            case Types.TIMESTAMP -> {
                LocalDateTime time = result.getObject(column, LocalDateTime.class);
                return LocalDateTime.MAX.equals(time)
                        ? "infinity"
                        : LocalDateTime.MIN.equals(time) ? "-infinity" : time;
            }
            case SqlTypes.UTC -> {
                LocalDateTime time = result.getObject(column, LocalDateTime.class);
                return time == null ? null : time.toInstant(ZoneOffset.UTC);
            }
            case SqlTypes.ROW_VERSION -> {
                byte[] version = result.getBytes(column);
                return version == null ? null : ByteBuffer.wrap(version).getLong();
            }
            case Types.DATE -> {
                LocalDate date = result.getObject(column, LocalDate.class);
                return LocalDate.MAX.equals(date) ? "infinity" : LocalDate.MIN.equals(date) ? "-infinity" : date;
            }
            case SqlTypes.PADDED -> {
                String text = result.getString(column);
                return text == null ? null : ValueText.unpadded(text);
            }
            case Types.INTEGER, Types.SMALLINT, Types.TINYINT, Types.BIGINT -> {
                long number = result.getLong(column);
                return result.wasNull() ? null : number;
            }
            case Types.NUMERIC, Types.DECIMAL -> {
                return number(result, column);
            }
            case SqlTypes.SINGLE -> {
                float number = result.getFloat(column);
                return result.wasNull() ? null : number(number);
            }
            case Types.REAL, Types.DOUBLE, Types.FLOAT -> {
                String number = result.getString(column);
                return number == null ? null : fraction(number);
            }
            case Types.BOOLEAN, Types.BIT -> {
                boolean flag = result.getBoolean(column);
                return result.wasNull() ? null : flag;
            }
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> {
                return result.getBytes(column);
            }
            default -> {
                return SqlTypes.isBits(type) ? bits(result, column, type) : result.getString(column);
            }
        }
    }

    private static Object number(ResultSet result, int column) throws SQLException {
        try {
            return result.getBigDecimal(column);
        } catch (SQLException | NumberFormatException e) {
            String text = result.getString(column);
            if (NO_NUMBERS.contains(text)) {
                return text;
            }
            throw e;
        }
    }

    /** Returns a float of eight bytes in a uniform notation: 1, 0.1 and 1E+300. */
    public static Object fraction(String text) {
        return NO_NUMBERS.contains(text) ? text : plain(new BigDecimal(text));
    }

    /** Returns a float of four bytes with the fewest digits that identify it. */
    public static Object number(float value) {
        if (!Float.isFinite(value)) {
            return Float.toString(value);
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 6; digits < 9; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.floatValue() == value) {
                return plain(rounded);
            }
        }
        return plain(exact.round(new MathContext(9)));
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    /** Returns all digits of the column, with leading zeros. */
    private static String bits(ResultSet result, int column, int type) throws SQLException {
        String text = result.getString(column);
        if (text == null || !text.startsWith("b'")) {
            return text;
        }
        String digits = text.substring(2, text.length() - 1);
        return "0".repeat(Math.max(0, SqlTypes.bits(type) - digits.length())) + digits;
    }

    /**
     * Returns the number that the bits represent, by which they are compared in databases in which bits are numbers.
     */
    public static BigDecimal number(String bits) {
        return new BigDecimal(new BigInteger(bits, 2));
    }
}
