package dev.syncline.sandbox.document;

/** Writes XML as a program does that knows escaping and nesting alone. */
final class XmlBuilder {
    private final StringBuilder text = new StringBuilder();
    private int depth;

    XmlBuilder(String prolog) {
        text.append(prolog).append('\n');
    }

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn; one without a value is omitted
     */
    XmlBuilder open(String name, Object... attributes) {
        start(name, attributes).append(">\n");
        depth++;
        return this;
    }

    XmlBuilder close(String name) {
        depth--;
        indent().append("</").append(name).append(">\n");
        return this;
    }

    /** Writes an element with text; nothing if the text is null. */
    XmlBuilder put(String name, Object content, Object... attributes) {
        if (content != null) {
            start(name, attributes)
                    .append('>')
                    .append(escaped(content))
                    .append("</")
                    .append(name)
                    .append(">\n");
        }
        return this;
    }

    XmlBuilder empty(String name, Object... attributes) {
        start(name, attributes).append("/>\n");
        return this;
    }

    private StringBuilder start(String name, Object... attributes) {
        indent().append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                text.append(' ')
                        .append(attributes[i])
                        .append("=\"")
                        .append(escaped(attributes[i + 1]))
                        .append('"');
            }
        }
        return text;
    }

    private StringBuilder indent() {
        return text.append("  ".repeat(depth));
    }

    private static String escaped(Object value) {
        return value.toString()
                .replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
