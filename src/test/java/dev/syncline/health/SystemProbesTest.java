package dev.syncline.health;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.system.Systems;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Systems that hang are told as such, and cost nobody time but the first who asks. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class SystemProbesTest {
    @Inject
    Systems systems;

    @Test
    @Timeout(60) // each of them hangs for minutes
    void thirtySystemsThatHangCostLittleAndHideNoOther() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            List<String> names = new ArrayList<>(List.of("erp", "relay"));
            for (int i = 0; i < 30; i++) {
                String name = "silent-" + i;
                System.setProperty(
                        "syncline.systems." + name + ".jdbc-url",
                        "jdbc:postgresql://localhost:" + silent.getLocalPort() + "/silent");
                System.setProperty("syncline.systems." + name + ".timeout", "PT5M");
                names.add(name);
            }
            SystemProbes probes = new SystemProbes(systems, Clock.systemUTC());
            Map<String, String> states = probes.states(names);
            assertEquals("reachable", states.get("erp"));
            assertEquals("reachable", states.get("relay"));
            assertEquals(SystemProbes.SILENT, states.get("silent-0"));
            assertEquals(
                    30,
                    states.values().stream().filter(SystemProbes.SILENT::equals).count());
            probes.close();
        }
    }

    @Test
    void aSystemThatIsNotThereIsToldAsSuch() {
        System.setProperty("syncline.systems.nowhere.url", "http://localhost:1");
        SystemProbes probes = new SystemProbes(systems, Clock.systemUTC());
        await().until(() -> !probes.states(List.of("nowhere")).get("nowhere").equals(SystemProbes.SILENT));
        String state = probes.states(List.of("nowhere")).get("nowhere");
        assertTrue(state.startsWith("cannot be reached"), state);
        probes.close();
    }
}
