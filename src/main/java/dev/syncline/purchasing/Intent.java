package dev.syncline.purchasing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An order that was about to be written, and whose outcome is not recorded: the ERP has all of it, or nothing.
 *
 * @param before the ERP's order at the last entry of the document log; null if the ERP had none
 * @param seen the ERP's order just before the write, if it had changes that are not in the log; else null
 * @param content the content to write
 */
record Intent(ErpOrder before, ErpOrder seen, Map<String, Object> content) {

    /**
     * Returns whether the ERP has changes that were written but not logged: the content, or those seen before.
     *
     * @param erp the order as it is; null if the ERP has none
     */
    boolean isWritten(ErpOrder erp) {
        return erp != null && (seen != null || isContentWritten(erp));
    }

    /**
     * Returns whether the ERP shows that the content was written: any value that is as intended and differs from the
     * one before. Later edits of other values do not matter.
     */
    private boolean isContentWritten(ErpOrder erp) {
        ErpOrder last = last();
        return last == null
                || shows(erp.header(), last.header(), content)
                || OrderFields.lines(content).stream().anyMatch(line -> showsLine(erp, last, line));
    }

    /** Returns the ERP's order just before the write; null if it had none. */
    private ErpOrder last() {
        return seen != null ? seen : before;
    }

    /** Returns the order as Syncline last wrote it, as far as the ERP shows; null if it shows nothing of it. */
    Map<String, Object> written(ErpOrder erp) {
        if (erp != null && isContentWritten(erp)) {
            return content;
        }
        return seen == null ? null : seen.header();
    }

    private static boolean showsLine(ErpOrder erp, ErpOrder last, Map<String, Object> line) {
        Map<String, Object> there = erp.line(line.get(ErpOrder.LINE));
        Map<String, Object> was = last.line(line.get(ErpOrder.LINE));
        if (there != null && was == null) {
            return OrderFields.same(there.get("item"), line.get("item"));
        }
        return there != null && shows(there, was, line);
    }

    private static boolean shows(Map<String, Object> there, Map<String, Object> was, Map<String, Object> intended) {
        return intended.entrySet().stream()
                .filter(field -> isCompared(field, there))
                .anyMatch(field -> OrderFields.isKept(there.get(field.getKey()), field.getValue())
                        && !OrderFields.isKept(there.get(field.getKey()), was.get(field.getKey())));
    }

    /**
     * Returns whether a target that has the wanted order has it from Syncline: the content was written, or it equals
     * the content, so that it comes from a process that kept writing after it had lost its run.
     */
    boolean isOwed(ErpOrder erp, Map<String, Object> wanted) {
        ErpOrder last = last();
        return isWritten(erp) || covers(content, wanted) && (last == null || !covers(last.header(), content));
    }

    /** Returns whether the wanted values are there, as far as fields are known on both sides. */
    private static boolean covers(Map<String, Object> there, Map<String, Object> wanted) {
        return wanted.entrySet().stream()
                        .filter(field -> isCompared(field, there))
                        .allMatch(field -> OrderFields.same(there.get(field.getKey()), field.getValue()))
                && OrderFields.lines(wanted).stream().allMatch(line -> {
                    Map<String, Object> other = OrderFields.line(there, line.get(ErpOrder.LINE));
                    return other != null && covers(other, line);
                });
    }

    private static boolean isCompared(Map.Entry<String, Object> field, Map<String, Object> with) {
        return !(field.getValue() instanceof List) && with.containsKey(field.getKey());
    }

    /** Returns the states that the ERP may have without an edit. */
    List<Map<String, Object>> versions() {
        return Stream.of(before == null ? null : before.header(), seen == null ? null : seen.header(), content)
                .filter(Objects::nonNull)
                .toList();
    }
}
