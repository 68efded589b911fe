package dev.syncline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The deployment files of the repository. */
final class DeploymentFiles {
    static final Path K8S = Path.of("k8s");
    static final Path ROUTES = Path.of("routes");

    private DeploymentFiles() {}

    /** The manifests below {@code k8s/}, patches among them. */
    static List<Path> manifests() {
        return files(
                K8S, name -> (name.endsWith(".yaml") || name.endsWith(".yml")) && !name.equals("kustomization.yaml"));
    }

    static List<Path> kustomizations() {
        return Stream.of(K8S, ROUTES)
                .flatMap(folder -> files(folder, "kustomization.yaml"::equals).stream())
                .toList();
    }

    static List<Path> routeFiles() {
        return files(ROUTES, name -> name.endsWith(".camel.yaml"));
    }

    static List<Path> overlays() {
        try (var folders = Files.list(K8S.resolve("overlays"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> documents(Path file) {
        try {
            return StrictModel.documents(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an overlay builds to; an overlay that does not build fails with what kubectl says. */
    static List<JsonNode> build(Path overlay) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("kustomize", ".err");
        try {
            Process process = new ProcessBuilder("kubectl", "kustomize", overlay.toString())
                    .redirectError(errors.toFile())
                    .start();
            String built = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(overlay + ": " + Files.readString(errors));
            }
            return StrictModel.documents(overlay.toString(), built);
        } finally {
            Files.delete(errors);
        }
    }

    private static List<Path> files(Path folder, Predicate<String> named) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> named.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
