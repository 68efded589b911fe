package dev.syncline.document.edi;

import java.util.ArrayList;
import java.util.List;

/**
 * The delimiters of a document.
 *
 * @param terminator ends a segment; ignored if {@code lines}
 * @param lines whether a segment ends with its line, by CR, LF or both, and blanks before them
 * @param component separates the components of a composite
 * @param repetition separates repetitions of an element; {@link #NONE} if the standard's version has none
 * @param release makes the next character an ordinary one; {@link #NONE} if the document has none
 */
public record Delimiters(
        String terminator, boolean lines, char element, char component, char repetition, char release) {
    public static final char NONE = '\0';

    boolean separates(char c) {
        return c == element || c == component || c == repetition && repetition != NONE;
    }

    /** Returns the elements of a segment, from index 1; index 0 is the tag. Release characters are kept. */
    public List<String> elements(String segment) {
        return split(segment, element);
    }

    /** Returns the components of an element, from index 0, without release characters. */
    public List<String> components(String text) {
        List<String> components = split(text, component);
        components.replaceAll(this::unreleased);
        return components;
    }

    private List<String> split(String text, char at) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == release && release != NONE) {
                i++;
            } else if (c == at) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    private String unreleased(String text) {
        if (release == NONE || text.indexOf(release) < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == release && i + 1 < text.length()) {
                i++;
            }
            plain.append(text.charAt(i));
        }
        return plain.toString();
    }
}
