package dev.syncline.judge;

import dev.syncline.page.Row;
import dev.syncline.page.RunContext;
import dev.syncline.record.Known;
import dev.syncline.record.RecordStatus;
import dev.syncline.record.StatusTable.Delivered;
import dev.syncline.route.SyncRoute;
import dev.syncline.rule.FieldPath;
import dev.syncline.rule.RuleBook;
import java.util.Collection;
import java.util.Map;

/**
 * What a shallow run has not read of a record whose source has more of it: unknown, which is not the same as absent. It
 * judges by what it read and by what is remembered of the record, as long as that is enough.
 */
record Unread(RunContext run, RuleBook rules) {
    /**
     * Whether the record is to be read deep before it is judged: one that the target does not have (a repair knows of
     * those that it has no more), which would be created without its children; one that was kept back or refused, maybe
     * for what is in them; and one that changed where a rule, a required field or a parent is not among what was read.
     */
    boolean matters(Draft draft, Known known) {
        Row row = draft.row;
        if (draft.problem != null || row.deleted() || row.mark() != null || draft.edit != null) {
            return false;
        }
        if (run.repairs() || known == null || !known.isDelivered() || known.status() != RecordStatus.SUCCESS) {
            return true;
        }
        if (draft.content.isThere(new Delivered(known.contentHash(), known.childHash()))) {
            return false;
        }
        SyncRoute route = run.route();
        return known.childHash() == null && !route.deepQuery().isBlank()
                || known.fieldHashes() != null && known.fieldHashes().length != draft.fieldHashes().length
                || rules.lookAtMoreThan(row.fields())
                || isAnyUnread(route.parents().keySet(), row.fields())
                || isAnyUnread(route.required(), row.fields());
    }

    private static boolean isAnyUnread(Collection<String> names, Map<String, Object> fields) {
        return names.stream().anyMatch(name -> !FieldPath.isRead(name, fields));
    }
}
