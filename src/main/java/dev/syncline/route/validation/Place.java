package dev.syncline.route.validation;

/** Where something stands: a file and a line counted from 1, or 0 when the line is unknown. */
record Place(String file, int line) {

    private static final String SUFFIX = ".camel.yaml";

    /** The file's name without folders and {@code .camel.yaml}: the id of the route in it. */
    String fileId() {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    RouteProblem problem(String message, String cure) {
        return new RouteProblem(file, line, message, cure);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
