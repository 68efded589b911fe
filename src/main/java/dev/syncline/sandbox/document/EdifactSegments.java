package dev.syncline.sandbox.document;

import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Writes segments behind a UNA with the usual separators; separators in a text are released. */
final class EdifactSegments {
    private final StringBuilder text = new StringBuilder("UNA:+.? '\r\n");
    private final CharsetEncoder charset = StandardCharsets.ISO_8859_1.newEncoder();
    private int count;

    /** An element of several components. */
    record Composite(Object... components) {}

    /** Adds a segment, without empty elements and components at its end. */
    void add(String segment, Object... elements) {
        StringBuilder line = new StringBuilder(segment);
        for (Object element : elements) {
            line.append('+').append(element instanceof Composite composite ? composite(composite) : clean(element));
        }
        trim(line, '+');
        text.append(line).append("'\r\n");
        count++;
    }

    private String composite(Composite composite) {
        StringBuilder joined = new StringBuilder();
        for (Object component : composite.components()) {
            joined.append(clean(component)).append(':');
        }
        trim(joined, ':');
        return joined.toString();
    }

    /** Removes separators at the end that are not released. */
    private static void trim(StringBuilder text, char separator) {
        int end = text.length();
        while (end > 0
                && text.charAt(end - 1) == separator
                && !(end > 1 && text.charAt(end - 2) == '?' && isReleasing(text, end - 2))) {
            end--;
        }
        text.setLength(end);
    }

    /** Returns whether the question mark at the place releases the next character, and is not itself released. */
    private static boolean isReleasing(StringBuilder text, int mark) {
        int marks = 0;
        while (mark >= 0 && text.charAt(mark) == '?') {
            marks++;
            mark--;
        }
        return marks % 2 == 1;
    }

    private String clean(Object element) {
        return String.valueOf(element)
                .chars()
                .mapToObj(c -> charset.canEncode((char) c) && c >= ' ' ? Character.toString(c) : ".")
                .map(c -> "?+:'".contains(c) ? "?" + c : c)
                .collect(Collectors.joining());
    }

    int count() {
        return count;
    }

    String text() {
        return text.toString();
    }
}
