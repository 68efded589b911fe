package dev.syncline.rule;

import java.time.Instant;
import java.util.List;

/**
 * Keeps the records of some routes back.
 *
 * @param id its number; null for one that is not written yet
 * @param route the id of a route, {@code *} standing for any text
 * @param field the field that is looked at, with dots for what is within it; null for every record
 * @param operator null where there is no field
 * @param values what the field is compared with: none, one, or for {@code in} several
 * @param ignoreCase whether text in another case is the same text
 * @param reason what people are told; null where nobody said
 */
public record Rule(
        Long id,
        String route,
        String field,
        Operator operator,
        List<String> values,
        boolean ignoreCase,
        String reason,
        Effect effect,
        Instant createdAt,
        String createdBy) {
    /** The status that a record is given. */
    public enum Effect {
        BLOCK,
        HOLD
    }

    /** With what the reason of every record begins that it keeps back. */
    String heading() {
        return "Rule " + id + (effect == Effect.BLOCK ? " blocks it" : " holds it");
    }

    /** Why a record is kept back, and what can be done. */
    public String message() {
        return heading() + ": " + (reason == null ? condition() : reason)
                + ". Delete the rule and it goes with the next run";
    }

    /** {@code vendorNo eq V-17}. */
    public String condition() {
        if (field == null) {
            return "every record of " + route;
        }
        return field + " " + operator.apiName() + (values.isEmpty() ? "" : " " + String.join(", ", values))
                + (ignoreCase ? ", in any case of letters" : "");
    }
}
