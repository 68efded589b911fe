package dev.syncline.document;

/** Tells which texts of a document can be stored and found again. */
public final class StorableText {
    /** The most characters of a name by which something is found. */
    public static final int LONGEST_NAME = 200;

    private StorableText() {}

    /** Returns whether something can be found by the text. */
    public static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && text.chars().noneMatch(Character::isISOControl) && isStorable(text);
    }

    /** Returns whether every database can hold the text: it has no NUL, and no half of a character. */
    public static boolean isStorable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** Returns the text as PostgreSQL can hold it; null for null. */
    public static String withoutNul(String text) {
        return text == null ? null : text.replace("\0", "");
    }
}
