package dev.syncline.document.edi;

/**
 * A segment as it stands in the document, without its terminator.
 *
 * @param tag what names it: PO1, LIN
 * @param position of the segment in its interchange, from 1
 * @param offset of its first character in the document, from 0, a byte order mark not counted
 * @param problem why it is no segment that can be read; null where it is one
 */
public record RawSegment(String text, String tag, int position, int offset, String problem) {
    /** @param element its number from 1; 0 for the segment as a whole */
    public String place(int element) {
        return "segment " + position + " (" + shown(tag, 12) + ")" + (element > 0 ? ", element " + element : "")
                + ", character " + offset;
    }

    /** Text of a document as a message may show it: short, and without control characters. */
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
