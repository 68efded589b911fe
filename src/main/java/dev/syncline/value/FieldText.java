package dev.syncline.value;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Base64;

/**
 * A value of a record as text: what stands for it in a key, a title, a rule and, within quotes where it is no number, in
 * the content.
 */
public final class FieldText {
    /** More zeros than that before or behind the digits of a number are written as an exponent. */
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

    /** Every digit of a number, as JSON takes it; 1E+20000 is not written out. */
    public static String of(BigDecimal number) {
        boolean isLong = number.scale() < -MOST_ZEROS || (long) number.scale() - number.precision() > MOST_ZEROS;
        return isLong ? number.toString() : number.toPlainString();
    }
}
