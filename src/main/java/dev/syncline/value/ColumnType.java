package dev.syncline.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/**
 * The type of a column of a target. Converts values to what the column will hold, so that they can be compared with
 * what it holds.
 *
 * @param code JDBC type code
 * @param name name in the metadata of a result
 * @param declared the declared type with its lengths; null if it was not read
 * @param size most characters of a text, most digits of a number, number of bits, number of bytes if fixed; 0 for no
 *     limit
 * @param scale digits after the decimal point of numbers and seconds
 * @param limits limits of the database
 * @param form makes the text of a value of the kind OTHER; null to use the text as it is
 */
public record ColumnType(
        ColumnKind kind,
        int code,
        String name,
        String declared,
        int size,
        int scale,
        ValueLimits limits,
        ValueForm form) {

    /**
     * Converts a value to what the column will hold.
     *
     * @throws RuntimeException if it cannot hold it
     */
    public Object of(JsonNode value, ZoneId zone) {
        return switch (kind) {
            case TEXT, PADDED -> bounded(ValueText.whole(ValueText.of(value), limits));
            case OTHER -> ValueText.whole(form == null ? ValueText.of(value) : form.text(value, zone), limits);
            case INTEGER -> Numbers.whole(value, this);
            case DECIMAL -> Numbers.decimal(value, this);
            case SINGLE -> Numbers.single(value, this);
            case DOUBLE -> Numbers.floating(value, this);
            case BOOLEAN -> Numbers.flag(value);
            case BITS -> Numbers.bits(value, size);
            case DATE, TIME, LOCAL, MOMENT -> time(ValueText.of(value), zone);
            case SPAN -> held(Times.span(ValueText.of(value)));
            case UUID -> ValueText.uuid(ValueText.of(value));
            case JSON -> {
                ValueText.whole(value.toString(), limits);
                yield value;
            }
            case BINARY -> padded(Base64.getDecoder().decode(ValueText.of(value)));
            case ROW_VERSION -> throw new IllegalArgumentException();
        };
    }

    private Object time(String text, ZoneId zone) {
        Object time =
                switch (kind) {
                    case DATE -> Times.date(text, zone);
                    case TIME -> Times.time(text);
                    case LOCAL -> Times.local(text, zone);
                    default -> Times.moment(text, zone);
                };
        boolean isLong =
                switch (kind) {
                    case DATE -> Times.isBeyond(((LocalDate) time).getYear());
                    case TIME -> time.equals(LocalTime.MAX);
                    case LOCAL -> Times.isBeyond(((LocalDateTime) time).getYear());
                    default -> Times.isBeyond((Instant) time);
                };
        if (isLong && !limits.takesInfinity() || time instanceof Instant moment && isOutside(moment)) {
            throw new IllegalArgumentException();
        }
        return kind == ColumnKind.DATE ? time : held(time);
    }

    private Object held(Object time) {
        return TimePrecision.of(name, scale, limits.roundsTimes()).held(time, limits.takesInfinity());
    }

    private boolean isOutside(Instant moment) {
        return limits.firstMoment() != null
                && (moment.isBefore(limits.firstMoment()) || moment.isAfter(limits.lastMoment()));
    }

    private String bounded(String given) {
        String text = kind == ColumnKind.PADDED ? ValueText.unpadded(given) : given;
        if (size > 0 && text.codePointCount(0, text.length()) > size) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    /** Pads a binary value for a column of fixed length with zeros. */
    private byte[] padded(byte[] binary) {
        if (size > 0 && binary.length > size) {
            throw new IllegalArgumentException();
        }
        return size > binary.length ? Arrays.copyOf(binary, size) : binary;
    }

    /** Returns a description of the values that a column of this type takes. */
    public String words() {
        return switch (kind) {
            case TEXT, PADDED -> kind.words + (size > 0 ? " of at most " + size + " characters" : "");
            case DECIMAL ->
                kind.words + (size > 0 ? ", of at most " + (size - scale) + " digits before the point" : "");
            case INTEGER -> (name.equals("BOOLEAN") ? "true or false, or " : "") + kind.words + ", " + name;
            case BITS -> kind.words + ", at most " + size;
            case BINARY -> kind.words + (size > 0 ? ", of at most " + size + " bytes" : "");
            case MOMENT ->
                kind.words
                        + (limits.firstMoment() == null
                                ? ""
                                : " between " + limits.firstMoment() + " and " + limits.lastMoment());
            case OTHER -> declared == null ? name : declared;
            default -> kind.words;
        };
    }

    /** Converts a value that the target gives as text. */
    public Object parsed(String text, ZoneId zone) {
        return of(TextNode.valueOf(text), zone);
    }

    /** Returns whether the column holds that value already, as precisely as it can. */
    public boolean same(Object there, Object ours) {
        if (there instanceof JsonNode one && ours instanceof JsonNode other) {
            return one.equals(Numbers::compared, other);
        }
        if (name.equals("money") && there instanceof BigDecimal one && ours instanceof BigDecimal other) {
            return one.compareTo(other.setScale(Math.max(0, one.scale()), RoundingMode.HALF_UP)) == 0;
        }
        return identity(there).equals(identity(ours));
    }

    /** Returns a value that is equal for values that the column stores in the same way. */
    public Object identity(Object value) {
        if (value == null) {
            return "";
        } else if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        } else if (value instanceof byte[] binary) {
            return Base64.getEncoder().encodeToString(binary);
        } else if (value instanceof String text) {
            return '"' + (kind == ColumnKind.PADDED ? ValueText.unpadded(text) : text);
        } else if (kind == ColumnKind.SPAN
                || kind == ColumnKind.TIME
                || kind == ColumnKind.LOCAL
                || kind == ColumnKind.MOMENT) {
            return held(value); // drivers may return more digits than a column holds
        } else if (value instanceof Float number && number == 0) {
            return 0f; // 0 and -0 are equal
        } else if (value instanceof Double number && number == 0) {
            return 0d;
        }
        return value;
    }

    /**
     * Returns a value that is equal for values that the database considers equal, even if it stores them differently,
     * such as in another case.
     */
    public Object alike(Object value) {
        return value instanceof String text && name.equals("citext") ? text.toLowerCase(Locale.ROOT) : identity(value);
    }
}
