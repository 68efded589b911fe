package dev.syncline.sandbox.document;

/** Segments with {@code *} between elements and {@code ~} at the end, a line each. */
final class X12Segments {
    private final StringBuilder text = new StringBuilder();
    private int count;

    /** Elements that are arrays count as several; empty ones at the end are left out. */
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

    /** X12 has no release character: what separates cannot be written. */
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
