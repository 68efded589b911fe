package dev.syncline.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.access.LogInTurns.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogInTurnsTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private final LogInTurns turns = new LogInTurns(
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            },
            Duration.ofSeconds(2),
            100);

    @Test
    void eachFailureIsSlowerThanTheOneBeforeUpToTheLongest() {
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            waits.add(fail("alice", "a"));
        }
        assertEquals(List.of(0L, 0L, 0L, 100L, 200L, 400L, 800L, 1_600L, 2_000L, 2_000L), waits);
        assertEquals(0, fail("alice", "b"), "from another address");
        assertEquals(0, fail("bob", "a"), "by another name");
    }

    @Test
    void guessesAtTheSameTimeAreNoFasterThanOneAfterTheOther() {
        List<Turn> together = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            together.add(turns.take("alice", "a").orElseThrow());
        }
        assertEquals(
                List.of(0L, 0L, 0L, 100L, 300L, 700L, 1_500L, 3_100L, 5_100L, 7_100L),
                together.stream().map(turn -> turn.delay().toMillis()).toList());
        together.forEach(turn -> turns.end(turn, false));
        assertEquals(9_100, fail("alice", "a"));
    }

    @Test
    void namesTriedOneAfterTheOtherFromAnAddressAreSlowedDownTogether() {
        for (int i = 0; i < 20; i++) {
            assertEquals(0, fail("name-" + i, "a"));
        }
        assertEquals(100, fail("name-20", "a"));
        assertEquals(0, fail("name-20", "b"));
    }

    @Test
    void aRightPasswordForgivesAndTimeDoes() {
        for (int i = 0; i < 8; i++) {
            fail("alice", "a");
        }
        Turn turn = turns.take("alice", "a").orElseThrow();
        assertTrue(turn.delay().toMillis() >= 1_600, "whoever it is waits");
        now = now.plus(turn.delay());
        turns.end(turn, true);
        assertEquals(0, fail("alice", "a"));

        for (int i = 0; i < 8; i++) {
            fail("alice", "a");
        }
        now = now.plus(Duration.ofMinutes(16));
        assertEquals(0, fail("alice", "a"));
    }

    @Test
    void keepsABoundedNumberOfPlacesAndOfThoseThatWait() {
        for (int i = 0; i < 1_000; i++) {
            fail("alice", "address-" + i);
        }
        assertEquals(100, turns.size());
        int taken = 0;
        for (int i = 0; i < 100; i++) {
            taken += turns.take("bob", "a").isPresent() ? 1 : 0;
        }
        assertEquals(20, taken);
        for (int i = 0; i < 1_000; i++) {
            taken += turns.take("bob", "b" + i).isPresent() ? 1 : 0;
        }
        assertEquals(500, taken);
    }

    @Test
    void rememberNothingOfWhoLogsIn() {
        for (int i = 0; i < 50; i++) {
            Optional<Turn> turn = turns.take("alice", "address-" + i);
            assertEquals(0, turn.orElseThrow().delay().toMillis());
            turns.end(turn.get(), true);
        }
        assertEquals(0, turns.size());
    }

    private long fail(String name, String address) {
        Turn turn = turns.take(name, address).orElseThrow();
        now = now.plus(turn.delay());
        turns.end(turn, false);
        return turn.delay().toMillis();
    }
}
