package dev.syncline.purchasing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What was about to be written of an order, and was not recorded: the ERP has it or not, and all of it or nothing.
 *
 * @param before the order as the ERP had it when the document log told of it last; null where it had none
 * @param seen as it had it just before, where that was more than the log told of; else null
 * @param content what was to be written
 */
record Intent(ErpOrder before, ErpOrder seen, Map<String, Object> content) {

    /**
     * Whether the ERP shows something that was written and not told of: what was to be, or what was seen before that.
     *
     * @param erp the order as it is; null where the ERP has none
     */
    boolean isWritten(ErpOrder erp) {
        return erp != null && (seen != null || isContentWritten(erp));
    }

    /**
     * Whether the ERP shows that the content was written: a value that is as intended and not as just before. What somebody
     * edited there afterwards takes nothing away from that.
     */
    private boolean isContentWritten(ErpOrder erp) {
        ErpOrder last = last();
        return last == null
                || shows(erp.header(), last.header(), content)
                || Fields.lines(content).stream().anyMatch(line -> showsLine(erp, last, line));
    }

    /** As the ERP had it just before the content was to be written; null where it had none. */
    private ErpOrder last() {
        return seen != null ? seen : before;
    }

    /** The order as Syncline wrote it last, as far as the ERP shows; null where it shows nothing of it. */
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
            return Fields.same(there.get("item"), line.get("item"));
        }
        return there != null && shows(there, was, line);
    }

    private static boolean shows(Map<String, Object> there, Map<String, Object> was, Map<String, Object> intended) {
        return intended.entrySet().stream()
                .filter(field -> isCompared(field, there))
                .anyMatch(field -> Fields.isKept(there.get(field.getKey()), field.getValue())
                        && !Fields.isKept(there.get(field.getKey()), was.get(field.getKey())));
    }

    /**
     * Whether a target that has the order as wanted has it from Syncline: it was written, or it is just what was to be, and
     * comes from a process that went on writing after it had lost its run.
     */
    boolean isOwed(ErpOrder erp, Map<String, Object> wanted) {
        ErpOrder last = last();
        return isWritten(erp) || covers(content, wanted) && (last == null || !covers(last.header(), content));
    }

    /** Whether what is wanted is there, as far as fields are known on both sides. */
    private static boolean covers(Map<String, Object> there, Map<String, Object> wanted) {
        return wanted.entrySet().stream()
                        .filter(field -> isCompared(field, there))
                        .allMatch(field -> Fields.same(there.get(field.getKey()), field.getValue()))
                && Fields.lines(wanted).stream().allMatch(line -> {
                    Map<String, Object> other = Fields.line(there, line.get(ErpOrder.LINE));
                    return other != null && covers(other, line);
                });
    }

    private static boolean isCompared(Map.Entry<String, Object> field, Map<String, Object> with) {
        return !(field.getValue() instanceof List) && with.containsKey(field.getKey());
    }

    /** What a field of the ERP's may be without anybody's having edited it. */
    List<Map<String, Object>> versions() {
        return Stream.of(before == null ? null : before.header(), seen == null ? null : seen.header(), content)
                .filter(Objects::nonNull)
                .toList();
    }
}
