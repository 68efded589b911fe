package dev.syncline.route.validation;

import dev.syncline.route.yaml.ParameterText;
import dev.syncline.route.yaml.RouteProblem;
import dev.syncline.route.yaml.Routes;
import dev.syncline.route.yaml.TemplatedRoute;
import dev.syncline.sql.query.SqlText;
import java.util.List;
import java.util.function.Consumer;

/** Checks that queries are selects that can be part of another statement in any database. */
final class QueryCheck implements Check {
    private static final List<String> QUERIES = List.of("query", "deepQuery", "targetQuery");

    @Override
    public void check(Routes routes, Consumer<RouteProblem> problems) {
        for (TemplatedRoute route : routes.sync()) {
            for (String name : QUERIES) {
                route.parameter(name)
                        .filter(value -> !value.isBlank() && !value.hasPlaceholder())
                        .ifPresent(value -> SqlText.faultEverywhere(value.value())
                                .ifPresent(fault ->
                                        problems.accept(value.problem(name + " " + fault.message(), fault.cure()))));
            }
            route.parameter("deepQuery")
                    .filter(ParameterText::isBlank)
                    .ifPresent(value -> problems.accept(value.problem(
                            "deepQuery is empty",
                            "write the query of deep runs, or omit the parameter: then they use query")));
        }
    }
}
