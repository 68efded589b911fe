package dev.syncline.packaged;

import static dev.syncline.support.Patience.await;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The program's classes as a JVM has them in memory when they are loaded and verified, in a file that is made once for a
 * package. Programs start from it with less than half of the work; without it they start as they always do.
 */
final class ClassArchive {
    private static final Path FILE = Path.of("target", "program-classes.jsa").toAbsolutePath();
    private static final Path LOCK = FILE.resolveSibling("program-classes.lock");
    private static final Logger LOG = Logger.getLogger(ClassArchive.class);
    private static boolean isAskedFor;

    private ClassArchive() {}

    /** Options of a JVM that starts the program. The first process that asks makes the archive, others do not wait for it. */
    static synchronized List<String> options() throws IOException {
        if (!isAskedFor) {
            isAskedFor = true;
            makeUnlessAnotherDoes();
        }
        return isThere() ? List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + FILE) : List.of();
    }

    private static boolean isThere() throws IOException {
        return Files.exists(FILE)
                && Files.getLastModifiedTime(FILE).compareTo(Files.getLastModifiedTime(Program.JAR)) > 0;
    }

    private static void makeUnlessAnotherDoes() {
        try (FileChannel channel = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null && !isThere()) {
                make();
            }
        } catch (Exception e) {
            // If it cannot start at all, tests say so.
            LOG.warn("There is no archive of the program's classes, so that its starts take longer", e);
        }
    }

    /** Of what is loaded by the end of a run. */
    private static void make() throws Exception {
        Path folder = Files.createTempDirectory("class-archive");
        Path made = FILE.resolveSibling("program-classes.made");
        try (Plant plant = new Plant(folder)) {
            plant.route("erp-few-to-relay", "few", 10);
            List<String> options = List.of("-XX:ArchiveClassesAtExit=" + made);
            try (Program program = Program.launch(folder.resolve("program"), plant.environment(), options)) {
                await().until(() -> program.isReady() || !program.isAlive());
                plant.awaitEnd(program.trigger("erp-few-to-relay", "range=all")
                        .path("id")
                        .asLong());
            }
            Files.move(made, FILE, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            PostgresData.delete(folder);
        }
    }
}
