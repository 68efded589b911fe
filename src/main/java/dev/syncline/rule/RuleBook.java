package dev.syncline.rule;

import java.util.List;
import java.util.Map;

/** The rules of a route at the begin of a run; blocking ones first. */
public final class RuleBook {
    public static final RuleBook EMPTY = new RuleBook(List.of());

    private final List<Condition> conditions;

    RuleBook(List<Condition> conditions) {
        this.conditions = conditions;
    }

    /**
     * Returns a book of one rule, which may not be stored.
     *
     * @throws InvalidRule if its regular expression is invalid
     */
    public static RuleBook of(Rule rule) {
        return new RuleBook(List.of(new Condition(rule)));
    }

    public boolean isEmpty() {
        return conditions.isEmpty();
    }

    /** Returns the rule that keeps a record back; null if none does. */
    public Rule match(Map<String, Object> fields) {
        return match(fields, null);
    }

    /**
     * Returns the rule that keeps a record back because of the fields to send or those of the source; null if none
     * does.
     *
     * @param source fields of the source; null if they are the fields to send
     */
    public Rule match(Map<String, Object> sent, Map<String, Object> source) {
        for (Condition condition : conditions) {
            if (condition.matches(sent) || source != null && condition.matches(source)) {
                return condition.rule();
            }
        }
        return null;
    }

    /** Returns whether a rule looks at a field that is not among these. */
    public boolean lookAtMoreThan(Map<String, Object> fields) {
        return conditions.stream().anyMatch(condition -> !condition.isAnsweredBy(fields));
    }

    /** Returns the rule that a record's reason names; null if the rule no longer exists. */
    public Rule named(String reason) {
        for (Condition condition : conditions) {
            if (reason != null && reason.startsWith(condition.rule().heading())) {
                return condition.rule();
            }
        }
        return null;
    }
}
