package dev.syncline.value;

/** A field that the source gives as JSON text, and that is passed on unchanged. */
public record RawJson(String text) {
    /** Returns whether it is a collection of children. */
    public boolean isArray() {
        return text.stripLeading().startsWith("[");
    }
}
