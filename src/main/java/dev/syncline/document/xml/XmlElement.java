package dev.syncline.document.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An element that a reader asked to keep, with its place. Text is stripped; blank text and values are null. */
public final class XmlElement {
    private final XmlElement parent;
    private final String name;
    private final String namespace;
    private final int line;
    private final int column;
    private final StringBuilder text = new StringBuilder(0);
    private Map<String, String> attributes = Map.of();
    private List<XmlElement> children = List.of();

    XmlElement(XmlElement parent, String name, String namespace, int line, int column) {
        this.parent = parent;
        this.name = name;
        this.namespace = namespace;
        this.line = line;
        this.column = column;
        if (parent != null) {
            parent.children = parent.children.isEmpty() ? new ArrayList<>(2) : parent.children;
            parent.children.add(this);
        }
    }

    void attribute(String attribute, String value) {
        attributes = attributes.isEmpty() ? new LinkedHashMap<>(4) : attributes;
        attributes.put(attribute, value);
    }

    void append(String characters) {
        text.append(characters);
    }

    boolean hasText() {
        return text.length() > 0;
    }

    XmlElement parent() {
        return parent;
    }

    /** Returns the name without prefix. */
    public String name() {
        return name;
    }

    /** Returns the namespace; empty if it has none. */
    public String namespace() {
        return namespace;
    }

    public String text() {
        String stripped = text.toString().strip();
        return stripped.isEmpty() ? null : stripped;
    }

    public String attribute(String attribute) {
        String value = attributes.getOrDefault(attribute, "").strip();
        return value.isEmpty() ? null : value;
    }

    /** Returns the names of the attributes, without prefix. */
    public Iterable<String> attributes() {
        return attributes.keySet();
    }

    public List<XmlElement> children() {
        return children;
    }

    public List<XmlElement> children(String child) {
        return children.stream().filter(element -> element.name.equals(child)).toList();
    }

    /**
     * Follows a path: the first child of the first name, its first child of the next name, and so on.
     *
     * @return null if one is missing
     */
    public XmlElement child(String... path) {
        XmlElement found = this;
        for (String step : path) {
            XmlElement from = found;
            found = from.children.stream()
                    .filter(element -> element.name.equals(step))
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                return null;
            }
        }
        return found;
    }

    /** Returns the text of {@link #child(String...)}; null if it is missing. */
    public String textOf(String... path) {
        XmlElement found = child(path);
        return found == null ? null : found.text();
    }

    /** Returns the place for messages: {@code ConfirmationRequest/ConfirmationItem (line 47, column 7)}. */
    public String place() {
        String path = parent == null || parent.parent == null ? name : parent.name + "/" + name;
        return path + " (line " + line + ", column " + column + ")";
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
