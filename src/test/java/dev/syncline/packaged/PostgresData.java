package dev.syncline.packaged;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** The data of PostgreSQL servers: each server's are a copy of those that were set up once for all tests of the process. */
final class PostgresData {
    private static final Duration LONGEST_START = Duration.ofMinutes(1);
    private static Path empty;

    private PostgresData() {}

    /** A server over the data in a folder, which are those of an empty one where the folder is not there yet. */
    static EmbeddedPostgres.Builder in(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            copy(empty(), folder);
        }
        return over(folder);
    }

    /** The copy's server must not run. */
    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        // PostgreSQL wants it to be its user's alone.
        to.toFile().setReadable(false, false);
        to.toFile().setExecutable(false, false);
        to.toFile().setReadable(true, true);
        to.toFile().setExecutable(true, true);
    }

    private static synchronized Path empty() throws IOException {
        if (empty == null) {
            Path folder = Files.createTempDirectory("postgres-data");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            Path data = folder.resolve("empty");
            over(data).start().close();
            empty = data;
        }
        return empty;
    }

    private static EmbeddedPostgres.Builder over(Path data) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(LONGEST_START);
    }

    /** With all that is in it. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
