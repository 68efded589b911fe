package dev.syncline.api.reconciliations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.reconcile.Difference;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** A difference as the API shows it. */
@RegisterForReflection
public record DifferenceView(
        String key,
        String title,
        String kind,
        List<FieldView> fields,
        String status,
        String reason,
        Boolean repaired,
        String outcome) {
    /**
     * A field that differs.
     *
     * @param source the value as it would be sent
     */
    @RegisterForReflection
    public record FieldView(String field, JsonNode source, JsonNode target) {}

    static DifferenceView of(Difference found) {
        return new DifferenceView(
                found.key(),
                found.title(),
                found.kind().apiName(),
                found.fields().stream()
                        .map(field -> new FieldView(field.field(), field.source(), field.target()))
                        .toList(),
                found.status(),
                found.reason(),
                found.repaired(),
                found.outcome());
    }
}
