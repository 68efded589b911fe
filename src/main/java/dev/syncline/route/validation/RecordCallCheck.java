package dev.syncline.route.validation;

import dev.syncline.route.yaml.ParameterText;
import dev.syncline.route.yaml.RouteProblem;
import dev.syncline.route.yaml.Routes;
import dev.syncline.route.yaml.TemplatedRoute;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the calls of HTTP systems that take one record each. */
final class RecordCallCheck implements Check {
    private static final Pattern CALL = Pattern.compile("(PUT|POST|PATCH|DELETE) +/\\S*");
    private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");

    @Override
    public void check(Routes routes, Consumer<RouteProblem> problems) {
        for (TemplatedRoute system : routes.templated()) {
            if (system.template().value().equals("http-write-each")) {
                checkCall(system, "create", Set.of("path", "key"), problems);
                for (String call : List.of("update", "delete", "deactivate")) {
                    checkCall(system, call, Set.of("path", "key", "ref"), problems);
                }
                given(system, "lookup")
                        .filter(value ->
                                !value.value().startsWith("/") || !value.value().contains("{key}"))
                        .ifPresent(value -> problems.accept(value.problem(
                                "lookup '" + value.value() + "' is no path with {key}",
                                "write where the target is asked for one record, such as /{path}?number={key}")));
                for (String flag : List.of("accepted", "recreate")) {
                    given(system, flag)
                            .filter(value -> !Set.of("true", "false").contains(value.value()))
                            .ifPresent(value -> problems.accept(value.problem(
                                    flag + " '" + value.value() + "' must be one of true, false",
                                    "write one of these")));
                }
                checkCreation(system, problems);
            }
        }
    }

    private static Optional<ParameterText> given(TemplatedRoute system, String name) {
        return system.parameter(name).filter(value -> !value.hasPlaceholder() && !value.isBlank());
    }

    private static void checkCall(
            TemplatedRoute system, String name, Set<String> known, Consumer<RouteProblem> problems) {
        if (name.equals("create")) {
            system.parameter(name)
                    .filter(ParameterText::isBlank)
                    .ifPresent(value -> problems.accept(value.problem(
                            "create is empty", "write the call that creates a record, such as POST /{path}")));
        }
        given(system, name).ifPresent(value -> {
            if (!CALL.matcher(value.value()).matches()) {
                problems.accept(value.problem(
                        name + " '" + value.value() + "' is no method with a path",
                        "write PUT, POST, PATCH or DELETE and a path below the system's url, such as PATCH"
                                + " /{path}/{ref}"));
            }
            Matcher named = NAME.matcher(value.value());
            while (named.find()) {
                if (!known.contains(named.group(1))) {
                    problems.accept(value.problem(
                            name + " '" + value.value() + "': {" + named.group(1) + "} is not known there",
                            "known are {"
                                    + String.join(
                                            "}, {", known.stream().sorted().toList()) + "}"));
                }
            }
        });
    }

    /** After a crash it must not be created twice. */
    private static void checkCreation(TemplatedRoute system, Consumer<RouteProblem> problems) {
        Optional<ParameterText> post =
                given(system, "create").filter(call -> call.value().startsWith("POST"));
        boolean knowsAgain = given(system, "idempotencyHeader").isPresent();
        if (post.isPresent() && !knowsAgain && given(system, "lookup").isEmpty()) {
            problems.accept(post.get()
                    .problem(
                            "create '" + post.get().value() + "' would create a record twice when its answer is lost",
                            "set lookup, where the target is asked whether it has it, or idempotencyHeader, if it knows"
                                    + " what it was sent"));
        }
        given(system, "recreate")
                .filter(value -> value.value().equals("true") && post.isPresent() && !knowsAgain)
                .ifPresent(value -> problems.accept(value.problem(
                        "recreate by POST would create a record twice when its answer is lost",
                        "set idempotencyHeader, or leave recreate out")));
    }
}
