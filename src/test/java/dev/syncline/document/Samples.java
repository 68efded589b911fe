package dev.syncline.document;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.syncline.support.Published;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Documents to read: our own, and the public ones where they are. */
public final class Samples {
    private static final Path OWN = Path.of("src/test/resources/supplier");
    private static final Path PUBLISHED = Published.folder("syncline.samples", "samples");

    private Samples() {}

    /** A document of {@code src/test/resources/supplier}. */
    public static byte[] own(String path) {
        return bytes(OWN.resolve(path));
    }

    /** All our own documents of a format, good and bad. */
    public static List<Path> allOwn(String format) {
        return files(OWN.resolve(format))
                .filter(file -> !file.toString().endsWith(".told"))
                .toList();
    }

    /** A public document; skips the test where the folder is missing. */
    public static byte[] published(String path) {
        assumePublished();
        return published(PUBLISHED.resolve(path));
    }

    /**
     * All public documents of a format, good and bad; skips the test where the folder is missing, and fails it where that has
     * none of the format.
     */
    public static List<byte[]> allPublished(String format) {
        assumePublished();
        Path folder = PUBLISHED.resolve(format);
        List<byte[]> all = files(folder).map(Samples::published).toList();
        assertFalse(all.isEmpty(), "No document in " + folder);
        return all;
    }

    private static void assumePublished() {
        assumeTrue(
                Files.isDirectory(PUBLISHED),
                "No folder " + PUBLISHED + ", so nothing to read. Another one is named with -Dsyncline.samples");
    }

    private static byte[] published(Path file) {
        Published.read(file);
        return bytes(file);
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
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
