package dev.syncline.judge;

import java.util.regex.Pattern;

/** Text from outside, made fit for a text column. */
final class Text {
    /** Regular expressions take a pair of surrogates as one character: what is found alone is a half. */
    private static final Pattern HALF = Pattern.compile("[\\uD800-\\uDFFF]");

    private Text() {}

    /** No longer than that, and without what PostgreSQL does not take: NUL, and halves of characters. */
    static String bounded(String text, int length) {
        String clean = text.indexOf('\0') < 0 ? text : text.replace("\0", "\u2400");
        if (clean.length() > length) {
            clean = clean.substring(0, length - 1) + "…";
        }
        return isWhole(clean) ? clean : HALF.matcher(clean).replaceAll("\uFFFD");
    }

    /** Whether it has no half of a character that two Java characters stand for. */
    static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return !HALF.matcher(text).find();
            }
        }
        return true;
    }
}
