package dev.syncline.route.validation;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.Consumer;

/** The values given to the parameters of {@code sync} are of the kind that the parameter takes. */
final class ValueCheck implements Check {

    private static final Map<String, Rule> RULES = Map.ofEntries(
            entry("title", Rule.text("say in a few words what the route does")),
            entry("section", Rule.text("name the section of the console that the route stands in")),
            entry("entity", Rule.text("name the kind of record, such as vendors")),
            entry("key", Rule.text("name the field that identifies a record, or several with commas")),
            entry("schedule", Rule.schedule()),
            entry("deepSchedule", Rule.schedule()),
            entry("windowed", Rule.oneOf("true", "false")),
            entry("onDemand", Rule.oneOf("true", "false")),
            entry("overlap", Rule.durationOrRowVersions()),
            entry("changedAtFormat", Rule.timeFormat()),
            entry("changedAtZone", Rule.zone()),
            entry("deletePolicy", Rule.oneOf("ignore", "deactivate", "delete")),
            entry("deleteGuard", Rule.number(0, 100)),
            entry("pageSize", Rule.number(1, 50_000)),
            entry("batchSize", Rule.number(1, 10_000)),
            entry("concurrency", Rule.number(1, 64)));

    @Override
    public void check(Routes routes, Consumer<Problem> problems) {
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
