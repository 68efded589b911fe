package dev.syncline.document.edi;

import java.util.List;

/**
 * A segment as StAEDI read it.
 *
 * @param raw where it stands
 * @param elements from index 0 for the first element; each with its components, of its first repetition
 */
public record Segment(RawSegment raw, List<List<String>> elements) {
    public String tag() {
        return raw.tag();
    }

    public boolean is(String tag) {
        return raw.tag().equals(tag);
    }

    /** Returns the first component of an element, counted from 1; null if it is empty. */
    public String get(int element) {
        return get(element, 1);
    }

    /** Returns a component of an element, both counted from 1; null if it is empty. */
    public String get(int element, int component) {
        if (element > elements.size() || component > elements.get(element - 1).size()) {
            return null;
        }
        String text = elements.get(element - 1).get(component - 1).strip();
        return text.isEmpty() ? null : text;
    }

    /** Returns whether an element equals the text. */
    public boolean has(int element, String text) {
        return text.equals(get(element));
    }

    public int size() {
        return elements.size();
    }
}
