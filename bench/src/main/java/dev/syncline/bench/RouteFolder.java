package dev.syncline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The project's own template, systems and routes, as far as they are measured. */
final class RouteFolder {
    private static final List<String> TEMPLATES = List.of("sync.camel.yaml", "errors.camel.yaml", "templates");
    private static final String SCHEDULE = " *- name: schedule\n +value: .*\n";

    private RouteFolder() {}

    /**
     * Copies the templates and more to a folder; routes without their schedules, which would fall into the measurements.
     *
     * @param more route files, or folders of them, below {@code routes/}
     */
    static Path copy(Path project, Path to, List<String> more) throws IOException {
        Path routes = project.resolve("routes");
        List<String> names = new ArrayList<>(TEMPLATES);
        names.addAll(more);
        for (String name : names) {
            try (Stream<Path> files = Files.walk(routes.resolve(name))) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    Path copy = to.resolve(routes.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.writeString(copy, Files.readString(file).replaceFirst(SCHEDULE, ""));
                }
            }
        }
        return to;
    }
}
