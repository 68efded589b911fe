package dev.syncline.route.validation;

import com.dashjoin.jsonata.Jsonata;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Expressions and queries can be read; whether their fields and tables are there, the systems say. */
final class MappingCheck implements Check {
    private static final List<String> EXPRESSIONS = List.of("map", "targetMap");

    @Override
    public void check(Routes routes, Consumer<Problem> problems) {
        for (TemplatedRoute route : routes.sync()) {
            for (String name : EXPRESSIONS) {
                route.parameter(name)
                        .filter(value -> !value.isBlank() && !value.hasPlaceholder())
                        .ifPresent(value -> fault(value.value())
                                .ifPresent(fault -> problems.accept(value.problem(
                                        name + " is no JSONata: " + fault,
                                        "correct the expression, such as {\"number\": no, \"name\": $trim(name)};"
                                                + " https://try.jsonata.org shows what one makes"))));
            }
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
