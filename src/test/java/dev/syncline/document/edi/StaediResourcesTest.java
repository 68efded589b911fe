package dev.syncline.document.edi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.xlate.edi.stream.EDIInputFactory;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** StAEDI finds its schemas as resources, and a native image has only those that are named. */
class StaediResourcesTest {
    @Test
    void nativeImageHasEveryResourceOfTheLibrary() throws IOException, URISyntaxException {
        List<Pattern> included = included();
        List<String> resources = resources();
        assertTrue(resources.contains("X12/v00402.xml"), resources.toString());
        assertTrue(resources.contains("staedi-control-index.properties"), resources.toString());
        assertEquals(
                List.of(),
                resources.stream()
                        .filter(r ->
                                included.stream().noneMatch(p -> p.matcher(r).matches()))
                        .toList());
    }

    /** It makes its own classes, so a native image needs neither registration nor services for it. */
    @Test
    void libraryHasNoServices() throws IOException, URISyntaxException {
        try (JarFile jar = new JarFile(jar())) {
            assertEquals(
                    List.of(),
                    jar.stream()
                            .filter(e -> e.getName().startsWith("META-INF/services/"))
                            .toList());
        }
    }

    private static List<String> resources() throws IOException, URISyntaxException {
        try (JarFile jar = new JarFile(jar())) {
            return jar.stream()
                    .filter(e -> !e.isDirectory())
                    .map(e -> e.getName())
                    .filter(n -> !n.endsWith(".class") && !n.startsWith("META-INF/"))
                    .toList();
        }
    }

    private static File jar() throws URISyntaxException {
        return new File(EDIInputFactory.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static List<Pattern> included() throws IOException {
        Properties properties = new Properties();
        try (InputStream file = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
            properties.load(file);
        }
        String globs = properties.getProperty("quarkus.native.resources.includes");
        return Arrays.stream(globs.split(","))
                .map(glob -> Pattern.compile(Pattern.quote(glob.strip())
                        .replace("**", "\\E.*\\Q")
                        .replaceAll("(?<!\\.)\\*", "\\\\E[^/]*\\\\Q")))
                .toList();
    }
}
