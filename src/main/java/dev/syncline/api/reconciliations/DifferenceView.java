package dev.syncline.api.reconciliations;

import dev.syncline.reconcile.Difference;
import dev.syncline.reconcile.FieldDifference;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** A difference as the API shows it. */
@RegisterForReflection
public record DifferenceView(
        String key,
        String title,
        String kind,
        List<FieldDifference> fields,
        String status,
        String reason,
        Boolean repaired,
        String outcome) {
    static DifferenceView of(Difference found) {
        return new DifferenceView(
                found.key(),
                found.title(),
                found.kind().apiName(),
                found.fields(),
                found.status(),
                found.reason(),
                found.repaired(),
                found.outcome());
    }
}
