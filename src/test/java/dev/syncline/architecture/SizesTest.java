package dev.syncline.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps classes and packages small enough to be read as a whole. */
class SizesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final int LONGEST_FILE = 300;
    private static final int LARGEST_PACKAGE = 30;
    private static final int MEDIAN = 70;

    /** Packages that are still to be split. */
    private static final Set<String> TOO_LARGE = Set.of("deliver", "page", "record");

    private static final Map<Path, Integer> LINES = lines();

    @Test
    void noFileHasMoreThan300Lines() {
        List<String> tooLong = LINES.entrySet().stream()
                .filter(file -> file.getValue() > LONGEST_FILE)
                .map(file -> file.getKey() + " has " + file.getValue() + " lines")
                .toList();

        assertEquals(List.of(), tooLong, "A file of more than " + LONGEST_FILE + " lines should be two classes");
    }

    @Test
    void noPackageHasMoreThan30Files() {
        Map<Path, Long> files =
                LINES.keySet().stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        List<String> tooLarge = files.entrySet().stream()
                .filter(folder -> folder.getValue() > LARGEST_PACKAGE)
                .filter(folder ->
                        !TOO_LARGE.contains(folder.getKey().getFileName().toString()))
                .map(folder -> folder.getKey() + " has " + folder.getValue() + " files")
                .sorted()
                .toList();

        assertEquals(
                List.of(), tooLarge, "A package of more than " + LARGEST_PACKAGE + " files should be two packages");
    }

    @Test
    void halfOfTheFilesHaveLessThan70Lines() {
        List<Integer> sorted = LINES.values().stream().sorted().toList();
        int median = sorted.get(sorted.size() / 2);

        assertTrue(median < MEDIAN, () -> "The median of " + sorted.size() + " files is " + median + " lines");
    }

    @Test
    void everyPackageIsInTheLayout() throws IOException {
        String layout = Files.readString(Path.of("CONTRIBUTING.md"));
        List<String> missing = LINES.keySet().stream()
                .filter(file -> file.getNameCount() > 3)
                .map(file -> "`" + file.getName(2) + "/`")
                .distinct()
                .filter(folder -> !layout.contains(folder))
                .toList();

        assertEquals(List.of(), missing, "CONTRIBUTING.md lists the packages");
    }

    private static Map<Path, Integer> lines() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(SOURCES::relativize, SizesTest::count, (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int count(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
