package dev.syncline.route.validation;

import java.util.List;
import java.util.function.Consumer;

/** Parameters that list names have commas between them, and a path has a name at each end of its dots. */
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
                            + "' names several, and no comma stands between them",
                    "write commas between the names"));
        } else if (parameter.equals("required")
                && (part.startsWith(".") || part.endsWith(".") || part.contains(".."))) {
            problems.accept(value.problem(
                    "required '" + part + "' is a path with a name left out",
                    "write the field, or children and their field, such as lines.glCode"));
        }
    }
}
