package dev.syncline.sandbox;

import dev.syncline.sandbox.database.SandboxDatabase;
import dev.syncline.support.Fork;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** The sandbox of a test run: a folder of its own, empty at first, that all its tests share. */
public class SandboxTestResource implements QuarkusTestResourceLifecycleManager {
    private static final Path FOLDER = Fork.folder("test-data");
    private static final String STARTED = "syncline.sandbox.test-started";

    @Override
    public Map<String, String> start() {
        // A system property, as each test profile comes with a class loader of its own.
        if (System.getProperty(STARTED) == null) {
            empty();
            System.setProperty(STARTED, "");
        }
        return Sandbox.properties(Sandbox.start(FOLDER), "${quarkus.http.test-port}");
    }

    private static void empty() {
        if (!Files.exists(FOLDER)) {
            return;
        }
        // A run that was killed may have left its server.
        SandboxDatabase.start(FOLDER).close();
        try (Stream<Path> paths = Files.walk(FOLDER)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The end of the process stops the database: other test profiles go on with it. */
    @Override
    public void stop() {}
}
