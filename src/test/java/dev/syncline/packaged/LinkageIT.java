package dev.syncline.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The production package links: what its classes refer to is there. Classes of libraries that were left out on purpose are
 * excused by {@code linkage-exceptions.txt}; a member of a class that is there never is, nor is a class of a package that is
 * there, as that is a library in a wrong version.
 */
class LinkageIT {
    private static final Path EXCEPTIONS = Path.of("src/test/resources/linkage-exceptions.txt");

    @Test
    void everythingThatTheProductionPackageRefersToIsInIt() throws IOException {
        List<Path> jars = jars(Program.PACKAGE);
        assertTrue(jars.size() > 200, jars.toString());
        List<String> exceptions = exceptions();
        Set<String> packages = packages(jars);
        List<String> missing = new ArrayList<>();
        Set<String> used = new TreeSet<>();
        for (String line : Linkage.missing(jars)) {
            String[] reference = line.split(" -> ");
            String type = reference[1];
            boolean isOfAbsentLibrary =
                    !type.contains("#") && !packages.contains(type.substring(0, Math.max(0, type.lastIndexOf('.'))));
            List<String> excused = exceptions.stream()
                    .filter(exception -> exception.contains(" -> ")
                            ? line.equals(exception)
                            : isOfAbsentLibrary && reference[0].startsWith(exception))
                    .toList();
            used.addAll(excused);
            if (excused.isEmpty()) {
                missing.add(line);
            }
        }
        assertEquals("", String.join("\n", missing), "missing, and excused by no line of " + EXCEPTIONS);
        assertEquals(
                exceptions.stream().sorted().toList(), List.copyOf(used), "a line that excuses nothing is left over");
    }

    /** In the order in which classes are looked for. */
    private static List<Path> jars(Path folder) throws IOException {
        List<Path> jars = new ArrayList<>();
        jars.add(folder.resolve("quarkus/transformed-bytecode.jar"));
        jars.add(folder.resolve("quarkus/generated-bytecode.jar"));
        for (String part : List.of("app", "lib/boot", "lib/main")) {
            try (Stream<Path> files = Files.list(folder.resolve(part))) {
                files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
            }
        }
        return jars;
    }

    private static Set<String> packages(List<Path> jars) throws IOException {
        Set<String> packages = new HashSet<>();
        for (Path jar : jars) {
            try (JarFile file = new JarFile(jar.toFile())) {
                file.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.endsWith(".class") && name.contains("/"))
                        .forEach(name -> packages.add(
                                name.substring(0, name.lastIndexOf('/')).replace('/', '.')));
            }
        }
        return packages;
    }

    private static List<String> exceptions() throws IOException {
        return Files.readAllLines(EXCEPTIONS).stream()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
