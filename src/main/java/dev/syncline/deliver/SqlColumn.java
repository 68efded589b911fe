package dev.syncline.deliver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

/**
 * A column of a target's table, and what it makes of a value: one that is as the column will hold it, so that it can be
 * compared with what it holds.
 *
 * @param type JDBC type code
 * @param typeName as the database has it
 * @param size most characters of text, most digits of a number; 0 for no limit
 * @param scale digits behind the point, of numbers and of seconds
 */
record SqlColumn(String table, String name, Kind kind, int type, String typeName, int size, int scale) {
    /** What values a column holds, and as what they are compared. */
    enum Kind {
        /** String */
        TEXT("a text"),
        /** String; filled up with blanks, which do not count */
        PADDED("a text"),
        /** BigDecimal without fraction */
        INTEGER("a whole number"),
        /** BigDecimal */
        DECIMAL("a number"),
        /** Float, Double */
        SINGLE("a number"),
        DOUBLE("a number"),
        BOOLEAN("true or false"),
        /** LocalDate, LocalTime */
        DATE("a date"),
        TIME("a time of day"),
        /** LocalDateTime */
        LOCAL("a date and time"),
        /** Instant */
        MOMENT("a date and time"),
        /** String, in small letters */
        UUID("a UUID"),
        /** JsonNode */
        JSON("JSON"),
        /** byte[] */
        BINARY("binary data in Base64"),
        /** Long; the database writes it */
        ROW_VERSION("a row version"),
        /** String: what the database itself reads and writes */
        OTHER("a text");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    static final ObjectMapper JSON_READER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final int MOST_SHOWN = 200;

    /**
     * @param zone where a time has none and the column wants a moment, or the other way round
     * @param field that the value comes from
     * @return null for null
     * @throws Unfit when the column cannot hold it
     */
    Object of(JsonNode value, ZoneId zone, String field) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return null;
        }
        try {
            return converted(value, zone);
        } catch (ArithmeticException | DateTimeException | IllegalArgumentException e) {
            throw new Unfit("Column " + name + " of " + table + " cannot take "
                    + shown(value.isValueNode() ? value.asText() : value.toString()) + ": it is "
                    + kind.words + (bound().isEmpty() ? "" : ", " + bound()) + ". Correct the field '" + field
                    + "' at the source, or the route; then it goes by itself");
        }
    }

    private Object converted(JsonNode value, ZoneId zone) {
        return switch (kind) {
            case TEXT, PADDED -> bounded(text(value));
            case OTHER -> text(value);
            case INTEGER -> whole(number(value));
            case DECIMAL -> rounded(number(value));
            case SINGLE -> number(value).floatValue();
            case DOUBLE -> number(value).doubleValue();
            case BOOLEAN -> flag(value);
            case DATE -> Times.date(text(value), zone);
            case TIME -> Times.time(text(value));
            case LOCAL -> Times.local(text(value), zone);
            case MOMENT -> Times.moment(text(value), zone);
            case UUID -> UUID.fromString(text(value).strip()).toString();
            case JSON -> value;
            case BINARY -> Base64.getDecoder().decode(text(value));
            case ROW_VERSION -> throw new IllegalArgumentException();
        };
    }

    private String bounded(String text) {
        if (size > 0 && text.codePointCount(0, text.length()) > size) {
            throw new IllegalArgumentException();
        }
        return kind == Kind.PADDED ? text.stripTrailing() : text;
    }

    private BigDecimal whole(BigDecimal number) {
        BigInteger whole = number.toBigIntegerExact();
        boolean isUnsigned = typeName.toLowerCase(Locale.ROOT).contains("unsigned");
        int bits = type == Types.SMALLINT ? 15 : type == Types.INTEGER ? 31 : type == Types.BIGINT ? 63 : 200;
        if (whole.bitLength() > (isUnsigned ? bits + 1 : bits)) {
            throw new IllegalArgumentException();
        }
        return new BigDecimal(whole);
    }

    /** As databases do it, and not refused: prices come with more digits than a column has. */
    private BigDecimal rounded(BigDecimal number) {
        if (size == 0) {
            return number;
        }
        BigDecimal rounded = number.setScale(scale, RoundingMode.HALF_UP);
        if (rounded.precision() - rounded.scale() > size - scale && rounded.signum() != 0) {
            throw new IllegalArgumentException();
        }
        return rounded;
    }

    private static BigDecimal number(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue() ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        BigDecimal number = value.isNumber()
                ? value.decimalValue()
                : new BigDecimal(text(value).strip());
        if (Math.abs((long) number.scale()) > 400) {
            throw new IllegalArgumentException(); // a few characters that would fill the memory
        }
        return number;
    }

    private static boolean flag(JsonNode value) {
        return switch (text(value).strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private String bound() {
        return switch (kind) {
            case TEXT, PADDED -> size > 0 ? "of at most " + size + " characters" : "";
            case DECIMAL -> size > 0 ? "of at most " + (size - scale) + " digits before the point" : "";
            case INTEGER -> typeName;
            default -> "";
        };
    }

    /** A value of the target's, as JSON of the same column would give it; for what somebody else wrote as text. */
    Object parsed(String text, ZoneId zone) {
        return converted(JSON_READER.getNodeFactory().textNode(text), zone);
    }

    /** Whether the column holds that value already, as far as it can. */
    boolean same(Object there, Object ours) {
        if (there instanceof JsonNode one && ours instanceof JsonNode other) {
            return one.equals(SqlColumn::compared, other);
        }
        return kind == Kind.LOCAL || kind == Kind.MOMENT || kind == Kind.TIME
                ? Times.same(there, ours, Times.unit(typeName, scale))
                : identity(there).equals(identity(ours));
    }

    /** 0 where two values within JSON are the same. */
    private static int compared(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    /** A value that equals that of another if the column takes both for the same. */
    Object identity(Object value) {
        if (value == null) {
            return "";
        } else if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        } else if (value instanceof byte[] binary) {
            return Base64.getEncoder().encodeToString(binary);
        } else if (value instanceof String text) {
            return '"' + (kind == Kind.PADDED ? text.stripTrailing() : text);
        }
        return value;
    }

    /** What is compared of JSON that the database gives as text. */
    static JsonNode json(String text) {
        try {
            return JSON_READER.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON_READER.getNodeFactory().textNode(text);
        }
    }

    /** A value in words: what a version is remembered as, and what a person reads. */
    static String text(Object value) {
        if (value instanceof JsonNode node) {
            return node.isTextual()
                    ? node.textValue()
                    : node.isNumber() ? number(node).toPlainString() : node.toString();
        } else if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof byte[] binary) {
            return Base64.getEncoder().encodeToString(binary);
        }
        return String.valueOf(value);
    }

    /** @param value of the column, null for null */
    static String shown(Object value) {
        if (value == null) {
            return "nothing";
        }
        String text = text(value);
        return "'" + (text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN - 1) + "…") + "'";
    }
}
