package dev.syncline.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Published documents and data, which are not part of the repository. Tests that read them have the tag
 * {@value #TAG}, and are skipped where the folder is missing.
 */
public final class Published {
    public static final String TAG = "published";

    private static final Path READ = Path.of("target/published-files.txt");

    private Published() {}

    /** The folder that the system property names, or else the one in {@code ../shared}. */
    public static Path folder(String property, String name) {
        return Path.of(System.getProperty(property, "../shared/" + name))
                .toAbsolutePath()
                .normalize();
    }

    /** Notes that a file was read: the build tells how many were. */
    public static void read(Path file) {
        try {
            Files.createDirectories(READ.getParent());
            Files.writeString(READ, file + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
