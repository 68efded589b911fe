package dev.syncline.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.Types;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts numbers to what columns hold. Throws an {@link IllegalArgumentException} if a column cannot hold one. */
public final class Numbers {
    /** PostgreSQL's numeric has up to 131,072 digits before the decimal point, and 16,383 after it. */
    public static final int MOST_DIGITS = 150_000;

    private static final int MOST_BEFORE_POINT = 131_072;
    private static final int MOST_OF_MONEY = 17;
    private static final int MOST_BEHIND_POINT = 16_383;

    /** An amount with a currency, a sign or brackets, and groups of three digits. */
    private static final Pattern AMOUNT = Pattern.compile(
            "[(-]?\\s*(?:\\p{Sc}|[A-Z]{3})?\\s*-?(?<number>\\d[\\d.,]*)" + "\\s*(?:\\p{Sc}|[A-Z]{3})?\\)?");

    private static final Pattern POINT = Pattern.compile("(\\d{1,3}(?:,\\d{3})*|\\d+)\\.(\\d{1,2})");
    private static final Pattern COMMA = Pattern.compile("(\\d{1,3}(?:\\.\\d{3})*|\\d+),(\\d{1,2})");

    private Numbers() {}

    public static BigDecimal number(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue() ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        return bounded(
                value.isNumber()
                        ? value.decimalValue()
                        : new BigDecimal(ValueText.of(value).strip()));
    }

