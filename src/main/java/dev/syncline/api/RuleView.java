package dev.syncline.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.syncline.rule.Operator;
import dev.syncline.rule.Rule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rule as the API shows it.
 *
 * @param id null for one that was only tried
 * @param value text, or for {@code in} a list of them; null where there is none
 * @param ignoreCase whether text in another case is the same text; null where the rule compares no text
 * @param keepsBack in the answer to a new rule without a field: how many records its routes have, each of which is kept
 *     back when it changes; left out elsewhere
 */
@RegisterForReflection
public record RuleView(
        Long id,
        String route,
        String field,
        String operator,
        @Schema(implementation = String.class) Object value,
        Boolean ignoreCase,
        String reason,
        String effect,
        Instant createdAt,
        String createdBy,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long keepsBack) {
    static RuleView of(Rule rule) {
        return of(rule, null);
    }

    static RuleView of(Rule rule, Long keepsBack) {
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
                rule.createdBy(),
                keepsBack);
    }
}
