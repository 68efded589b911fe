package dev.syncline.supplier;

import java.util.List;

/**
 * What a document says of an order whose key is known.
 *
 * @param document number of the document in the hub
 * @param part which of the document's orders it is
 * @param warnings what the order is to be warned of
 */
record KeyedStatement(String key, long document, int part, SupplierOrder order, List<String> warnings) {
    /** What stands before the name of a document that cannot be read, where else the key of an order stands. */
    static final String DOCUMENT = "document ";

    static final int LONGEST = 200;

    /** Whether a text can be the number of an order: nothing in it that no column and no page takes. */
    static boolean isNumber(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST
                && !text.startsWith(DOCUMENT)
                && text.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c));
    }

    /** Whether something can be found by the text. */
    static boolean isName(String text) {
        return text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl) && isText(text);
    }

    /** Whether every database can hold the text: no NUL, and no half of a character. */
    static boolean isText(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** As PostgreSQL can hold it. */
    static String text(String text) {
        return text == null ? null : text.replace("\0", "");
    }
}
