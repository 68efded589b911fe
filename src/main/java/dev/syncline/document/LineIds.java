package dev.syncline.document;

import java.util.Locale;

/**
 * By what a line is known: the buyer's line id, and what the buyer, the supplier and the world call its item. Any of them
 * may be missing. They are kept as they are compared: an order of many lines is compared line by line.
 */
public record LineIds(String line, String item, String supplierItem, String gtin) {
    public LineIds {
        line = plain(line);
        item = upper(item);
        supplierItem = upper(supplierItem);
        gtin = upper(gtin);
    }

    /**
     * Whether both are the same line: the ids agree and no item speaks against it, or the ids do not tell and an item is
     * the same.
     */
    public boolean isSameLine(LineIds other) {
        return line != null && other.line != null ? isSameId(other) : isSameItem(other);
    }

    /** Whether the ids agree, and no item speaks against it. */
    public boolean isSameId(LineIds other) {
        return line != null && line.equals(other.line) && !contradicts(other);
    }

    public boolean isSameItem(LineIds other) {
        return isSame(item, other.item) || isSame(supplierItem, other.supplierItem) || isSame(gtin, other.gtin);
    }

    /** Whether an item that both name is not the same, and none is. */
    private boolean contradicts(LineIds other) {
        boolean differs = differs(item, other.item) || differs(supplierItem, other.supplierItem);
        return differs && !isSameItem(other);
    }

    /** Ids of lines are numbers mostly, with zeros before them here and without there. */
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
