package dev.syncline.api;

import dev.syncline.rule.Operator;
import dev.syncline.rule.Rule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rule as the API shows it.
 *
 * @param value text, or for {@code in} a list of them; null where there is none
 * @param ignoreCase whether text in another case is the same text; null where the rule compares no text
 */
@RegisterForReflection
public record RuleView(
        long id,
        String route,
        String field,
        String operator,
        @Schema(implementation = String.class) Object value,
        Boolean ignoreCase,
        String reason,
        String effect,
        Instant createdAt,
        String createdBy) {
    static RuleView of(Rule rule) {
        Object value = rule.values().isEmpty() ? null : rule.values().get(0);
        return new RuleView(
                rule.id(),
                rule.route(),
                rule.field(),
                rule.operator() == null ? null : rule.operator().apiName(),
                rule.operator() == Operator.IN ? rule.values() : value,
                rule.operator() != null && rule.operator().knowsCase() ? rule.ignoreCase() : null,
                rule.reason(),
                rule.effect().name(),
                rule.createdAt(),
                rule.createdBy());
    }
}
