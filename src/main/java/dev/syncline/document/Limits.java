package dev.syncline.document;

/**
 * How large a document may be.
 *
 * @param bytes of the whole document
 * @param depth of nested elements (XML, JSON)
 * @param parts segments (EDI) or elements (XML, JSON)
 * @param text characters of one element
 */
public record Limits(int bytes, int depth, int parts, int text) {
    public static final Limits DEFAULT = new Limits(16 << 20, 64, 1_000_000, 1 << 20);
}
