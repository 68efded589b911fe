package dev.syncline.route.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.syncline.route.yaml.RouteFile;
import dev.syncline.route.yaml.RouteProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder below {@code valid} and {@code invalid} is a case, loaded with the files of {@code common}. A line of an
 * invalid case's {@code expected.txt} is {@code file:line: fragment of the problem}.
 */
class RouteFixturesTest {

    private static final Path FIXTURES = Path.of("src/test/resources/routes");

    static Stream<Path> valid() {
        return cases("valid");
    }

    static Stream<Path> invalid() {
        return cases("invalid");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void acceptsValidRoutes(Path folder) {
        assertEquals(List.of(), check(folder));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refusesInvalidRoutesWithLineAndCure(Path folder) throws IOException {
        List<RouteProblem> problems = check(folder);
        List<String> expected = Files.readAllLines(folder.resolve("expected.txt"));

        assertFalse(expected.isEmpty());
        for (String line : expected) {
            assertTrue(
                    problems.stream().anyMatch(problem -> isExpected(problem, line)),
                    () -> "missing: " + line + "\namong: " + problems);
        }
        for (RouteProblem problem : problems) {
            assertTrue(expected.stream().anyMatch(line -> isExpected(problem, line)), () -> "not expected: " + problem);
            assertFalse(problem.cure().isBlank());
        }
    }

    @Test
    void acceptsTheRoutesOfTheRepository() {
        Path routes = Path.of("routes");
        assumeTrue(Files.exists(routes.resolve("sync.camel.yaml")));
        assertEquals(List.of(), RouteValidation.check(read(routes)));
    }

    private static boolean isExpected(RouteProblem problem, String line) {
        int colon = line.indexOf(": ");
        String shown = problem.toString();
        return shown.startsWith(line.substring(0, colon + 2)) && shown.contains(line.substring(colon + 2));
    }

    private static List<RouteProblem> check(Path folder) {
        List<RouteFile> files = new ArrayList<>(read(FIXTURES.resolve("common")));
        files.addAll(read(folder));
        return RouteValidation.check(files);
    }

    private static Stream<Path> cases(String kind) {
        try (Stream<Path> folders = Files.list(FIXTURES.resolve(kind))) {
            return folders.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<RouteFile> read(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".camel.yaml"))
                    .sorted()
                    .map(file -> read(folder, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RouteFile read(Path folder, Path file) {
        try {
            return new RouteFile(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
