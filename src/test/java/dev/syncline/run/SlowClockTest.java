package dev.syncline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.Ledger;
import dev.syncline.support.SlowClock;
import dev.syncline.value.Micros;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP sources whose clock is not ours; what their answers say of the time may be right, as slow, nonsense, or nothing. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class SlowClockTest {
    private static final Duration SLOW = Duration.ofMinutes(10);

    private final Database hub = Database.hub();
    private SlowClock source;

    @BeforeEach
    void start() {
        source = SlowClock.start();
        hub.execute(
                "delete from sync_record where route = (select id from sync_route where name = ?)", SlowClock.ROUTE);
        hub.execute("update sync_route set watermark = null where name = ?", SlowClock.ROUTE);
    }

    @AfterEach
    void stop() {
        source.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"right", "slow", "none", "ahead"})
    void rowsOfASlowClockAreNotLost(String date) {
        tell(date);
        String prefix = date + UUID.randomUUID();
        Instant now = Instant.now().minus(SLOW);
        source.put(prefix + "-1", now);
        run();
        for (int n = 2; n < 6; n++) {
            tell(date);
            source.put(prefix + "-" + n, now.plusSeconds(n));
            run();
            assertTrue(Api.keysHeld("relay", SlowClock.ROUTE).contains(prefix + "-" + n), "" + n);
            assertTrue(
                    watermark() == null || !Micros.instant(watermark()).isAfter(now.plusSeconds(n)),
                    watermark() + " is later than what was seen");
        }
        assertTrue(source.queries().stream().allMatch(query -> query.contains("expand=children")), "it has no lookup");
    }

    @ParameterizedTest
    @ValueSource(strings = {"right", "slow", "none"})
    void aRowFarInTheFutureHidesNoneThatComesAfter(String date) {
        tell(date);
        String prefix = date + UUID.randomUUID();
        source.put(prefix + "-9999", Instant.parse("9999-12-31T00:00:00Z"));
        run();
        for (int n = 1; n < 4; n++) {
            source.put(prefix + "-" + n, Instant.now().minus(SLOW));
            run();
            assertTrue(Api.keysHeld("relay", SlowClock.ROUTE).contains(prefix + "-" + n), "" + n);
        }
        // Without a Date, and of so few rows, there is no watermark that one of them could move: all are read each
        // time.
        assertEquals(
                date.equals("none") ? 0L : 1L,
                hub.value(
                        Long.class,
                        "select count(*) from sync_notice where kind = 'FAR_AHEAD' and route = ? and resolved_at is null",
                        SlowClock.ROUTE));
        source.put(prefix + "-9999", Instant.now().minus(SLOW));
        run();
        assertEquals(
                0L,
                hub.value(
                        Long.class,
                        "select count(*) from sync_notice where kind = 'FAR_AHEAD' and route = ? and resolved_at is null",
                        SlowClock.ROUTE));
    }

    /** What nobody changes is not read again for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"right", "slow"})
    void whatHasLongBeenStillIsNotReadAgain(String date) {
        tell(date);
        for (int n = 0; n < 5; n++) {
            source.put("still-" + n, Instant.parse("2024-04-04T00:00:00Z"));
        }
        run();
        assertEquals(0, run().getInt("counts.read"));
        assertEquals(
                Set.of(),
                Set.copyOf(source.queries().stream()
                        .filter(query -> query.contains("cursor="))
                        .toList()));
    }

    private void tell(String date) {
        source.date(
                switch (date) {
                    case "right" -> Instant.now();
                    case "slow" -> Instant.now().minus(SLOW);
                    case "ahead" -> Instant.parse("9999-12-30T00:00:00Z");
                    default -> null;
                });
    }

    private static JsonPath run() {
        JsonPath run = Api.run(SlowClock.ROUTE, "range=changes");
        assertEquals("SUCCESS", run.getString("status"), run.prettify());
        return run;
    }

    private Long watermark() {
        return hub.value(Long.class, "select watermark from sync_route where name = ?", SlowClock.ROUTE);
    }
}
