package dev.syncline.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.Shaky;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Shaky.class)
@QuarkusTestResource(SandboxTestResource.class)
class RateLimitTest {
    @Inject
    DataSource hub;

    @Test
    void twoProcessesTogetherKeepToIt() throws Exception {
        Database.hub().execute("delete from sync_system where name = 'shared'");
        RateLimit limit = RateLimit.of("rate-limit", "1/min");
        List<Callable<Duration>> calls = new ArrayList<>();
        for (SharedPauses process : List.of(new SharedPauses(hub), new SharedPauses(hub))) {
            for (int i = 0; i < 10; i++) {
                calls.add(() -> process.reserve("shared", limit));
            }
        }
        List<Duration> turns = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Duration> turn : threads.invokeAll(calls)) {
                turns.add(turn.get());
            }
        } finally {
            threads.shutdownNow();
        }
        turns.sort(null);
        for (int i = 0; i < turns.size(); i++) {
            // Each is a minute after the one before, less what has passed since its place was taken.
            long minutes = Math.round(turns.get(i).toMillis() / 60_000.0);
            assertEquals(i, minutes, turns.toString());
        }
    }

    @Test
    void aPauseThatWasAskedForIsBeforeTheNextTurn() throws Exception {
        SharedPauses process = new SharedPauses(hub);
        process.ask("paused", Duration.ofMinutes(5));
        assertTrue(process.asked().get("paused").toSeconds() > 280);
        assertTrue(process.reserve("paused", RateLimit.of("rate-limit", "10")).toSeconds() > 280);
    }

    @ParameterizedTest
    @CsvSource({"5, 200", "0.5, 2000", "100/min, 600", "10 / s, 100", "3600/h, 1000", "1/day, 86400000"})
    void isCallsPerTime(String text, long millis) {
        assertEquals(Duration.ofMillis(millis), RateLimit.of("rate-limit", text).interval());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "fast", "10/fortnight", ""})
    void saysWhatIsWrong(String text) {
        assertThrows(IllegalArgumentException.class, () -> RateLimit.of("rate-limit", text));
    }
}
