package dev.syncline.document;

import java.util.Locale;

/**
 * The ids of a line: the buyer's line id, and the item numbers of the buyer, the supplier and GS1. Any of them may be
 * null. They are stored in the form in which they are compared, as each line of an order is compared with many others.
 */
public record LineIds(String line, String item, String supplierItem, String gtin) {
    public LineIds {
        line = plain(line);
        item = upper(item);
        supplierItem = upper(supplierItem);
        gtin = upper(gtin);
    }

    /**
     * Returns whether both name the same line: their line ids agree and no item number contradicts, or one has no line
     * id and an item number agrees.
     */
    public boolean isSameLine(LineIds other) {
        return line != null && other.line != null ? isSameId(other) : isSameItem(other);
    }

    /** Returns whether the line ids agree, and no item number contradicts. */
    public boolean isSameId(LineIds other) {
        return line != null && line.equals(other.line) && !contradicts(other);
    }

    public boolean isSameItem(LineIds other) {
        return isSame(item, other.item) || isSame(supplierItem, other.supplierItem) || isSame(gtin, other.gtin);
    }

    /** Returns whether an item number of both differs, and none agrees. */
    private boolean contradicts(LineIds other) {
        boolean differs = differs(item, other.item) || differs(supplierItem, other.supplierItem);
        return differs && !isSameItem(other);
    }

    /** Returns an id without leading zeros and in upper case: documents pad line numbers differently. */
    public static String plain(String id) {
        String text = upper(id);
        int zeros = 0;
        while (text != null && zeros < text.length() - 1 && text.charAt(zeros) == '0') {
            zeros++;
        }
        return zeros == 0 ? text : text.substring(zeros);
    }

    private static String upper(String text) {
        return text == null ? null : text.strip().toUpperCase(Locale.ROOT);
    }

    private static boolean isSame(String one, String other) {
        return one != null && one.equals(other);
    }

    private static boolean differs(String one, String other) {
        return one != null && other != null && !one.equals(other);
    }
}
