package dev.syncline.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The SQL counterpart of {@link ArchitectureTest#leasesAreChangedInOnePlace}. */
class LeaseStatementsTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/syncline");
    private static final Path WORK = SOURCES.resolve("work");

    /** Claims a channel while it sends to it; a channel is no work item (docs/adr/104). */
    private static final Path MESSAGES = SOURCES.resolve("message/delivery/Outbox.java");

    private static final Pattern OF_A_LEASE = Pattern.compile(
            "\\b(lease_until|cancelled_by|owner|fence|waiting_until)\\s*=|update qrtz_|insert into qrtz_|\\bsync_work_part\\b");

    @Test
    void statementsOnPartsAndThoseThatChangeLeasesOrQuartzsTablesStandInOnePackage() throws IOException {
        assertEquals(List.of(), found(path -> !path.startsWith(WORK) && !path.equals(MESSAGES)));
        assertTrue(!found(path -> path.startsWith(WORK)).isEmpty(), "there they are found");
    }

    private interface Place {
        boolean has(Path path);
    }

    private static List<String> found(Place place) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(place::has)
                    .flatMap(LeaseStatementsTest::lines)
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.strip().matches("(?!//|\\*).*") && isSql(line))
                    .map(line -> file + ": " + line.strip());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isSql(String line) {
        return OF_A_LEASE.matcher(line).find()
                && (line.contains("?") || line.contains("qrtz_") || line.contains("sync_work_part"));
    }
}
