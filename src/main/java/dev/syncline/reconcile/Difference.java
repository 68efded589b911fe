package dev.syncline.reconcile;

import dev.syncline.record.Known;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * A record in which source and target differ.
 *
 * @param fields the fields that differ; none for a missing or extra record
 * @param status the record's status in the status table; null if it is not there
 * @param reason the reason in the status table, if the record is not SUCCESS
 * @param repaired whether source and target agree after the repair; null if no repair was tried
 * @param outcome why it could not be repaired
 */
@RegisterForReflection
public record Difference(
        String key,
        String title,
        DifferenceKind kind,
        List<FieldDifference> fields,
        String status,
        String reason,
        Boolean repaired,
        String outcome) {

    static Difference of(DifferenceKind kind, String key, String title, List<FieldDifference> fields) {
        return new Difference(key, title, kind, fields, null, null, null, null);
    }

    Difference withReason(String why) {
        return new Difference(key, title, kind, fields, status, why, repaired, outcome);
    }

    /**
     * Returns this difference with the outcome of a repair.
     *
     * @param why the reason why it is not repaired; null if it is
     */
    Difference tried(String why) {
        return new Difference(key, title, kind, fields, status, reason, why == null, why);
    }

    /** Returns this difference with status and reason from the status table. */
    Difference with(Known known) {
        return known == null
                ? this
                : new Difference(
                        key,
                        title,
                        kind,
                        fields,
                        known.status().name(),
                        known.reason() == null ? reason : known.reason(),
                        repaired,
                        outcome);
    }
}
