package dev.syncline.value;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Base64;

/**
 * Converts a value of a record to text for keys, titles, rules and the content, where it is in quotes unless it is a
 * number.
 */
public final class FieldText {
    /** A number with more zeros before or after its digits is written with an exponent. */
    private static final int MOST_ZEROS = 100;

    private FieldText() {}

    /** Returns null for null. */
    public static String of(Object value) {
        if (value == null) {
            return null;
        } else if (value instanceof BigDecimal number) {
            return of(number);
        } else if (value instanceof LocalDateTime time) {
            return time.getSecond() == 0 && time.getNano() == 0 ? time + ":00" : time.toString();
        } else if (value instanceof LocalTime time) {
            return time.getSecond() == 0 && time.getNano() == 0 ? time + ":00" : time.toString();
        } else if (value instanceof byte[] binary) {
            return Base64.getEncoder().encodeToString(binary);
        } else if (value instanceof RawJson raw) {
            return raw.text();
        }
        return value.toString();
    }

    /** Returns a number with all its digits in JSON's notation, but a large exponent as such: 1E+20000. */
    public static String of(BigDecimal number) {
        boolean isLong = number.scale() < -MOST_ZEROS || (long) number.scale() - number.precision() > MOST_ZEROS;
        return isLong ? number.toString() : number.toPlainString();
    }
}
