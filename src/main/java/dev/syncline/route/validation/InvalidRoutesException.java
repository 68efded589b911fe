package dev.syncline.route.validation;

import java.util.List;
import java.util.stream.Collectors;

/** The route files cannot be run as they are; the message lists every problem, one a line. */
public class InvalidRoutesException extends RuntimeException {

    private final transient List<Problem> problems;

    public InvalidRoutesException(List<Problem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    private static String message(List<Problem> problems) {
        String headline = problems.size() == 1
                ? "The routes are refused for 1 problem:"
                : "The routes are refused for " + problems.size() + " problems:";
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n  ", headline + "\n  ", ""));
    }
}
