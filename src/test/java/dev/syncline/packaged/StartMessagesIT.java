package dev.syncline.packaged;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that cannot start for its hub database says which variable to set. */
class StartMessagesIT {
    @TempDir
    Path folder;

    @Test
    void namesTheVariableWhereNoHubIsConfigured() throws Exception {
        assertEnds(Map.of(), "No hub database is configured", "QUARKUS_DATASOURCE_JDBC_URL");
    }

    @Test
    void namesTheVariableWhereTheHubDoesNotKnowTheUser() throws Exception {
        try (Plant plant = new Plant(folder)) {
            Map<String, String> environment = plant.environment();
            environment.put("QUARKUS_DATASOURCE_USERNAME", "nouser");
            assertEnds(environment, "nouser", "QUARKUS_DATASOURCE_USERNAME");
        }
    }

    private void assertEnds(Map<String, String> environment, String... words) throws Exception {
        try (Program program = Program.start(folder.resolve("log"), environment)) {
            await().atMost(Duration.ofMinutes(2)).until(() -> !program.isAlive());
            assertNotEquals(0, program.exitCode());
            String output = program.output();
            for (String word : words) {
                assertTrue(output.contains(word), output);
            }
        }
    }
}