    /** Limits the number of digits, as a short text with an exponent could otherwise fill the memory. */
    private static BigDecimal bounded(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw new IllegalArgumentException();
        }
        return number;
    }

    public static BigDecimal whole(JsonNode value, ColumnType type) {
        String text = value.isTextual() ? value.textValue().strip().toLowerCase(Locale.ROOT) : "";
        BigInteger whole = text.equals("true")
                ? BigInteger.ONE
                : text.equals("false") ? BigInteger.ZERO : number(value).toBigIntegerExact();
        if (type.name().equalsIgnoreCase("year")) {
            return year(whole);
        }
        boolean isUnsigned = type.name().toLowerCase(Locale.ROOT).contains("unsigned");
        boolean isTiny = type.name().startsWith("TINYINT") || type.name().equals("BOOLEAN"); // MariaDB's
        int bits =
                switch (isTiny ? Types.TINYINT : type.code()) {
                    case Types.TINYINT -> isTiny ? 7 : 8;
                    case Types.SMALLINT -> 15;
                    case Types.INTEGER -> 31;
                    case Types.BIGINT -> 63;
                    default -> MOST_DIGITS;
                };
        if (whole.bitLength() > (isUnsigned ? bits + 1 : bits)) {
            throw new IllegalArgumentException();
        }
        return new BigDecimal(whole);
    }

    /** Converts a year as MariaDB does: 1 to 69 means 2001 to 2069, 70 to 99 means 1970 to 1999. */
    private static BigDecimal year(BigInteger number) {
        int year = number.intValueExact();
        int full = year > 0 && year < 70 ? year + 2000 : year >= 70 && year < 100 ? year + 1900 : year;
        if (full != 0 && (full < 1901 || full > 2155)) {
            throw new IllegalArgumentException();
        }
        return BigDecimal.valueOf(full);
    }

    /** Rounds as databases do instead of refusing, as prices often have more digits than a column. */
    public static Object decimal(JsonNode value, ColumnType type) {
        Double special = special(value, type);
        boolean isMoney = type.name().equals("money");
        if (special != null) {
            if (isMoney || type.size() > 0 && special.isInfinite()) {
                throw new IllegalArgumentException();
            }
            return special;
        }
        BigDecimal number = isMoney ? money(value) : number(value);
        long before = (long) number.precision() - number.scale();
        if (isMoney && number.signum() != 0 && (before > MOST_OF_MONEY || !isCents(number))) {
            throw new IllegalArgumentException();
        }
        if (type.size() == 0) {
            if (number.signum() != 0 && before > MOST_BEFORE_POINT || number.scale() > MOST_BEHIND_POINT) {
                throw new IllegalArgumentException();
            }
            return number;
        }
        if (number.signum() != 0 && before > type.size() - type.scale() + 1) {
            throw new IllegalArgumentException();
        }
        BigDecimal rounded = number.setScale(type.scale(), RoundingMode.HALF_UP);
        if (rounded.precision() - rounded.scale() > type.size() - type.scale() && rounded.signum() != 0) {
            throw new IllegalArgumentException();
        }
        return rounded;
    }

    /** Returns whether the amount is a whole number of cents, as PostgreSQL's money is. */
    private static boolean isCents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).unscaledValue().bitLength() < Long.SIZE;
    }

    /** Parses an amount with a currency and groups of digits, if it is unambiguous. */
    private static BigDecimal money(JsonNode value) {
        String text = ValueText.of(value).strip();
        Matcher amount = AMOUNT.matcher(text);
        if (value.isNumber() || !amount.matches()) {
            return number(value);
        }
        String number = amount.group("number");
        Matcher point = POINT.matcher(number);
        Matcher comma = COMMA.matcher(number);
        String plain = point.matches()
                ? point.group(1).replace(",", "") + "." + point.group(2)
                : comma.matches() ? comma.group(1).replace(".", "") + "." + comma.group(2) : number;
        BigDecimal size = bounded(new BigDecimal(plain));
        return text.startsWith("(") || text.contains("-") ? size.negate() : size;
    }

    public static Float single(JsonNode value, ColumnType type) {
        Double special = special(value, type);
        if (special != null) {
            return special.floatValue();
        }
        float number = scaled(number(value), type).floatValue();
        if (Float.isInfinite(number)) {
            throw new IllegalArgumentException();
        }
        return number;
    }

    public static Double floating(JsonNode value, ColumnType type) {
        Double special = special(value, type);
        if (special != null) {
            return special;
        }
        double number = scaled(number(value), type).doubleValue();
        if (Double.isInfinite(number)) {
            throw new IllegalArgumentException();
        }
        return number;
    }

    /** Applies the scale of MariaDB's float(7, 2). */
    private static BigDecimal scaled(BigDecimal number, ColumnType type) {
        return type.size() == 0 ? number : number.setScale(type.scale(), RoundingMode.HALF_UP);
    }

    /** Returns the value if it is infinite or NaN; null otherwise. */
    private static Double special(JsonNode value, ColumnType type) {
        if (!value.isTextual()) {
            return null;
        }
        Double special = special(value.textValue());
        if (special != null && !type.limits().takesInfinity()) {
            throw new IllegalArgumentException();
        }
        return special;
    }

    public static Double special(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "nan" -> Double.NaN;
            case "infinity", "+infinity", "inf", "+inf" -> Double.POSITIVE_INFINITY;
            case "-infinity", "-inf" -> Double.NEGATIVE_INFINITY;
            default -> null;
        };
    }

    public static boolean flag(JsonNode value) {
        if (value.isNumber()) {
            return flag(number(value).stripTrailingZeros().toPlainString());
        }
        return flag(ValueText.of(value).strip().toLowerCase(Locale.ROOT));
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    /** Reads bits from a number, or from a text of 0 and 1. */
    public static BigDecimal bits(JsonNode value, int size) {
        String text = value.isTextual() ? value.textValue().strip().toLowerCase(Locale.ROOT) : "";
        BigInteger bits = text.matches("[01]+")
                ? new BigInteger(text, 2)
                : text.isEmpty() ? number(value).toBigIntegerExact() : flag(text) ? BigInteger.ONE : BigInteger.ZERO;
        if (bits.signum() < 0 || bits.bitLength() > size) {
            throw new IllegalArgumentException();
        }
        return new BigDecimal(bits);
    }

    /** Compares two values within JSON; 0 if they are equal. */
    public static int compared(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }
}
