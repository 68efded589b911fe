package dev.syncline.supplier;

import java.util.Locale;
import java.util.Objects;

/**
 * By what a line is known: the buyer's line id, and what the buyer, the supplier and the world call its item. Any of them
 * may be missing.
 */
public record LineIds(String line, String item, String supplierItem, String gtin) {
    /**
     * Whether both are the same line: the ids agree and no item speaks against it, or the ids do not tell and an item is
     * the same.
     */
    public boolean isSameLine(LineIds other) {
        return line != null && other.line != null ? isSameId(other) : isSameItem(other);
    }

    /** Whether the ids agree, and no item speaks against it. */
    public boolean isSameId(LineIds other) {
        return line != null && other.line != null && plain(line).equals(plain(other.line)) && !contradicts(other);
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
    private static String plain(String id) {
        String plain = id.strip();
        int zeros = 0;
        while (zeros < plain.length() - 1 && plain.charAt(zeros) == '0') {
            zeros++;
        }
        return plain.substring(zeros).toUpperCase(Locale.ROOT);
    }

    private static boolean isSame(String one, String other) {
        return one != null && other != null && one.strip().equalsIgnoreCase(other.strip());
    }

    private static boolean differs(String one, String other) {
        return one != null
                && other != null
                && !Objects.equals(
                        one.strip().toUpperCase(Locale.ROOT), other.strip().toUpperCase(Locale.ROOT));
    }
}
