package dev.syncline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ManagementPortTest {
    private static final String NAME = "quarkus.management.port";

    @Test
    void isAnyFreeOneWhereAnotherProgramHasTheUsualOne() throws IOException {
        try (ServerSocket other = new ServerSocket(9000)) {
            assertEquals("0", new ManagementPort().getValue(NAME), "taken: " + other);
        } catch (BindException e) { // by whatever else runs here
            assertEquals("0", new ManagementPort().getValue(NAME));
        }
    }

    @Test
    void isNoOtherSetting() {
        assertNull(new ManagementPort().getValue("quarkus.http.port"));
    }
}
