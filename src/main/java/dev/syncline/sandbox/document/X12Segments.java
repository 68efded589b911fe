package dev.syncline.sandbox.document;

/** Writes segments with {@code *} between elements and {@code ~} at the end, a line each. */
final class X12Segments {
    private final StringBuilder text = new StringBuilder();
    private int count;

    /** Adds a segment; elements that are arrays count as several, and empty ones at the end are omitted. */
    void add(String segment, Object... elements) {
        StringBuilder line = new StringBuilder(segment);
        boolean isInterchange = segment.equals("ISA"); // which names the separators
        for (Object element : elements) {
            if (element instanceof String[] several) {
                for (String one : several) {
                    line.append('*').append(clean(one));
                }
            } else {
                line.append('*').append(isInterchange ? element : clean(String.valueOf(element)));
            }
        }
        while (line.charAt(line.length() - 1) == '*') {
            line.setLength(line.length() - 1);
        }
        text.append(line).append("~\n");
        count++;
    }

    /** Removes the separators from a text, as X12 has no release character. */
    private static String clean(String element) {
        return element.replaceAll("[*~>\\^\\p{Cntrl}]|[^\\x00-\\x7F]", " ");
    }

    int count() {
        return count;
    }

    String text() {
        return text.toString();
    }
}
