package dev.syncline.route.validation;

import dev.syncline.route.yaml.ParameterText;
import dev.syncline.route.yaml.RouteProblem;
import dev.syncline.route.yaml.Routes;
import dev.syncline.route.yaml.TemplatedRoute;
import java.util.List;
import java.util.function.Consumer;

/** Checks that a route has the parameters of its kind of source: a query for SQL, a path and a mapping for HTTP. */
final class SourceCheck implements Check {
    private static final List<String> SQL_ONLY = List.of("query", "deepQuery", "json", "changedAtFormat");
    private static final List<String> HTTP_ONLY = List.of("path", "map");
    private static final List<String> SUPPLIER_REFUSES =
            List.of("query", "deepQuery", "path", "map", "changedAt", "changedAtFormat");

    @Override
    public void check(Routes routes, Consumer<RouteProblem> problems) {
        for (TemplatedRoute route : routes.sync()) {
            String source = routes.value(route, "source").value();
            for (TemplatedRoute system : routes.templated()) {
                if (system.routeId().value().equals(source + Routes.READ)) {
                    switch (system.template().value()) {
                        case "sql-read" -> checkSql(route, source, routes, problems);
                        case "http-read" -> refuse(route, SQL_ONLY, source, "HTTP", "path and map", problems);
                        case "supplier-read" ->
                            refuse(route, SUPPLIER_REFUSES, source, "a supplier", "neither", problems);
                        default -> {
                            // The user's own kind of system, whose parameters are not known here.
                        }
                    }
                }
            }
        }
    }

    private static void checkSql(TemplatedRoute route, String source, Routes routes, Consumer<RouteProblem> problems) {
        refuse(route, HTTP_ONLY, source, "SQL", "query", problems);
        ParameterText query = routes.value(route, "query");
        if (query.isBlank()) {
            problems.accept(query.problem(
                    "the source '" + source + "' is SQL, and query is missing",
                    "add the parameter query: a select of the key, the changed-at column and the fields"));
        }
        ParameterText windowed = routes.value(route, "windowed");
        ParameterText changedAt = routes.value(route, "changedAt");
        if (windowed.value().equals("true") && changedAt.isBlank()) {
            problems.accept(changedAt.problem(
                    "the route is windowed, and changedAt is missing",
                    "name the column, or set windowed: false to read all rows in every range"));
        }
    }

    private static void refuse(
            TemplatedRoute route,
            List<String> parameters,
            String source,
            String kind,
            String instead,
            Consumer<RouteProblem> problems) {
        for (String name : parameters) {
            route.parameter(name)
                    .filter(value -> !value.isBlank())
                    .ifPresent(value -> problems.accept(value.problem(
                            name + " does not apply to the source '" + source + "', which is " + kind,
                            "remove it; this kind of source takes " + instead)));
        }
    }
}
