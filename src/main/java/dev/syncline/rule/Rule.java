package dev.syncline.rule;

import java.time.Instant;
import java.util.List;

/**
 * A rule that keeps records of some routes back.
 *
 * @param id its number; null before it is stored
 * @param route the id of a route, {@code *} standing for any text
 * @param field the field to look at, with dots for nested ones; null for every record
 * @param operator null if there is no field
 * @param values the values to compare with: none, one, or several for {@code in}
 * @param ignoreCase whether texts are compared without regard to case
 * @param reason the reason to show to people; null if none was given
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

    /** Returns the beginning of the reason of each record that the rule keeps back. */
    String heading() {
        return "Rule " + id + (effect == Effect.BLOCK ? " blocks it" : " holds it");
    }

    /** Returns why a record is kept back, and what to do. */
    public String message() {
        return heading() + ": " + (reason == null ? condition() : reason)
                + ". Delete the rule, and the next run sends the record";
    }

    /** Returns the condition as text: {@code vendorNo eq V-17}. */
    public String condition() {
        if (field == null) {
            return "every record of " + route;
        }
        return field + " " + operator.apiName() + (values.isEmpty() ? "" : " " + String.join(", ", values))
                + (ignoreCase ? ", in any case of letters" : "");
    }
}
