package dev.syncline.route.validation;

import dev.syncline.route.yaml.ParameterText;
import dev.syncline.route.yaml.RouteProblem;
import dev.syncline.route.yaml.Routes;
import dev.syncline.route.yaml.TemplatedRoute;
import java.util.List;
import java.util.function.Consumer;

/** Checks that names in lists are separated by commas, and that a path has a name on both sides of each dot. */
final class NameListCheck implements Check {
    private static final List<String> LISTS =
            List.of("key", "required", "parents", "prerequisites", "json", "notCompared");

    @Override
    public void check(Routes routes, Consumer<RouteProblem> problems) {
        for (TemplatedRoute route : routes.sync()) {
            for (String name : LISTS) {
                route.parameter(name).filter(value -> !value.hasPlaceholder()).ifPresent(value -> value.parts()
                        .forEach(part -> check(name, part, value, problems)));
            }
        }
    }

    private static void check(String parameter, String part, ParameterText value, Consumer<RouteProblem> problems) {
        if (part.indexOf(';') >= 0 || part.indexOf('\n') >= 0) {
            problems.accept(value.problem(
                    parameter + " '" + part.replaceAll("\\s+", " ")
                            + "' has several names without a comma between them",
                    "write commas between the names"));
        } else if (parameter.equals("required")
                && (part.startsWith(".") || part.endsWith(".") || part.contains(".."))) {
            problems.accept(value.problem(
                    "required '" + part + "' is a path with a missing name",
                    "write the field, or children and their field, such as lines.glCode"));
        }
    }
}
