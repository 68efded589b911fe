package dev.syncline.route.validation;

import dev.syncline.route.MappingFault;
import dev.syncline.route.WriteMapping;
import dev.syncline.route.yaml.ParameterText;
import dev.syncline.route.yaml.RouteProblem;
import dev.syncline.route.yaml.Routes;
import dev.syncline.route.yaml.TemplatedRoute;
import java.util.List;
import java.util.function.Consumer;

/** Checks the mapping to columns of routes with a SQL target, and that other routes have none. */
final class WriteCheck implements Check {

    @Override
    public void check(Routes routes, Consumer<RouteProblem> problems) {
        for (TemplatedRoute route : routes.sync()) {
            String target = routes.value(route, "target").value();
            ParameterText write = routes.value(route, "write");
            if ((isWrittenBy("http-write", routes, target) || isWrittenBy("http-write-each", routes, target))
                    && !write.isBlank()) {
                problems.accept(write.problem(
                        "write does not apply to the target '" + target + "', which is an HTTP system",
                        "remove it; such a target receives the fields that the query or map gives"));
            } else if (isWrittenBy("sql-write", routes, target)) {
                checkMapping(route, write, target, routes, problems);
            }
        }
    }

    private static void checkMapping(
            TemplatedRoute route, ParameterText write, String target, Routes routes, Consumer<RouteProblem> problems) {
        if (write.isBlank()) {
            problems.accept(write.problem(
                    "the target '" + target + "' is SQL, and write is missing",
                    "add the parameter write: the table, its key and its columns, see docs/routes.md"));
            return;
        }
        if (write.hasPlaceholder()) {
            return;
        }
        List<MappingFault> faults = WriteMapping.check(write.value());
        faults.forEach(fault -> problems.accept(problem(write, fault)));
        if (faults.isEmpty()) {
            checkDeletions(route, write, routes, problems);
        }
    }

    private static RouteProblem problem(ParameterText write, MappingFault fault) {
        String cure = fault.word() == null
                ? fault.cure()
                : Nearest.to(fault.word(), fault.known())
                        .map(nearest -> "the nearest known one is '" + nearest + "'; " + fault.cure())
                        .orElse(fault.cure());
        return write.problem(fault.message() + " (line " + fault.line() + " of write)", cure);
    }

    /** Checks that deletions need no more than the key, as the other fields of a deleted record are unknown. */
    private static void checkDeletions(
            TemplatedRoute route, ParameterText write, Routes routes, Consumer<RouteProblem> problems) {
        WriteMapping mapping = WriteMapping.of(write.value());
        String policy = routes.value(route, "deletePolicy").value();
        if (policy.equals("deactivate") && mapping.deactivate().isEmpty()) {
            problems.accept(write.problem(
                    "deletePolicy is deactivate, and write has no deactivate",
                    "add deactivate: {column: value} to write"));
        }
        if (!policy.equals("ignore")) {
            List<String> key = routes.value(route, "key").parts();
            mapping.row().key().keySet().stream()
                    .filter(field -> !key.contains(field))
                    .forEach(
                            field -> problems.accept(
                                    write.problem(
                                            "write finds rows by the field '" + field + "', which is not in key",
                                            "name the fields of the route's key, as the other fields of a deleted record are unknown")));
        }
    }

    private static boolean isWrittenBy(String template, Routes routes, String system) {
        return routes.templated().stream()
                .anyMatch(route -> route.routeId().value().equals(system + Routes.WRITE)
                        && route.template().value().equals(template));
    }
}
