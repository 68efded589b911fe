package dev.syncline.supplier;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Documents to read: the public ones beside the repository, where they are, and our own. */
public final class Samples {
    private Samples() {}

    /** The folder of public documents; system property {@code syncline.samples} names another. */
    public static Path folder() {
        return Path.of(System.getProperty("syncline.samples", "../shared/samples"))
                .toAbsolutePath()
                .normalize();
    }

    /** A public document; skips the test where it is not. */
    public static byte[] published(String path) {
        Path file = folder().resolve(path);
        assumeTrue(
                Files.isRegularFile(file),
                "No file " + file + ", so nothing to read. Another folder is named with -Dsyncline.samples");
        return bytes(file);
    }

    /** All public documents of a format, good and bad; none where the folder is not there. */
    public static List<Path> published(Stream<String> formats) {
        return formats.map(folder()::resolve)
                .filter(Files::isDirectory)
                .flatMap(Samples::files)
                .sorted()
                .toList();
    }

    /** A document of {@code src/test/resources/supplier}. */
    public static byte[] own(String path) {
        try (InputStream in = Samples.class.getResourceAsStream("/supplier/" + path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
