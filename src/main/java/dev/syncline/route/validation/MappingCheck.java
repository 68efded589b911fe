package dev.syncline.route.validation;

import com.dashjoin.jsonata.Jsonata;
import dev.syncline.route.RegexLiterals;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Expressions and queries can be read; whether their fields and tables are there, the systems say. */
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
                name + " is no JSONata: " + is,
                "correct the expression, such as {\"number\": no, \"name\": $trim(name)};"
                        + " https://try.jsonata.org shows what one makes")));
        if (fault.isEmpty()) {
            RegexLiterals.fault(value.value())
                    .ifPresent(is -> problems.accept(value.problem(
                            name + " cannot be used: " + is,
                            "write it as $contains(name, /expression/), where what it costs has limits")));
        }
    }

    private static Optional<String> fault(String expression) {
        try {
            Jsonata.jsonata(expression);
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError e) { // its parser also fails by what it stumbles over
            return Optional.of(
                    e.getMessage() == null
                            ? "it cannot be read"
                            : e.getMessage().strip().replaceAll("\\s+", " "));
        }
    }
}
