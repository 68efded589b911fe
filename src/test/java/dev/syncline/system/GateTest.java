package dev.syncline.system;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class GateTest {
    private final Gate gate = new Gate(
            "relay",
            new Systems(new SmallRyeConfigBuilder().build(), null),
            new SharedPauses(null),
            new NoWaits(),
            Clock.systemUTC());

    @Test
    void letsNoCallOutAfterFailuresThenOneOnTrialAndAllOnceThatWasAnswered() {
        for (int i = 0; i < 5; i++) {
            gate.enter(1);
            gate.away(1, new IOException("refused"));
        }
        assertThrows(CallNotPermittedException.class, () -> gate.enter(1));
        assertTrue(gate.opens().isPresent());

        await().until(this::isOpen);
        assertFalse(isOpen(), "one call on trial at a time");
        gate.answered(1);
        assertTrue(isOpen());
        assertTrue(isOpen());
    }

    @Test
    void aCallThatDidNotGoOutDoesNotKeepTheTrialFromOthers() {
        for (int i = 0; i < 5; i++) {
            gate.away(1, new IOException("refused"));
        }
        await().until(this::isOpen);
        gate.left();
        assertTrue(isOpen());
    }

    private boolean isOpen() {
        try {
            gate.enter(1);
            return true;
        } catch (CallNotPermittedException e) {
            return false;
        }
    }
}
