package dev.syncline.document.edi;

/**
 * A segment of a document, without its terminator.
 *
 * @param tag its name: PO1, LIN
 * @param position of the segment in its interchange, from 1
 * @param offset of its first character in the document, from 0, without a byte order mark
 * @param problem why it cannot be read; null if it can
 */
public record RawSegment(String text, String tag, int position, int offset, String problem) {
    /**
     * Returns the place of an element for messages.
     *
     * @param element its number from 1; 0 for the segment as a whole
     */
    public String place(int element) {
        return "segment " + position + " (" + shown(tag, 12) + ")" + (element > 0 ? ", element " + element : "")
                + ", character " + offset;
    }

    /** Returns text of a document as a message shows it: short, and without control characters. */
    public static String shown(String text, int most) {
        if (text == null) {
            return "";
        }
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length() && i < most; i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '·' : c);
        }
        return text.length() > most ? shown.append('…').toString() : shown.toString();
    }
}
