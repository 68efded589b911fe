package dev.syncline.supplier;

/**
 * What a document says of an order whose key is known.
 *
 * @param document number of the document in the hub
 * @param part which of the document's orders it is
 */
record Keyed(String key, long document, int part, SupplierOrder order) {
    /** What stands before the name of a document that cannot be read, where else the key of an order stands. */
    static final String DOCUMENT = "document ";

    private static final int LONGEST = 200;

    /** Whether a text can be the number of an order: nothing in it that no column and no page takes. */
    static boolean isNumber(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST
                && !text.startsWith(DOCUMENT)
                && text.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c));
    }

    /** As PostgreSQL can hold it. */
    static String text(String text) {
        return text == null ? null : text.replace("\0", "");
    }
}
