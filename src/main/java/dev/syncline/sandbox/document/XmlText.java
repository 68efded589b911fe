package dev.syncline.sandbox.document;

/** XML as a program writes it that knows nothing of XML but escaping and nesting. */
final class XmlText {
    private final StringBuilder text = new StringBuilder();
    private int depth;

    XmlText(String prolog) {
        text.append(prolog).append('\n');
    }

    /** @param attributes names and values in turn; one without a value is left out */
    XmlText open(String name, Object... attributes) {
        start(name, attributes).append(">\n");
        depth++;
        return this;
    }

    XmlText close(String name) {
        depth--;
        indent().append("</").append(name).append(">\n");
        return this;
    }

    /** An element with text; nothing where there is none. */
    XmlText put(String name, Object content, Object... attributes) {
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

    XmlText empty(String name, Object... attributes) {
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
