package dev.syncline.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.util.Objects;

/**
 * Compares values without a column type, such as those of an HTTP system. Different spellings are equal: 1 and 1.0,
 * absent and null, an instant in two zones or precisions.
 */
public final class SameValue {
    private static final int FEWEST_DECIMALS = 2;

    private SameValue() {}

    /** Returns whether a system that returns {@code held} stores what it was sent. */
    public static boolean isHeld(JsonNode sent, JsonNode held) {
        if (isNothing(sent) || isNothing(held)) {
            return isNothing(sent) && isNothing(held);
        } else if (sent.isNumber() || held.isNumber()) {
            return isSameNumber(sent, held);
        } else if (sent.isTextual() && held.isTextual()) {
            return sent.textValue().equals(held.textValue()) || isSameTime(sent.textValue(), held.textValue());
        }
        return sent.equals(held);
    }

    private static boolean isNothing(JsonNode node) {
        return node.isNull() || node.isMissingNode();
    }

    /**
     * Compares numbers, as some systems return a number as text. A text such as 007 that is returned as a number is
     * different.
     */
    private static boolean isSameNumber(JsonNode sent, JsonNode held) {
        if (!sent.isValueNode() || !held.isValueNode()) {
            return false;
        } else if (sent.isTextual()) {
            return sent.textValue().equals(held.asText());
        }
        try {
            return new BigDecimal(sent.asText()).compareTo(new BigDecimal(held.asText())) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Compares times, as systems truncate or round them to seconds, milliseconds or microseconds. */
    private static boolean isSameTime(String sent, String held) {
        if (!looksLikeATime(sent) || !looksLikeATime(held)) {
            return false;
        }
        try {
            Object time = Times.whole(sent);
            Object there = Times.whole(held);
            int digits = (fractionDigits(held) + 2) / 3 * 3;
            return new TimePrecision(60 * (long) Math.pow(10, digits), false)
                            .held(time, true)
                            .equals(there)
                    || new TimePrecision(60 * (long) Math.pow(10, digits), true)
                            .held(time, true)
                            .equals(there);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean looksLikeATime(String text) {
        return text.length() >= 16 && text.length() <= 40 && text.charAt(4) == '-' && text.charAt(13) == ':';
    }

    private static int fractionDigits(String text) {
        int digits = 0;
        for (int i = text.indexOf('.') + 1; i > 0 && i < text.length() && Character.isDigit(text.charAt(i)); i++) {
            digits++;
        }
        return Math.min(digits, 9);
    }

    /**
     * Returns whether two values are equal to a person: numbers by value, others as text; null equals an empty text.
     */
    public static boolean of(Object one, Object other) {
        if (one instanceof Number || other instanceof Number) {
            BigDecimal a = number(one);
            BigDecimal b = number(other);
            return a == null || b == null ? Objects.equals(one, other) : a.compareTo(b) == 0;
        }
        return Objects.toString(one, "").equals(Objects.toString(other, ""));
    }

    /**
     * Returns whether {@code there} is the written number, rounded by the system to fewer decimals, but at least two.
     */
    public static boolean isRounded(Object there, Object written) {
        if (!(there instanceof Number) || !(written instanceof Number)) {
            return false;
        }
        BigDecimal kept = new BigDecimal(there.toString());
        BigDecimal whole = new BigDecimal(written.toString());
        for (int decimals = FEWEST_DECIMALS; decimals < whole.scale(); decimals++) {
            if (whole.setScale(decimals, RoundingMode.HALF_UP).compareTo(kept) == 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns null if the value is not a number. */
    public static BigDecimal number(Object value) {
        try {
            return value == null ? null : new BigDecimal(value.toString());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
