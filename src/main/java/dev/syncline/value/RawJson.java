package dev.syncline.value;

/** A field that the source gave as JSON text and that is passed on as it came. */
public record RawJson(String text) {
    /** Whether it is a collection of children. */
    public boolean isArray() {
        return text.stripLeading().startsWith("[");
    }
}
