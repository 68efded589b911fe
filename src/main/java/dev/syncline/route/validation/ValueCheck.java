package dev.syncline.route.validation;

import static java.util.Map.entry;

import dev.syncline.route.yaml.RouteProblem;
import dev.syncline.route.yaml.Routes;
import dev.syncline.route.yaml.TemplatedRoute;
import java.util.Map;
import java.util.function.Consumer;

/** Checks the values of the parameters of {@code sync}. */
final class ValueCheck implements Check {

    private static final Map<String, ValueRule> RULES = Map.ofEntries(
            entry("title", ValueRule.text("write in a few words what the route does")),
            entry("section", ValueRule.text("write the section of the console in which to list the route")),
            entry("entity", ValueRule.text("write the kind of record, such as vendors")),
            entry("key", ValueRule.text("name the field that identifies a record, or several with commas")),
            entry("schedule", ValueRule.schedule()),
            entry("deepSchedule", ValueRule.schedule()),
            entry("windowed", ValueRule.oneOf("true", "false")),
            entry("onDemand", ValueRule.oneOf("true", "false")),
            entry("overlap", ValueRule.durationOrRowVersions()),
            entry("changedAtFormat", ValueRule.timeFormat()),
            entry("changedAtZone", ValueRule.zone()),
            entry("deletePolicy", ValueRule.oneOf("ignore", "deactivate", "delete")),
            entry("deleteGuard", ValueRule.number(0, 100)),
            entry("pageSize", ValueRule.number(1, 50_000)),
            entry("batchSize", ValueRule.number(1, 10_000)),
            entry("concurrency", ValueRule.number(1, 64)));

    @Override
    public void check(Routes routes, Consumer<RouteProblem> problems) {
        for (TemplatedRoute route : routes.sync()) {
            RULES.forEach((name, rule) -> route.parameter(name)
                    .filter(value -> !value.hasPlaceholder())
                    .ifPresent(value -> rule.fault()
                            .of(value.value())
                            .ifPresent(fault -> problems.accept(
                                    value.problem(name + " '" + value.value() + "' " + fault, rule.cure())))));
        }
    }
}
