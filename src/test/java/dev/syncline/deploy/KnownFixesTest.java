package dev.syncline.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check of .ci/run, as it runs it. */
class KnownFixesTest {
    private static final Path FIXES = Path.of(".ci/known-fixes.txt");

    @TempDir
    Path folder;

    private record Result(int code, String output) {}

    @ParameterizedTest
    @CsvSource({
        "io.netty/netty-codec-http@4.1.130.Final, 1",
        "io.netty/netty-codec-http@4.1.132.Final, 0",
        "io.netty/netty-codec-http@4.1.133.Final, 0",
        "io.netty/netty-codec-http@4.2.0.Final, 0",
        "io.vertx/vertx-core@4.5.9, 1",
        "io.vertx/vertx-core@4.5.24, 0",
        "com.microsoft.sqlserver/mssql-jdbc@12.10.1.jre11, 1",
        "com.microsoft.sqlserver/mssql-jdbc@12.10.2.jre11, 0",
        "com.microsoft.sqlserver/mssql-jdbc@13.2.0.jre11, 1",
        "com.microsoft.sqlserver/mssql-jdbc@13.2.1.jre11, 0",
        "com.microsoft.sqlserver/mssql-jdbc@12.8.1.jre11, 1",
        "org.example/anything@0.0.1, 0"
    })
    void listsWhatIsOlderThanAKnownFix(String component, int code) throws Exception {
        Result result = check(component, FIXES);
        assertEquals(code, result.code(), result.output());
        String name = component.replace('/', ':').replace('@', ' ');
        assertEquals(code == 1, result.output().contains(name + " is older than"), result.output());
    }

    @Test
    void aPackageOfNothingAndARowThatSaysNothingAreNoPass() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.json"), "{}");
        assertEquals(2, run(empty, FIXES).code());
        Path broken = Files.writeString(folder.resolve("fixes.txt"), "io.netty:netty-* 4.1.132\n");
        assertEquals(2, check("a/b@1", broken).code());
    }

    /** What Maven resolves is what the check would see. */
    @Test
    void nettyAndVertxAreThoseWithTheFixes() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        for (String line : Files.readAllLines(FIXES)) {
            String[] columns = line.split("\\s+");
            if (line.startsWith("io.netty:") || line.startsWith("io.vertx:")) {
                assertTrue(pom.contains(".version>" + columns[1] + "<"), columns[0] + " " + columns[1]);
            }
        }
    }

    private Result check(String component, Path fixes) throws Exception {
        return run(
                Files.writeString(
                        folder.resolve("sbom.json"),
                        "{\"components\":[{\"purl\" : \"pkg:maven/" + component + "?type=jar\"}]}"),
                fixes);
    }

    private static Result run(Path sbom, Path fixes) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        ".ci/KnownFixes.java",
                        sbom.toString(),
                        fixes.toString()))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), output);
        return new Result(process.exitValue(), output);
    }
}
