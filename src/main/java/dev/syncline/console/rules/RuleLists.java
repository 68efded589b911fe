package dev.syncline.console.rules;

import dev.syncline.api.http.Listing;
import dev.syncline.api.rules.RuleView;
import dev.syncline.api.rules.RulesResource;
import dev.syncline.console.frame.Address;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.State;
import dev.syncline.console.rules.RuleList.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/** Makes a page of the list of rules, from the call that the API has for it. */
@ApplicationScoped
class RuleLists {
    private final RulesResource rules;
    private final Frames frames;

    RuleLists(RulesResource rules, Frames frames) {
        this.rules = rules;
        this.frames = frames;
    }

    RuleList of(String cursor) {
        Listing<RuleView> found = rules.list(null, cursor);
        return new RuleList(
                found.items().stream().map(this::row).toList(),
                found.next() == null
                        ? null
                        : Address.of("/rules").with("cursor", found.next()).toString(),
                cursor == null ? null : "/rules");
    }

    private Row row(RuleView rule) {
        return new Row(
                rule.id(),
                rule.route(),
                condition(rule),
                rule.effect().equals("BLOCK") ? new State("Blocks", "block") : new State("Holds", "hold"),
                rule.reason() == null ? "" : rule.reason(),
                rule.createdBy(),
                frames.when(rule.createdAt()));
    }

    private static String condition(RuleView rule) {
        if (rule.field() == null) {
            return "every record";
        }
        String words =
                switch (rule.operator()) {
                    case "eq" -> "is";
                    case "ne" -> "is not";
                    case "in" -> "is one of";
                    case "matches" -> "matches";
                    case "gt" -> "is greater than";
                    case "lt" -> "is less than";
                    default -> "is missing or empty";
                };
        String value = rule.value() == null
                ? ""
                : rule.value() instanceof List<?> values
                        ? " " + values.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        : " " + rule.value();
        return rule.field() + " " + words + value
                + (Boolean.TRUE.equals(rule.ignoreCase()) ? ", in any case of letters" : "");
    }
}
