package dev.syncline.route.validation;

import com.dashjoin.jsonata.Jsonata;
import dev.syncline.route.RegexLiterals;
import dev.syncline.route.yaml.ParameterText;
import dev.syncline.route.yaml.RouteProblem;
import dev.syncline.route.yaml.Routes;
import dev.syncline.route.yaml.TemplatedRoute;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Checks that expressions can be parsed. Whether their fields exist shows in a run only. */
final class MappingCheck implements Check {
    private static final List<String> EXPRESSIONS = List.of("map", "targetMap");

    @Override
    public void check(Routes routes, Consumer<RouteProblem> problems) {
        for (TemplatedRoute route : routes.sync()) {
            for (String name : EXPRESSIONS) {
                route.parameter(name)
                        .filter(value -> !value.isBlank() && !value.hasPlaceholder())
                        .ifPresent(value -> check(name, value, problems));
            }
        }
    }

    private static void check(String name, ParameterText value, Consumer<RouteProblem> problems) {
        Optional<String> fault = fault(value.value());
        fault.ifPresent(is -> problems.accept(value.problem(
                name + " is not a JSONata expression: " + is,
                "correct the expression, such as {\"number\": no, \"name\": $trim(name)};"
                        + " https://try.jsonata.org shows the result of one")));
        if (fault.isEmpty()) {
            RegexLiterals.fault(value.value())
                    .ifPresent(is -> problems.accept(value.problem(
                            name + " cannot be used: " + is,
                            "write it as $contains(name, /expression/), where its cost is limited")));
        }
    }

    private static Optional<String> fault(String expression) {
        try {
            Jsonata.jsonata(expression);
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError e) { // the parser also throws other exceptions on invalid input
            return Optional.of(
                    e.getMessage() == null
                            ? "it cannot be read"
                            : e.getMessage().strip().replaceAll("\\s+", " "));
        }
    }
}
