package dev.syncline.rule;

import java.util.List;
import java.util.Map;

/** The rules of one route, as they stood when a run began; those that block come first. */
public final class RuleBook {
    public static final RuleBook EMPTY = new RuleBook(List.of());

    private final List<Condition> conditions;

    RuleBook(List<Condition> conditions) {
        this.conditions = conditions;
    }

    public boolean isEmpty() {
        return conditions.isEmpty();
    }

    /** The rule that keeps a record back; null when none does. */
    public Rule match(Map<String, Object> fields) {
        return match(fields, null);
    }

    /**
     * The rule that keeps a record back, be it for what would be sent or for what the source has; null when none does.
     *
     * @param source null where it is what would be sent
     */
    public Rule match(Map<String, Object> sent, Map<String, Object> source) {
        for (Condition condition : conditions) {
            if (condition.matches(sent) || source != null && condition.matches(source)) {
                return condition.rule();
            }
        }
        return null;
    }

    /** Whether a rule looks at a field that is not among these. */
    public boolean lookAtMoreThan(Map<String, Object> fields) {
        return conditions.stream().anyMatch(condition -> !condition.isAnsweredBy(fields));
    }

    /** The rule that a record's reason names, where it is still there; null when it is not. */
    public Rule named(String reason) {
        for (Condition condition : conditions) {
            if (reason != null && reason.startsWith(condition.rule().heading())) {
                return condition.rule();
            }
        }
        return null;
    }
}
