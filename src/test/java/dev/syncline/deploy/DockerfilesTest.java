package dev.syncline.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Dockerfiles run is run here, in a folder of its own, with programs in the place of Maven and of native-image. */
class DockerfilesTest {
    private static final Path NATIVE = Path.of("Dockerfile.native");
    static final List<Path> ALL = List.of(NATIVE, Path.of("k8s/overlays/sandbox/Dockerfile"));
    private static final String EXIT = "-XX:+ExitOnOutOfMemoryError";

    @TempDir
    Path folder;

    /** One instruction of a Dockerfile, with its lines joined, and the stage that it stands in. */
    private record Instruction(int stage, String name, String rest) {}

    private static List<Instruction> instructions(Path file) throws IOException {
        List<Instruction> instructions = new ArrayList<>();
        int stage = -1;
        String text = Files.readString(file).replaceAll("(?m)^\\s*#.*\\R", "").replaceAll("\\\\\\R\\s*", " ");
        for (String line : text.lines().filter(l -> !l.isBlank()).toList()) {
            String[] parts = line.strip().split("\\s+", 2);
            stage += parts[0].equals("FROM") ? 1 : 0;
            instructions.add(new Instruction(stage, parts[0], parts[1]));
        }
        return instructions;
    }

    private static List<String> of(Path file, String name) throws IOException {
        return instructions(file).stream()
                .filter(instruction -> instruction.name().equals(name))
                .map(Instruction::rest)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "bash"})
    void compilesTheImageOfTheArgumentsAsTheyStandInTheirFile(String shell) throws Exception {
        assumeTrue(isPresent(shell), "no " + shell + " on this machine");
        String arguments = "-J-Da=b -H:IncludeResources=.*\\.xml -H:Glob=* --initialize-at-run-time=a.*,b? -o"
                + " syncline-1.0-runner syncline-1.0-runner.jar";
        Files.writeString(folder.resolve("native-image.args"), arguments + "\n");
        Files.writeString(folder.resolve("b1"), "matches a pattern");
        Files.writeString(folder.resolve("syncline-1.0-runner.jar"), "matches one, too");
        program("native-image", "printf '%s\\n' \"$@\" > called; echo program > syncline-1.0-runner");
        program("chown", "true");

        String build = run(shell, stageOf("native-image"));

        List<String> called = Files.readAllLines(folder.resolve("called"));
        assertEquals("-O3 " + arguments, String.join(" ", called), build);
        assertEquals("program\n", Files.readString(folder.resolve("syncline")), build);
    }

    @Test
    void makesTheSourcesOfTheImageWithoutTests() throws Exception {
        program("mvn", "printf '%s\\n' \"$@\" > called");
        run("sh", stageOf("mvn"));
        assertEquals(
                List.of(
                        "-B",
                        "--no-transfer-progress",
                        "package",
                        "-Dmaven.test.skip=true",
                        "-Dnative",
                        "-Dquarkus.native.sources-only=true"),
                Files.readAllLines(folder.resolve("called")));
    }

    /** Commands of the stage of the native build in which one has this word. */
    private static int stageOf(String word) throws IOException {
        return instructions(NATIVE).stream()
                .filter(i -> i.name().equals("RUN") && i.rest().contains(word))
                .findFirst()
                .orElseThrow()
                .stage();
    }

    private void program(String name, String script) throws IOException {
        Path program = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        assertTrue(program.toFile().setExecutable(true));
    }

    /** Runs the commands of a stage, each by a shell of its own as a builder does, with the stage's arguments. */
    private String run(String shell, int stage) throws IOException, InterruptedException {
        Map<String, String> arguments = new TreeMap<>();
        StringBuilder output = new StringBuilder();
        for (Instruction instruction : instructions(NATIVE)) {
            if (instruction.stage() == stage && instruction.name().equals("ARG")) {
                String[] argument = instruction.rest().split("=", 2);
                arguments.put(argument[0], argument[1].replaceAll("^\"|\"$", ""));
            } else if (instruction.stage() == stage && instruction.name().equals("RUN")) {
                ProcessBuilder builder = new ProcessBuilder(shell, "-c", instruction.rest())
                        .directory(folder.toFile())
                        .redirectErrorStream(true);
                builder.environment().putAll(arguments);
                builder.environment().merge("PATH", folder.resolve("bin") + ":", (path, bin) -> bin + path);
                Process process = builder.start();
                output.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
                assertTrue(process.waitFor(1, TimeUnit.MINUTES), instruction.rest());
                assertEquals(0, process.exitValue(), instruction.rest() + ": " + output);
            }
        }
        return output.toString();
    }

    /** What is copied is in the repository, and sent to the builder. */
    @ParameterizedTest
    @FieldSource("ALL")
    void copiesWhatIsThere(Path file) throws IOException {
        List<String> sent = Files.readAllLines(Path.of(".dockerignore")).stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();
        List<String> copied = of(file, "COPY").stream()
                .filter(rest -> !rest.startsWith("--"))
                .map(rest -> rest.split("\\s+")[0])
                .toList();
        assertFalse(copied.isEmpty());
        for (String path : copied) {
            assertTrue(Files.exists(Path.of(path)), path);
            assertTrue(
                    sent.stream().anyMatch(allowed -> path.startsWith(allowed)), path + " is not sent to the builder");
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void imagesAreNamedByATag(Path file) throws IOException {
        for (String image : of(file, "FROM")) {
            assertTrue(
                    image.matches("[\\w.-]+/[\\w./-]+:[\\w.-]*\\d[\\w.-]*(@sha256:[0-9a-f]{64})?( AS \\w+)?"), image);
        }
    }

    /** Out of memory, a process may go on without a thread that it needs; it ends instead, wherever it is started. */
    @ParameterizedTest
    @FieldSource("ALL")
    void theProgramEndsWhenItIsOutOfMemory(Path file) throws IOException {
        JsonNode entrypoint = new ObjectMapper()
                .readTree(of(file, "ENTRYPOINT").stream().findFirst().orElseThrow());
        assertEquals(EXIT, entrypoint.get(1).asText(), entrypoint.toString());
    }

    @Test
    void theDocumentationStartsItTheSameWay() throws IOException {
        int starts = 0;
        for (Path page : List.of(Path.of("README.md"), Path.of("docs/operating.md"))) {
            for (String line : Files.readAllLines(page)) {
                if (line.startsWith("java ")) {
                    assertTrue(line.contains(EXIT), line);
                    starts++;
                }
            }
        }
        assertTrue(starts > 0);
    }

    /** Arguments of a pod come after those of the image, and do not replace its entry point. */
    @Test
    void podsLeaveTheEntryPointOfTheImage() {
        for (Path manifest : DeploymentFiles.manifests()) {
            for (JsonNode document : DeploymentFiles.documents(manifest)) {
                for (JsonNode container : document.at("/spec/template/spec/containers")) {
                    assertFalse(
                            container.path("name").asText().equals("syncline") && container.has("command"),
                            manifest.toString());
                }
            }
        }
    }

    private static boolean isPresent(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, program)));
    }
}
