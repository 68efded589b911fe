package dev.syncline.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.syncline.route.validation.RouteValidation;
import dev.syncline.route.yaml.RouteFile;
import dev.syncline.route.yaml.RouteProblem;
import dev.syncline.route.yaml.StrayFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders as Kubernetes mounts them: the files in a dated folder, and links to them through {@code ..data}. */
class RouteFilesTest {
    private static final Path PROJECT = Path.of("routes");
    private static final String DATED = "..2026_03_29_01_59_59.123456789";

    @TempDir
    Path mount;

    @Test
    void readsEachFileOfAFlatMountOnce() throws IOException {
        Path dated = dated();
        for (Path file : projectFiles()) {
            String name = file.getFileName().toString();
            Files.copy(file, dated.resolve(name));
            Files.createSymbolicLink(mount.resolve(name), Path.of("..data", name));
        }
        assertEquals(namesOf(projectFiles()), names(read()));
        assertEquals(List.of(), RouteValidation.check(read()));
    }

    @Test
    void readsEachFileOfAMountWithFoldersOnce() throws IOException {
        Path dated = dated();
        for (Path file : projectFiles()) {
            Path name = PROJECT.relativize(file);
            Files.createDirectories(dated.resolve(name).getParent());
            Files.copy(file, dated.resolve(name));
            Path link = mount.resolve(name.getName(0));
            if (!Files.exists(link)) {
                Files.createSymbolicLink(link, Path.of("..data").resolve(name.getName(0)));
            }
        }
        assertEquals(
                projectFiles().stream()
                        .map(file -> PROJECT.relativize(file).toString())
                        .sorted()
                        .toList(),
                names(read()));
        assertEquals(List.of(), RouteValidation.check(read()));
    }

    /** A file with a wrong ending would be missed by nobody. */
    @Test
    void refusesFilesThatItDoesNotRead() throws IOException {
        Files.createDirectories(mount.resolve("vendors"));
        Files.createDirectories(dated());
        for (String name : List.of(
                "vendors/a.yaml",
                "vendors/b.camel.yml",
                "c.camel.yaml~",
                "d.xml",
                "e.CAMEL.YAML",
                "README.md",
                "kustomization.yaml",
                ".gitkeep",
                "vendors/.d.camel.yaml.swp",
                DATED + "/f.yaml",
                "vendors/g.camel.yaml")) {
            Files.writeString(mount.resolve(name), "");
        }
        RouteFiles files = new RouteFiles(Optional.of(mount.toString()));
        assertEquals(List.of("vendors/g.camel.yaml"), names(files.read()));
        List<RouteProblem> problems = StrayFiles.check(files.strays());
        assertEquals(
                List.of("c.camel.yaml~", "d.xml", "e.CAMEL.YAML", "vendors/a.yaml", "vendors/b.camel.yml"),
                problems.stream().map(RouteProblem::file).toList());
        assertEquals(
                "vendors/b.camel.yml: the file is not read, as its name does not end in .camel.yaml."
                        + " Cure: name it vendors/b.camel.yaml, or remove it",
                problems.get(4).toString());
    }

    @Test
    void readsNothingFromAFolderThatIsNotThere() throws IOException {
        assertEquals(List.of(), new RouteFiles(Optional.of(mount.resolve("none").toString())).read());
    }

    private Path dated() throws IOException {
        Files.createSymbolicLink(mount.resolve("..data"), Path.of(DATED));
        return Files.createDirectory(mount.resolve(DATED));
    }

    private List<RouteFile> read() throws IOException {
        return new RouteFiles(Optional.of(mount.toString())).read();
    }

    private static List<Path> projectFiles() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT)) {
            return files.filter(file -> file.toString().endsWith(".camel.yaml")).toList();
        }
    }

    private static List<String> namesOf(List<Path> files) {
        return files.stream()
                .map(file -> file.getFileName().toString())
                .sorted()
                .toList();
    }

    private static List<String> names(List<RouteFile> files) {
        return files.stream().map(RouteFile::name).sorted().toList();
    }
}
