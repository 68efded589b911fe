package dev.syncline.document;

import java.util.Set;

/** Reads the documents of one format into the one shape. It never guesses, and keeps nothing between documents. */
public interface DocumentReader {
    /** The format's name in {@code format} of a supplier: x12, edifact, ubl, cxml, json. */
    String format();

    /**
     * @param document as it came, byte for byte
     * @throws Unreadable when nothing of it can be read
     */
    Reading read(byte[] document, Limits limits) throws Unreadable;

    /**
     * The buyer's numbers of the orders that a document names which cannot be read, as far as can be told of one that is
     * cut off or no document of the format at all.
     */
    default Set<String> named(byte[] document) {
        return Set.of();
    }

    /** The document without the secrets in it, as it may be kept and shown. */
    default byte[] redacted(byte[] document) {
        return document;
    }

    /** Whether an answer in the format names the next page within itself, {@link Reading#next}. */
    default boolean namesNextPage() {
        return false;
    }
}
