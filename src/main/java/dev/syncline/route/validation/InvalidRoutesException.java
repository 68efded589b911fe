package dev.syncline.route.validation;

import dev.syncline.route.yaml.RouteProblem;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when the route files are invalid; the message lists the problems, one per line. */
public class InvalidRoutesException extends RuntimeException {

    private final transient List<RouteProblem> problems;

    public InvalidRoutesException(List<RouteProblem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    public List<RouteProblem> problems() {
        return problems;
    }

    private static String message(List<RouteProblem> problems) {
        String headline = problems.size() == 1
                ? "The routes are refused for 1 problem:"
                : "The routes are refused for " + problems.size() + " problems:";
        return problems.stream().map(RouteProblem::toString).collect(Collectors.joining("\n  ", headline + "\n  ", ""));
    }
}
