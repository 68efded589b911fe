package dev.syncline.api.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.syncline.rule.Operator;
import dev.syncline.rule.Rule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rule as the API shows it.
 *
 * @param id null if the rule was only tried
 * @param value text, or for {@code in} a list of texts; null if the rule compares with no value
 * @param ignoreCase whether text is compared without regard to case; null if the rule compares no text
 * @param keepsBack in the answer to a new rule without a field: the number of records of its routes, each of which is
 *     kept back when it changes; omitted elsewhere
 * @param matches in the answer to a rule that was only tried: the records that it would keep back; omitted elsewhere
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
        @JsonInclude(JsonInclude.Include.NON_NULL) Long keepsBack,
        @JsonInclude(JsonInclude.Include.NON_NULL) RuleMatches matches) {
    static RuleView of(Rule rule) {
        return of(rule, null, null);
    }

    static RuleView of(Rule rule, Long keepsBack, RuleMatches matches) {
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
                keepsBack,
                matches);
    }
}
