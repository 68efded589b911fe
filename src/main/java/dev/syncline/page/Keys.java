package dev.syncline.page;

import dev.syncline.value.FieldText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Keys of several columns as one text: the parts joined by a bar, bars and backslashes in them escaped. */
public final class Keys {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,200}(\\.\\d{1,200})?([eE][-+]?\\d{1,5})?");

    private Keys() {}

    /**
     * A part of a key as text; null for null. A number has no zeros behind its last digit, however the column writes it:
     * 1.50 and 1.5 are one key.
     */
    public static String part(Object value) {
        if (value instanceof Double || value instanceof Float) {
            String text = value.toString();
            return Character.isLetter(text.charAt(text.length() - 1)) ? text : number(new BigDecimal(text));
        }
        return value instanceof BigDecimal number ? number(number) : FieldText.of(value);
    }

    /** The key that is meant where a key is a number; any other text as it is. */
    public static String ofNumber(String text) {
        return NUMBER.matcher(text).matches() ? number(new BigDecimal(text)) : text;
    }

    /**
     * The key that is meant where some of its parts are numbers.
     *
     * @param areNumbers of each part of the route's keys
     */
    public static String ofNumbers(String key, boolean[] areNumbers) {
        return split(key, areNumbers.length)
                .map(parts -> join(IntStream.range(0, areNumbers.length)
                        .mapToObj(i -> areNumbers[i] ? ofNumber(parts.get(i)) : parts.get(i))
                        .toList()))
                .orElse(key);
    }

    private static String number(BigDecimal number) {
        return FieldText.of(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
    }

    /** The key of several parts; none of them may be blank. */
    public static String joined(List<String> parts) {
        return join(parts);
    }

    static String join(List<String> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        StringBuilder key = new StringBuilder();
        for (String part : parts) {
            if (part == null || part.isBlank()) {
                return null;
            }
            if (key.length() > 0) {
                key.append('|');
            }
            key.append(part.replace("\\", "\\\\").replace("|", "\\|"));
        }
        return key.toString();
    }

    /** The parts of a key; empty when it has not that many. */
    public static Optional<List<String>> split(String key, int count) {
        if (count == 1) {
            return Optional.of(List.of(key));
        }
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c == '\\' && i + 1 < key.length()) {
                part.append(key.charAt(++i));
            } else if (c == '|') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts.size() == count ? Optional.of(parts) : Optional.empty();
    }
}
