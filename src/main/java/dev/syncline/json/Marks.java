package dev.syncline.json;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the marks of {@link AnswerText} in a value. */
final class Marks {
    private Marks() {}

    /** Returns the problem of the value with the name of the field; null if it has no marks. */
    static String in(Object value) {
        return of(value, "");
    }

    private static String of(Object value, String path) {
        if (value instanceof String string) {
            return of(string, path);
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                String found = of(list.get(i), path + "[" + i + "]");
                if (found != null) {
                    return found;
                }
            }
        } else if (value instanceof Map<?, ?> map) {
            for (var field : map.entrySet()) {
                String name = path.isEmpty() ? (String) field.getKey() : path + "." + field.getKey();
                String found = of((String) field.getKey(), "a name");
                found = found == null ? of(field.getValue(), name) : found;
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static String of(String string, String path) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < string.length()
                    && Character.isLowSurrogate(string.charAt(i + 1))) {
                i++;
            } else if (c == AnswerText.CUT) {
                return "Its text in " + path + " is too long";
            } else if (AnswerText.isByte(c)) {
                return "Its text in " + path + " has bytes that are invalid in the charset of the answer, the first is "
                        + String.format(Locale.ROOT, "0x%02X", c - AnswerText.CUT);
            }
        }
        return null;
    }
}
