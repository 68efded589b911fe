package dev.syncline.document;

import java.util.Set;

/**
 * Reads the documents of one format into {@link ParsedDocument}s. A reader guesses nothing, and keeps nothing between
 * documents.
 */
public interface DocumentReader {
    /** Returns the format's name as a supplier's {@code format} has it: x12, edifact, ubl, cxml, json. */
    String format();

    /**
     * Reads a document.
     *
     * @param document as it came, byte for byte
     * @throws UnreadableDocument if nothing of it can be read
     */
    ParsedDocument read(byte[] document, DocumentLimits limits) throws UnreadableDocument;

    /**
     * Returns the buyer's numbers of the orders that an unreadable document names, as far as they can be found in it:
     * it may be cut off, or of another format.
     */
    default Set<String> named(byte[] document) {
        return Set.of();
    }

    /** Returns the document without its secrets, as it may be kept and shown. */
    default byte[] redacted(byte[] document) {
        return document;
    }

    /** Returns whether a document names the next page itself, in {@link ParsedDocument#next}. */
    default boolean namesNextPage() {
        return false;
    }
}
