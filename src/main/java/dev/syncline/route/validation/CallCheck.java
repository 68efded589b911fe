package dev.syncline.route.validation;

import static java.util.Map.entry;

import dev.syncline.route.yaml.ParameterText;
import dev.syncline.route.yaml.RouteProblem;
import dev.syncline.route.yaml.Routes;
import dev.syncline.route.yaml.TemplatedRoute;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the paths at which HTTP systems are called, and the placeholders in braces in them. */
final class CallCheck implements Check {
    private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");

    /** What is filled in, by template and parameter. */
    private static final Map<String, Map<String, Set<String>>> FILLED_IN = Map.ofEntries(
            entry("http-read", Map.of("call", Set.of("path"), "lookup", Set.of("path"))),
            entry(
                    "http-write",
                    Map.of(
                            "call",
                            Set.of("path"),
                            "lookup",
                            Set.of("path"),
                            "recordUrl",
                            Set.of("path", "key", "ref"))),
            entry("supplier-read", Map.of("call", Set.of(), "orderCall", Set.of("number"))));

    /** Paths that must not have a query: the program adds one, or sends the path as it is. */
    private static final Map<String, List<String>> WITHOUT_QUERY =
            Map.of("http-read", List.of("lookup"), "http-write", List.of("call", "lookup"));

    /** Parameters that name fields of calls and answers, and so must not be empty. */
    private static final Map<String, List<String>> NEEDED =
            Map.of("http-read", List.of("key"), "http-write", List.of("records", "key", "results"));

    @Override
    public void check(Routes routes, Consumer<RouteProblem> problems) {
        for (TemplatedRoute system : routes.templated()) {
            String template = system.template().value();
            FILLED_IN.getOrDefault(template, Map.of()).forEach((parameter, names) -> system.parameter(parameter)
                    .filter(value -> !value.isBlank() && !value.hasPlaceholder())
                    .ifPresent(value -> {
                        checkNames(parameter, value, new LinkedHashSet<>(names), problems);
                        boolean mayHaveQuery =
                                !WITHOUT_QUERY.getOrDefault(template, List.of()).contains(parameter);
                        if (!mayHaveQuery || template.equals("http-read")) {
                            checkPath(parameter, value, mayHaveQuery, problems);
                        }
                    }));
            NEEDED.getOrDefault(template, List.of()).forEach(parameter -> system.parameter(parameter)
                    .filter(ParameterText::isBlank)
                    .ifPresent(value -> problems.accept(value.problem(
                            parameter + " is empty, so nothing would be found in the system's answers",
                            "name the field, or leave the parameter out for its default"))));
            if (template.equals("http-read")) {
                system.parameter("deep")
                        .filter(value -> !value.isBlank()
                                && !value.hasPlaceholder()
                                && !value.value().matches("[^=]+=.*"))
                        .ifPresent(value -> problems.accept(value.problem(
                                "deep '" + value.value() + "' is not of the form name=value",
                                "write the query parameter that asks for children, such as expand=lines,"
                                        + " omit it for expand=children, or leave it empty if the system"
                                        + " always gives whole records")));
            }
        }
    }

    private static void checkNames(
            String parameter, ParameterText value, Set<String> names, Consumer<RouteProblem> problems) {
        Matcher named = NAME.matcher(value.value());
        while (named.find()) {
            if (!names.contains(named.group(1))) {
                problems.accept(value.problem(
                        parameter + " '" + value.value() + "': {" + named.group(1) + "} is not a known placeholder",
                        names.isEmpty()
                                ? "write the path as it is"
                                : "write the path as it is, with {"
                                        + String.join(
                                                "}, {", names.stream().sorted().toList()) + "} where values differ"));
            }
        }
    }

    private static void checkPath(
            String parameter, ParameterText value, boolean mayHaveQuery, Consumer<RouteProblem> problems) {
        String path = value.value();
        if (path.indexOf('?') >= 0 && !mayHaveQuery || path.indexOf('#') >= 0) {
            problems.accept(value.problem(
                    parameter + " '" + path + "' holds a query",
                    "write the path alone; limit, cursor, from, to and deep name what is added to it"));
        } else if (!path.startsWith("/")) {
            problems.accept(value.problem(
                    parameter + " '" + path + "' does not begin with '/'",
                    "write a path below the system's url, such as /api/{path}"));
        }
    }
}
