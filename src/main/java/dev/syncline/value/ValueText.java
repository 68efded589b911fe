package dev.syncline.value;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/** Converts values to text for databases and for people. */
public final class ValueText {
    /** Accepts numbers with as many digits as PostgreSQL, and texts of any length. */
    public static final ObjectMapper JSON = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(Numbers.MOST_DIGITS)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final int MOST_SHOWN = 200;
    private static final Pattern UUID =
            Pattern.compile("(\\p{XDigit}{8})(\\p{XDigit}{4})(\\p{XDigit}{4})" + "(\\p{XDigit}{4})(\\p{XDigit}{12})");

    private ValueText() {}

    /** Returns a value as text, for a stored version or a person. */
    public static String of(Object value) {
        if (value instanceof JsonNode node) {
            return node.isTextual()
                    ? node.textValue()
                    : node.isNumber() ? plain(Numbers.number(node)) : node.toString();
        } else if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof byte[] binary) {
            return Base64.getEncoder().encodeToString(binary);
        } else if (value instanceof Duration span) {
            return Times.text(span);
        } else if (value instanceof Temporal time) {
            return Times.text(time);
        }
        return String.valueOf(value);
    }

    /** Returns a number without trailing zeros, so that 5.0 and 5 are the same text. */
    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Returns a value of a column for messages. */
    public static String shown(Object value) {
        if (value == null) {
            return "nothing";
        }
        String text = value instanceof JsonNode node && !node.isTextual() ? node.toString() : of(value);
        return "'" + printable(text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN - 1) + "…") + "'";
    }

    /** Escapes control characters and lone surrogates, which are invisible or cannot be stored. */
    public static String printable(String text) {
        StringBuilder shown = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == 0x7f || isHalf(text, i)) {
                if (shown == null) {
                    shown = new StringBuilder(text.length() + 10).append(text, 0, i);
                }
                shown.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else if (shown != null) {
                shown.append(c);
            }
        }
        return shown == null ? text : shown.toString();
    }

    /**
     * Returns the text if the database can hold it.
     *
     * @throws UnfitText if it has a lone surrogate, or a NUL that the database cannot hold
     */
    public static String whole(String text, ValueLimits limits) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 && !limits.takesNul()) {
                throw new UnfitText("the character NUL", i);
            } else if (Character.isSurrogate(c) && isHalf(text, i)) {
                throw new UnfitText("half of a character (a surrogate without its other half)", i);
            }
        }
        return text;
    }

    private static boolean isHalf(String text, int i) {
        char c = text.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    /** Removes the padding of a column of fixed length: trailing blanks, but not tabs and line ends. */
    public static String unpadded(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    /** Returns a UUID with hyphens and in lower case. */
    public static String uuid(String text) {
        var digits = UUID.matcher(text.strip().replaceAll("[-{}]", ""));
        if (!digits.matches()) {
            throw new IllegalArgumentException();
        }
        return digits.replaceFirst("$1-$2-$3-$4-$5").toLowerCase(Locale.ROOT);
    }

    /** Parses JSON of the database for a comparison. */
    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException
                | NumberFormatException e) { // also for a number that is too large for every type
            return JSON.getNodeFactory().textNode(text);
        }
    }
}
