package dev.syncline.document;

/**
 * Limits the size of a document.
 *
 * @param bytes of the whole document
 * @param depth of nested elements (XML, JSON)
 * @param parts segments (EDI) or elements (XML, JSON)
 * @param text characters of one element
 */
public record DocumentLimits(int bytes, int depth, int parts, int text) {
    public static final DocumentLimits DEFAULT = new DocumentLimits(16 << 20, 64, 1_000_000, 1 << 20);
}
