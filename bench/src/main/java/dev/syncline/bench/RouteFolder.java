package dev.syncline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's own template, systems and vendor route, and nothing else. */
final class RouteFolder {
    private static final List<String> FILES =
            List.of("sync.camel.yaml", "errors.camel.yaml", "systems/erp.camel.yaml", "systems/relay.camel.yaml");
    private static final String ROUTE = "vendors/erp-vendors-to-relay.camel.yaml";
    private static final String SCHEDULE = " *- name: schedule\n +value: .*\n";

    private RouteFolder() {}

    /** Copies them to a folder; the route without its schedule, which would fall into the measurements. */
    static Path copy(Path project, Path to) throws IOException {
        Path routes = project.resolve("routes");
        try (Stream<Path> templates = Files.list(routes.resolve("templates"))) {
            Stream<Path> files = Stream.concat(templates, FILES.stream().map(routes::resolve));
            for (Path file : (Iterable<Path>) files::iterator) {
                write(to.resolve(routes.relativize(file)), Files.readString(file));
            }
        }
        write(to.resolve(ROUTE), Files.readString(routes.resolve(ROUTE)).replaceFirst(SCHEDULE, ""));
        return to;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
