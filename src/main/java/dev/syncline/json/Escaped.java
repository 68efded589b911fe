package dev.syncline.json;

import java.util.Locale;

/** Replaces characters that PostgreSQL cannot store, NUL and lone surrogates, by their JSON escapes. */
public final class Escaped {
    private Escaped() {}

    /** Returns the text itself if it can be stored; null for null. */
    public static String of(String text) {
        if (isStorable(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 10);
        for (int i = 0; i < text.length(); i++) {
            if (isUnfit(text, i)) {
                shown.append(String.format(Locale.ROOT, "\\u%04x", (int) text.charAt(i)));
            } else {
                shown.append(text.charAt(i));
            }
        }
        return shown.toString();
    }

    /** Returns whether the text can be stored unchanged; true for null. */
    public static boolean isStorable(String text) {
        if (text == null) {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == 0 || c >= Character.MIN_SURROGATE) && isUnfit(text, i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the text, truncated to that length if it is longer, but never within a character. */
    public static String bounded(String text, int length) {
        String shown = of(text);
        if (shown == null || shown.length() <= length) {
            return shown;
        }
        int end = length - 1;
        return shown.substring(0, Character.isHighSurrogate(shown.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static boolean isUnfit(String text, int place) {
        char c = text.charAt(place);
        if (Character.isHighSurrogate(c)) {
            return place + 1 == text.length() || !Character.isLowSurrogate(text.charAt(place + 1));
        }
        return c == 0
                || Character.isLowSurrogate(c) && (place == 0 || !Character.isHighSurrogate(text.charAt(place - 1)));
    }
}
