package dev.syncline.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KustomizationsTest {
    private static final Set<String> FIELDS = Set.of(
            "apiVersion",
            "kind",
            "namespace",
            "resources",
            "labels",
            "images",
            "replicas",
            "patches",
            "configMapGenerator");

    static List<Path> kustomizations() {
        return DeploymentFiles.kustomizations();
    }

    static List<Path> overlays() {
        return DeploymentFiles.overlays();
    }

    /** By a tag that tells a version, or by what they are; one that is built on the spot has the name of its overlay. */
    @ParameterizedTest
    @MethodSource("kustomizations")
    void imagesAreExact(Path file) {
        for (JsonNode image : only(file).path("images")) {
            String tag = image.path("newTag").asText();
            String digest = image.path("digest").asText();
            boolean isBuilt = image.path("newName").isMissingNode()
                    && tag.equals(file.getParent().getFileName().toString());
            assertTrue(
                    isBuilt
                            || digest.matches("sha256:[0-9a-f]{64}") && tag.isEmpty()
                            || digest.isEmpty() && tag.matches("v?\\d+(\\.\\d+){1,3}([-+_][\\w.-]+)?"),
                    file + ": " + image);
        }
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void namesOnlyWhatIsThere(Path file) {
        JsonNode kustomization = only(file);
        assertEquals(
                "kustomize.config.k8s.io/v1beta1",
                kustomization.path("apiVersion").asText(),
                file.toString());
        assertEquals("Kustomization", kustomization.path("kind").asText(), file.toString());
        kustomization
                .fieldNames()
                .forEachRemaining(field -> assertTrue(FIELDS.contains(field), file + ": unknown field " + field));

        for (JsonNode resource : kustomization.path("resources")) {
            Path path = file.resolveSibling(resource.asText());
            Path manifest = Files.isDirectory(path) ? path.resolve("kustomization.yaml") : path;
            assertTrue(Files.isRegularFile(manifest), file + ": resource " + resource.asText() + " does not exist");
        }
        for (JsonNode patch : kustomization.path("patches")) {
            if (patch.has("path")) {
                assertFile(file, patch.path("path").asText());
            }
        }
        for (JsonNode generator : kustomization.path("configMapGenerator")) {
            generator.path("files").forEach(entry -> assertFile(file, entry.asText()));
            generator.path("envs").forEach(entry -> assertFile(file, entry.asText()));
        }
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void holdsNoSecret(Path file) {
        assertEquals(List.of(), SecretLiterals.in(only(file)), file.toString());
    }

    @Test
    void everyManifestIsNamedByTheKustomizationBesideIt() {
        for (Path manifest : DeploymentFiles.manifests()) {
            JsonNode kustomization = only(manifest.resolveSibling("kustomization.yaml"));
            String name = manifest.getFileName().toString();
            Set<String> named = new HashSet<>(kustomization.path("patches").findValuesAsText("path"));
            kustomization.path("resources").forEach(resource -> named.add(resource.asText()));
            assertTrue(named.contains(name), manifest + " is deployed by nothing");
        }
    }

    @Test
    void routesConfigMapHoldsExactlyTheRouteFiles() {
        JsonNode generator = only(Path.of("routes/kustomization.yaml"))
                .path("configMapGenerator")
                .path(0);
        Set<String> listed = new TreeSet<>();
        generator.path("files").forEach(file -> assertTrue(listed.add(file.asText()), file + " is listed twice"));

        Set<String> present = new TreeSet<>();
        Set<String> keys = new HashSet<>();
        for (Path file : DeploymentFiles.routeFiles()) {
            present.add(DeploymentFiles.ROUTES.relativize(file).toString().replace(File.separatorChar, '/'));
            String key = file.getFileName().toString();
            assertTrue(keys.add(key), "two route files named " + key + ": a ConfigMap has no folders");
        }
        assertEquals("syncline-routes", generator.path("name").asText());
        assertFalse(present.isEmpty(), "no route files");
        assertEquals(present, listed);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void overlayBuildsToManifestsThatParseStrictly(Path overlay) throws Exception {
        assumeTrue(kubectlIsPresent(), "no kubectl on this machine");
        Set<String> configMaps = new HashSet<>();
        Set<String> mounted = new HashSet<>();
        for (JsonNode manifest : DeploymentFiles.build(overlay)) {
            StrictModel.read(overlay.toString(), manifest);
            assertEquals(List.of(), SecretLiterals.in(manifest), overlay.toString());
            boolean isDashboard = manifest.at("/metadata/labels").has("grafana_dashboard");
            if (manifest.path("kind").asText().equals("ConfigMap") && !isDashboard) {
                configMaps.add(manifest.path("metadata").path("name").asText());
            }
            for (String reference : List.of("configMap", "configMapRef")) {
                manifest.findValues(reference)
                        .forEach(value -> mounted.add(value.path("name").asText()));
            }
        }
        assertEquals(configMaps, mounted, overlay + ": ConfigMaps made, and referred to by pods");
    }

    /** PostgreSQL's driver would look for a file in a home folder that a pod does not have. */
    @Test
    void whatVerifiesACertificateSaysAgainstWhat() {
        Set<String> mounted = new HashSet<>();
        Set<String> verified = new TreeSet<>();
        for (Path manifest : DeploymentFiles.manifests()) {
            DeploymentFiles.documents(manifest).forEach(document -> document.findValues("volumeMounts")
                    .forEach(mounts -> mounted.addAll(mounts.findValuesAsText("mountPath"))));
        }
        for (Path file : kustomizations()) {
            only(file)
                    .findValues("literals")
                    .forEach(literals -> literals.forEach(literal -> {
                        if (literal.asText().contains("sslmode=verify-")) {
                            verified.add(literal.asText());
                        }
                    }));
        }
        assertFalse(verified.isEmpty());
        for (String literal : verified) {
            String root = literal.replaceFirst(".*[?&]sslrootcert=([^&]*).*", "$1");
            assertTrue(mounted.stream().anyMatch(folder -> root.startsWith(folder + "/")), literal);
        }
    }

    private static void assertFile(Path kustomization, String name) {
        assertTrue(Files.isRegularFile(kustomization.resolveSibling(name)), kustomization + ": no file " + name);
    }

    private static JsonNode only(Path file) {
        List<JsonNode> documents = DeploymentFiles.documents(file);
        assertEquals(1, documents.size(), file.toString());
        return documents.get(0);
    }

    private static boolean kubectlIsPresent() {
        return Stream.of(System.getenv().getOrDefault("PATH", ""))
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }
}
