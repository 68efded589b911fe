package dev.syncline.route;

import dev.syncline.support.Fork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A folder of routes that stands for a mounted one, made anew under {@code target}. */
public final class MountedFolder {
    private final Path root;

    public MountedFolder(String name) {
        root = Fork.folder("mounted").resolve(name);
        try {
            if (Files.exists(root)) {
                try (Stream<Path> old = Files.walk(root)) {
                    for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return root.toAbsolutePath();
    }

    /** Adds the route files below a folder whose names in it, such as {@code systems/relay.camel.yaml}, are wanted. */
    public MountedFolder with(Path folder, Predicate<String> wanted) {
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> files = found.filter(file -> file.toString().endsWith(".camel.yaml"))
                    .filter(file -> wanted.test(folder.relativize(file).toString()))
                    .toList();
            for (Path file : files) {
                with(folder.relativize(file).toString(), Files.readString(file));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public MountedFolder with(String name, String text) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
