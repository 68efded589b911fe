package dev.syncline.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A routes folder for tests: the project's own templates and systems, and the routes of {@code
 * src/test/resources/route-sets/<name>}. A profile gives it to the program as {@code syncline.routes}.
 */
public final class RouteSet {
    private static final Path PROJECT = Path.of("routes");
    private static final Path SETS = Path.of("src/test/resources/route-sets");

    private final Path folder;

    private RouteSet(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder anew. */
    public static RouteSet of(String name) {
        return of(name, name);
    }

    /** Makes the folder anew, with the files of another route set. */
    public static RouteSet of(String name, String set) {
        Path folder = Fork.folder("route-sets").resolve(name);
        try {
            delete(folder);
            for (String part : List.of(
                    "sync.camel.yaml",
                    "errors.camel.yaml",
                    "templates",
                    "systems/erp.camel.yaml",
                    "systems/projects.camel.yaml",
                    "systems/relay.camel.yaml")) {
                copy(PROJECT.resolve(part), folder.resolve(part));
            }
            if (Files.exists(SETS.resolve(set))) {
                copy(SETS.resolve(set), folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RouteSet(folder);
    }

    /**
     * Adds a route over the template {@code sync}.
     *
     * @param namesAndValues its parameters; of one given twice the last counts, and title and entity are its id where
     *     not given
     */
    public RouteSet route(String id, String... namesAndValues) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("id", id);
        parameters.put("title", id);
        parameters.put("section", "Tests");
        parameters.put("entity", id);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        StringBuilder yaml = new StringBuilder(
                "- templatedRoute:\n    routeTemplateRef: sync\n    routeId: " + id + "\n    parameters:\n");
        parameters.forEach((name, value) -> parameter(yaml, name, value));
        try {
            Files.writeString(folder.resolve(id + ".camel.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public String folder() {
        return folder.toString();
    }

    private static void parameter(StringBuilder yaml, String name, String value) {
        String quoted = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        yaml.append("      - name: ")
                .append(name)
                .append("\n        value: \"")
                .append(quoted)
                .append("\"\n");
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
