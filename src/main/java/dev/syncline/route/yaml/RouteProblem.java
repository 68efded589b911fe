package dev.syncline.route.yaml;

import java.util.Comparator;

/**
 * An error in a route file, with which Syncline does not start.
 *
 * @param file the file's path relative to the routes folder
 * @param line its line, from 1; 0 if unknown
 * @param message what is wrong
 * @param cure what to do about it
 */
public record RouteProblem(String file, int line, String message, String cure) {

    public static final Comparator<RouteProblem> BY_PLACE = Comparator.comparing(RouteProblem::file)
            .thenComparingInt(RouteProblem::line)
            .thenComparing(RouteProblem::message);

    /** Makes the message one line without a full stop, as it may quote text of a library. */
    public RouteProblem {
        message = message.strip().replaceAll("\\s+", " ").replaceAll("\\.$", "");
    }

    /** Returns the problem of a folder without route files. */
    public static RouteProblem noRouteFiles(String folder) {
        return new RouteProblem(
                folder,
                0,
                "no *.camel.yaml file found in " + folder,
                "let SYNCLINE_ROUTES name the folder that holds sync.camel.yaml, systems/ and the routes");
    }

    /**
     * Returns one line: {@code vendors/x.camel.yaml:12: message. Cure: cure}; without the line number if it is unknown.
     */
    @Override
    public String toString() {
        return new Place(file, line) + ": " + message + ". Cure: " + cure;
    }
}
