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

/** Values as text: what a database reads, and what people do. */
public final class ValueText {
    /** A number may have as many digits as PostgreSQL holds, a text as many characters as memory does. */
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

    /** A value in words: what a version is remembered as, and what a person reads. */
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

    /** Without zeros at the end, whatever read the number: 5.0 and 5 are one text in a column of texts. */
    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** @param value of a column, null for null */
    public static String shown(Object value) {
        if (value == null) {
            return "nothing";
        }
        String text = value instanceof JsonNode node && !node.isTextual() ? node.toString() : of(value);
        return "'" + printable(text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN - 1) + "…") + "'";
    }

    /** With escapes for what nobody can see, and no text column takes: control characters, halves of characters. */
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
     * The text, if a database can hold it.
     *
     * @throws UnfitText when it has half of a character, or NUL and that cannot be held
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

    /** Without the blanks that fill up a text in a column of a fixed length; tabs and line ends belong to the text. */
    public static String unpadded(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    /** With hyphens and in small letters, however it is written. */
    public static String uuid(String text) {
        var digits = UUID.matcher(text.strip().replaceAll("[-{}]", ""));
        if (!digits.matches()) {
            throw new IllegalArgumentException();
        }
        return digits.replaceFirst("$1-$2-$3-$4-$5").toLowerCase(Locale.ROOT);
    }

    /** What is compared of JSON that the database gives as text. */
    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException | NumberFormatException e) { // also of a number that is too large for any type
            return JSON.getNodeFactory().textNode(text);
        }
    }

    /** A text that a database cannot hold, and where. */
    public static final class UnfitText extends IllegalArgumentException {
        UnfitText(String what, int place) {
            super("it has " + what + " at place " + (place + 1));
        }
    }
}
