package dev.syncline.console.rules;

import static dev.syncline.console.frame.FormFields.stripped;

import dev.syncline.api.rules.RuleMatches;
import dev.syncline.console.frame.Address;
import dev.syncline.console.frame.Choice;
import dev.syncline.console.frame.Numbers;
import dev.syncline.console.frame.State;
import dev.syncline.console.rules.RuleDraft.Filled;
import dev.syncline.console.rules.RuleDraft.FromRecord;
import dev.syncline.console.rules.RuleDraft.Matches;
import dev.syncline.console.rules.RuleDraft.Row;
import dev.syncline.record.RecordStatus;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes the form of a rule, empty or filled, and what the rule would keep back. */
@ApplicationScoped
class RuleDrafts {
    private static final List<Choice> OPERATORS = List.of(
            new Choice("eq", "is", false),
            new Choice("ne", "is not", false),
            new Choice("in", "is one of (a value a line)", false),
            new Choice("matches", "matches the regular expression", false),
            new Choice("gt", "is greater than", false),
            new Choice("lt", "is less than", false),
            new Choice("missing", "is missing or empty", false));
    private static final List<Choice> EFFECTS = List.of(
            new Choice("BLOCK", "Block: it must not be sent", false),
            new Choice("HOLD", "Hold: it waits for something", false));

    private final Catalog catalog;

    RuleDrafts(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The form with its first fields filled; each may be null. */
    RuleDraft filled(String route, String field, String value, FromRecord record) {
        return draft(
                new Filled(
                        stripped(route),
                        stripped(field),
                        "eq",
                        Objects.requireNonNullElse(value, ""),
                        false,
                        "",
                        "BLOCK"),
                null,
                record);
    }

    /** The form as it was sent, with what the rule would keep back. */
    RuleDraft checked(RuleForm form, RuleMatches matches) {
        Filled filled = new Filled(
                stripped(form.route),
                stripped(form.field),
                stripped(form.operator),
                form.values(),
                "true".equals(form.ignoreCase),
                stripped(form.reason),
                stripped(form.effect));
        return draft(filled, shown(matches, filled.effect().equals("HOLD") ? "hold" : "block"), null);
    }

    private RuleDraft draft(Filled filled, Matches matches, FromRecord record) {
        return new RuleDraft(
                filled,
                catalog.all().stream().map(SyncRoute::id).sorted().toList(),
                chosen(OPERATORS, filled.operator()),
                chosen(EFFECTS, filled.effect()),
                matches,
                record);
    }

    private static List<Choice> chosen(List<Choice> choices, String value) {
        return choices.stream()
                .map(choice -> new Choice(
                        choice.value(), choice.label(), choice.value().equals(value)))
                .toList();
    }

    private Matches shown(RuleMatches found, String verb) {
        Map<String, String> titles = catalog.all().stream()
                .collect(Collectors.toMap(SyncRoute::id, SyncRoute::title, (a, b) -> a, TreeMap::new));
        String records = (found.isWhole() ? "" : "at least ") + Numbers.of(found.keepsBack(), "record");
        long undelivered = found.keepsBack() - found.delivered();
        long more = found.keepsBack() - found.items().size();
        return new Matches(
                "It would keep back " + records,
                found.note(),
                Numbers.of(found.delivered(), "record") + (found.delivered() == 1 ? " is" : " are")
                        + " at the target and kept back when changed next; " + Numbers.of(undelivered, "record")
                        + (undelivered == 1 ? " is" : " are") + " not, and kept back from the next run on.",
                "Save: " + verb + " " + records,
                found.items().stream()
                        .map(match -> new Row(
                                match.title() == null || match.title().isBlank() ? match.key() : match.title(),
                                match.key(),
                                Address.of("/record")
                                        .with("route", match.route())
                                        .with("key", match.key())
                                        .toString(),
                                titles.getOrDefault(match.route(), match.route()),
                                State.of(RecordStatus.valueOf(match.status()))))
                        .toList(),
                more > 0 ? "and " + Numbers.grouped(more) + " more" : "");
    }
}
