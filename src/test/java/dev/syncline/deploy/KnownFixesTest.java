package dev.syncline.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check of .ci/run, as it runs it. */
class KnownFixesTest {
    private static final Path FIXES = Path.of(".ci/known-fixes.txt");

    @TempDir
    Path folder;

    private record Result(int code, String output) {}

    private static final List<String> OLDER = List.of(
            "io.netty/netty-codec-http@4.1.130.Final",
            "io.vertx/vertx-core@4.5.9",
            "com.microsoft.sqlserver/mssql-jdbc@12.10.1.jre11",
            "com.microsoft.sqlserver/mssql-jdbc@13.2.0.jre11",
            "com.microsoft.sqlserver/mssql-jdbc@12.8.1.jre11");
    private static final List<String> GOOD = List.of(
            "io.netty/netty-codec-http@4.1.132.Final",
            "io.netty/netty-codec-http@4.1.133.Final",
            "io.netty/netty-codec-http@4.2.0.Final",
            "io.vertx/vertx-core@4.5.24",
            "com.microsoft.sqlserver/mssql-jdbc@12.10.2.jre11",
            "com.microsoft.sqlserver/mssql-jdbc@13.2.1.jre11",
            "org.example/anything@0.0.1");

    @Test
    void listsWhatIsOlderThanAKnownFix() throws Exception {
        Result all = check(Stream.concat(GOOD.stream(), OLDER.stream()).toList(), FIXES);
        assertEquals(1, all.code(), all.output());
        OLDER.forEach(component -> assertTrue(all.output().contains(listed(component)), component + all.output()));
        GOOD.forEach(component -> assertFalse(all.output().contains(listed(component)), component + all.output()));
        Result good = check(GOOD, FIXES);
        assertEquals(0, good.code(), good.output());
        Result one = check(OLDER.subList(0, 1), FIXES);
        assertEquals(1, one.code(), one.output());
    }

    private static String listed(String component) {
        return component.replace('/', ':').replace('@', ' ') + " is older than";
    }

    @Test
    void aPackageOfNothingAndARowThatSaysNothingAreNoPass() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.json"), "{}");
        assertEquals(2, run(empty, FIXES).code());
        Path broken = Files.writeString(folder.resolve("fixes.txt"), "io.netty:netty-* 4.1.132\n");
        assertEquals(2, check(List.of("a/b@1"), broken).code());
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

    private Result check(List<String> components, Path fixes) throws Exception {
        String all = components.stream()
                .map(component -> "{\"purl\" : \"pkg:maven/" + component + "?type=jar\"}")
                .collect(Collectors.joining(","));
        return run(Files.writeString(folder.resolve("sbom.json"), "{\"components\":[" + all + "]}"), fixes);
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
