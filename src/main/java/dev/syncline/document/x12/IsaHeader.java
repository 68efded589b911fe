package dev.syncline.document.x12;

import dev.syncline.document.UnreadableDocument;
import dev.syncline.document.edi.Delimiters;
import dev.syncline.document.edi.EdiDialect.Opening;
import dev.syncline.document.edi.EdiText;
import dev.syncline.document.edi.EdiWarnings;
import dev.syncline.document.edi.RawSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the header of an X12 interchange, which announces the delimiters: the character behind ISA separates elements,
 * ISA16 separates components, and the characters behind ISA16 end segments. It is read by its separators instead of its
 * 106 characters, so that an ISA with wrong padding can be read.
 */
final class IsaHeader {
    private static final int[] WIDTHS = {0, 2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1};
    private static final int ELEMENTS = 16;
    private static final int LONGEST = 400;
    private static final int REPETITION = 11;
    private static final int VERSION = 12;
    private static final int CONTROL_NUMBER = 13;
    private static final int USAGE = 15;
    /** Before this version, ISA11 names a standard, and is no separator. */
    private static final int FIRST_WITH_REPETITION = 402;

    private final String text;
    private final int from;

    private IsaHeader(String text, int from) {
        this.text = text;
        this.from = from;
    }

    static Opening open(String text, int from, EdiWarnings warnings) throws UnreadableDocument {
        return new IsaHeader(text, EdiText.skipBlanks(text, from)).open(warnings);
    }

    private Opening open(EdiWarnings warnings) throws UnreadableDocument {
        if (!text.startsWith("ISA", from)) {
            throw new UnreadableDocument(
                    "character " + from,
                    "It begins with \"" + RawSegment.shown(text.substring(from), 12) + "\" where an interchange begins "
                            + "with ISA");
        }
        char separator = charAt(from + 3);
        if (isOrdinary(separator)) {
            throw broken(0, "\"" + RawSegment.shown("" + separator, 1) + "\" behind ISA cannot part elements");
        }
        List<String> elements = elements(separator);
        check(elements, warnings);
        int end = from + 3;
        for (String element : elements.subList(1, ELEMENTS)) {
            end += 1 + element.length();
        }
        char component = charAt(++end);
        Delimiters delimiters = delimiters(separator, component, elements, end + 1, warnings);
        elements.add("" + component);
        return new Opening(
                delimiters, elements, end + 1 + delimiters.terminator().length());
    }

    /** Returns ISA and its first fifteen elements. */
    private List<String> elements(char separator) throws UnreadableDocument {
        List<String> elements = new ArrayList<>();
        int start = from;
        for (int i = from; elements.size() < ELEMENTS; i++) {
            char c = charAt(i);
            if (c == '\n' || c == '\r' || i - from > LONGEST) {
                throw broken(elements.size(), "It has fewer than " + ELEMENTS + " elements");
            }
            if (c == separator) {
                elements.add(text.substring(start, i));
                start = i + 1;
            }
        }
        return elements;
    }

    private void check(List<String> elements, EdiWarnings warnings) throws UnreadableDocument {
        if (!elements.get(VERSION).matches("\\d{5}")) {
            throw broken(VERSION, "\"" + RawSegment.shown(elements.get(VERSION), 12) + "\" is no version");
        }
        if (elements.get(CONTROL_NUMBER).isBlank()) {
            throw broken(CONTROL_NUMBER, "It has no control number");
        }
        if (elements.get(USAGE).length() != 1) {
            throw broken(USAGE, "\"" + RawSegment.shown(elements.get(USAGE), 12) + "\" is no usage indicator");
        }
        for (int i = 1; i < WIDTHS.length; i++) {
            if (elements.get(i).length() != WIDTHS[i]) {
                warnings.add(String.format(
                        Locale.ROOT,
                        "ISA%02d has %d characters where it must have %d",
                        i,
                        elements.get(i).length(),
                        WIDTHS[i]));
            }
        }
        if (String.join("", elements).indexOf('\u00a0') >= 0) {
            warnings.add("ISA is padded with U+00A0 where it must have blanks");
        }
    }

    private Delimiters delimiters(char separator, char component, List<String> elements, int end, EdiWarnings warnings)
            throws UnreadableDocument {
        char first = charAt(end);
        boolean lines = first == '\r' || first == '\n' || isBlank(first) && endsLine(end);
        if (lines && isBlank(first)) {
            everyLineEndsInBlank(end);
            warnings.add("The segment terminator is a blank before each line break; the line breaks were taken");
        }
        String terminator =
                lines ? "\n" : text.substring(end, text.offsetByCodePoints(end, 1)); // It may be a pair of surrogates.
        if (!lines && !isBlank(first) && isOrdinary(first)
                || first == separator
                || component == separator
                || component == first
                || Character.isLetterOrDigit(component)
                || component == '\r'
                || component == '\n') {
            throw broken(
                    ELEMENTS,
                    "\"" + RawSegment.shown("" + component + first, 2) + "\" cannot part components and end segments");
        }
        char repetition = elements.get(REPETITION).isEmpty()
                ? Delimiters.NONE
                : elements.get(REPETITION).charAt(0);
        boolean repeats = Integer.parseInt(elements.get(VERSION)) >= FIRST_WITH_REPETITION
                && !isOrdinary(repetition)
                && repetition != separator
                && repetition != component
                && repetition != first;
        return new Delimiters(
                terminator,
                lines,
                separator,
                isBlank(component) ? '\u001f' : component,
                repeats ? repetition : Delimiters.NONE,
                Delimiters.NONE);
    }

    private boolean endsLine(int at) {
        int end = at;
        while (end < text.length() && isBlank(text.charAt(end))) {
            end++;
        }
        return end < text.length() && (text.charAt(end) == '\r' || text.charAt(end) == '\n');
    }

    /**
     * Checks that each line ends in a blank: otherwise the blank before a line break may be data, and the end of a
     * segment is ambiguous.
     */
    private void everyLineEndsInBlank(int at) throws UnreadableDocument {
        int begin = at;
        for (int end = text.indexOf('\n', begin); end >= 0; end = text.indexOf('\n', begin)) {
            String line = text.substring(begin, end).replace("\r", "");
            if (!line.isBlank() && !isBlank(line.charAt(line.length() - 1))) {
                throw new UnreadableDocument(
                        "character " + begin,
                        "The segment terminator behind ISA16 is a blank, and this line does not end in one");
            }
            if (line.startsWith("IEA")) {
                return;
            }
            begin = end + 1;
        }
    }

    private char charAt(int index) throws UnreadableDocument {
        if (index >= text.length()) {
            throw new UnreadableDocument("segment 1 (ISA), character " + from, "It ends within ISA. Ask for it again");
        }
        return text.charAt(index);
    }

    private UnreadableDocument broken(int element, String problem) {
        String place = "segment 1 (ISA)" + (element > 0 ? ", element " + element : "") + ", character " + from;
        return new UnreadableDocument(place, "The interchange header is broken: " + problem);
    }

    private static boolean isOrdinary(char c) {
        return Character.isLetterOrDigit(c) || isBlank(c) || c == '\r' || c == '\n' || c == Delimiters.NONE;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
