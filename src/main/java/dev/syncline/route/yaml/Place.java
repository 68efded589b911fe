package dev.syncline.route.yaml;

/** A place in a route file: the file's name, and a line from 1, or 0 if it is unknown. */
public record Place(String file, int line) {

    private static final String SUFFIX = ".camel.yaml";

    /** Returns the file's name without folders and {@code .camel.yaml}, which is the id of its route. */
    public String fileId() {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    public RouteProblem problem(String message, String cure) {
        return new RouteProblem(file, line, message, cure);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
