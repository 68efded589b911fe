package dev.syncline.route.validation;

import java.util.Comparator;

/**
 * Something in a route file that keeps Syncline from starting.
 *
 * @param file the file's path relative to the routes folder
 * @param line its line, counted from 1; 0 when unknown
 * @param message what is wrong
 * @param cure what to do about it
 */
public record RouteProblem(String file, int line, String message, String cure) {

    static final Comparator<RouteProblem> BY_PLACE = Comparator.comparing(RouteProblem::file)
            .thenComparingInt(RouteProblem::line)
            .thenComparing(RouteProblem::message);

    /** Keeps the message one line without a full stop, whatever words of others it repeats. */
    public RouteProblem {
        message = message.strip().replaceAll("\\s+", " ").replaceAll("\\.$", "");
    }

    /** The problem of a routes folder in which no route file was found. */
    public static RouteProblem noRouteFiles(String folder) {
        return new RouteProblem(
                folder,
                0,
                "no *.camel.yaml file found in " + folder,
                "let SYNCLINE_ROUTES name the folder that holds sync.camel.yaml, systems/ and the routes");
    }

    /** One line: {@code vendors/x.camel.yaml:12: message. Cure: cure}; without the line where it is unknown. */
    @Override
    public String toString() {
        return new Place(file, line) + ": " + message + ". Cure: " + cure;
    }
}
