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
 * The type of a column of a target's table, and what it makes of a value: one that is as the column will hold it, so that
 * it can be compared with what it holds.
 *
 * @param code JDBC type code
 * @param name as the database has it in the metadata of a result
 * @param declared the same as the table declares it, with its lengths; null where nobody asked
 * @param size most characters of text, most digits of a number, bits, bytes of a fixed length; 0 for no limit
 * @param scale digits behind the point, of numbers and of seconds
 * @param limits the database's own
 * @param form what makes a text of a value of the kind OTHER; null for the text as it comes
 */
public record ColumnType(
        Kind kind, int code, String name, String declared, int size, int scale, ValueLimits limits, ValueForm form) {
    /** What values a column holds, and as what they are compared. */
    public enum Kind {
        /** String */
        TEXT("a text"),
        /** String; filled up with blanks, which do not count */
        PADDED("a text"),
        /** BigDecimal without fraction */
        INTEGER("a whole number"),
        /** BigDecimal; Double for what is infinite, or no number */
        DECIMAL("a number"),
        /** Float, Double */
        SINGLE("a number"),
        DOUBLE("a number"),
        BOOLEAN("true or false"),
        /** BigDecimal: the bits as a number */
        BITS("bits: a number, or a text of 0 and 1"),
        /** LocalDate, LocalTime */
        DATE("a date"),
        TIME("a time of day"),
        /** Duration, also a negative one */
        SPAN("a time, as in 25:10:00"),
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

    /** @throws RuntimeException when the column cannot hold it */
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
        return kind == Kind.DATE ? time : held(time);
    }

    private Object held(Object time) {
        return TimePrecision.of(name, scale, limits.roundsTimes()).held(time, limits.takesInfinity());
    }

    private boolean isOutside(Instant moment) {
        return limits.firstMoment() != null
                && (moment.isBefore(limits.firstMoment()) || moment.isAfter(limits.lastMoment()));
    }

    private String bounded(String given) {
        String text = kind == Kind.PADDED ? ValueText.unpadded(given) : given;
        if (size > 0 && text.codePointCount(0, text.length()) > size) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    /** A binary column of a fixed length is filled up with zeros. */
    private byte[] padded(byte[] binary) {
        if (size > 0 && binary.length > size) {
            throw new IllegalArgumentException();
        }
        return size > binary.length ? Arrays.copyOf(binary, size) : binary;
    }

    /** What a column of this type takes, in words. */
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

    /** A value of the target's, as JSON of the same column would give it; for what somebody else wrote as text. */
    public Object parsed(String text, ZoneId zone) {
        return of(TextNode.valueOf(text), zone);
    }

    /** Whether the column holds that value already, as far as it can. */
    public boolean same(Object there, Object ours) {
        if (there instanceof JsonNode one && ours instanceof JsonNode other) {
            return one.equals(Numbers::compared, other);
        }
        if (name.equals("money") && there instanceof BigDecimal one && ours instanceof BigDecimal other) {
            return one.compareTo(other.setScale(Math.max(0, one.scale()), RoundingMode.HALF_UP)) == 0;
        }
        return identity(there).equals(identity(ours));
    }

    /** A value that equals that of another if the column holds the same. */
    public Object identity(Object value) {
        if (value == null) {
            return "";
        } else if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        } else if (value instanceof byte[] binary) {
            return Base64.getEncoder().encodeToString(binary);
        } else if (value instanceof String text) {
            return '"' + (kind == Kind.PADDED ? ValueText.unpadded(text) : text);
        } else if (kind == Kind.SPAN || kind == Kind.TIME || kind == Kind.LOCAL || kind == Kind.MOMENT) {
            return held(value); // drivers may tell more than a column holds
        } else if (value instanceof Float number && number == 0) {
            return 0f; // 0 and -0 are one number
        } else if (value instanceof Double number && number == 0) {
            return 0d;
        }
        return value;
    }

    /** The same for all values that the database takes for one; it may hold them otherwise, as with capitals. */
    public Object alike(Object value) {
        return value instanceof String text && name.equals("citext") ? text.toLowerCase(Locale.ROOT) : identity(value);
    }
}
