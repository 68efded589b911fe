package dev.syncline.api.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.syncline.api.rules.RuleMatches.Match;
import dev.syncline.page.Keys;
import dev.syncline.record.RecordStatus;
import dev.syncline.record.content.KeptContent;
import dev.syncline.record.content.KeptContents;
import dev.syncline.route.Catalog;
import dev.syncline.rule.Rule;
import dev.syncline.rule.RuleBook;
import dev.syncline.rule.Rules;
import dev.syncline.value.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds which records a rule would keep back before it is stored. It looks at the contents that the hub keeps, within a
 * bounded time, and says how far it came.
 */
@ApplicationScoped
class RuleCheck {
    private static final int MOST_RECORDS = 50_000;
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final Rules rules;
    private final Catalog catalog;
    private final KeptContents contents;

    RuleCheck(Rules rules, Catalog catalog, KeptContents contents) {
        this.rules = rules;
        this.catalog = catalog;
        this.contents = contents;
    }

    /** @param items how many records to name */
    RuleMatches matches(Rule rule, int items) {
        return matches(rule, items, rule.field() == null ? items : MOST_RECORDS);
    }

    /** @param mostRecords how many to look at */
    RuleMatches matches(Rule rule, int items, int mostRecords) {
        Tally tally = new Tally(rule, items);
        List<String> routes = rules.routes(rule);
        long end = System.nanoTime() + LONGEST.toNanos();
        for (int i = 0; i < routes.size(); i++) {
            String route = routes.get(i);
            int left = routes.size() - i;
            long now = System.nanoTime();
            long until = now + Math.max(0, end - now) / left; // each route gets its share
            long most = tally.lookedAt + Math.max(1, (mostRecords - tally.lookedAt) / left);
            contents.read(
                    route,
                    content -> {
                        tally.add(route, content);
                        return tally.lookedAt < most;
                    },
                    () -> System.nanoTime() - until > 0);
        }
        return tally.result(rules.records(rule));
    }

    /** What was found so far. */
    private final class Tally {
        private final Rule rule;
        private final RuleBook book;
        private final int most;
        private final List<Match> items = new ArrayList<>();
        private long lookedAt;
        private long unknown;
        private long keepsBack;
        private long delivered;

        private Tally(Rule rule, int most) {
            this.rule = rule;
            this.book = RuleBook.of(rule);
            this.most = most;
        }

        private void add(String route, KeptContent content) {
            lookedAt++;
            Map<String, Object> fields = fields(route, content);
            if (book.lookAtMoreThan(fields)) {
                unknown++;
            } else if (book.match(fields) != null) {
                keepsBack++;
                delivered += content.status() == RecordStatus.SUCCESS ? 1 : 0;
                if (items.size() < most) {
                    items.add(new Match(
                            route,
                            content.key(),
                            content.title(),
                            content.status().name()));
                }
            }
        }

        private Map<String, Object> fields(String route, KeptContent content) {
            Map<String, Object> fields = new HashMap<>();
            List<String> names = catalog.get(route).key();
            Keys.split(content.key(), names.size()).ifPresent(parts -> {
                for (int i = 0; i < parts.size(); i++) {
                    fields.put(names.get(i), parts.get(i));
                }
            });
            try {
                fields.putAll(JsonText.mapper().readValue(content.json(), FIELDS));
            } catch (JsonProcessingException e) {
                // of its key alone
            }
            return fields;
        }

        private RuleMatches result(long records) {
            if (rule.field() == null) { // it is for all, and how many those are is known
                String note = "The rule is for every record of the routes; these are the first.";
                return new RuleMatches(records, records, 0, records, rules.delivered(rule), true, note, items);
            }
            long all = Math.max(records, lookedAt);
            boolean isWhole = lookedAt == all && unknown == 0;
            return new RuleMatches(all, lookedAt, unknown, keepsBack, delivered, isWhole, note(all), items);
        }

        private String note(long records) {
            StringBuilder note = new StringBuilder();
            if (lookedAt == records) {
                note.append("All ").append(records).append(" records of the routes were looked at");
            } else {
                note.append(lookedAt)
                        .append(" of ")
                        .append(records)
                        .append(" records of the routes were looked at: of the others the hub keeps no content, or they"
                                + " are too many to look at now; more of them may be kept back");
            }
            if (unknown > 0) {
                note.append(". In ")
                        .append(unknown)
                        .append(" of them the hub has no field ")
                        .append(rule.field())
                        .append(", so it cannot tell whether they are kept back");
            }
            return note.append('.').toString();
        }
    }
}
