package dev.syncline.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class SqlGateTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SqlGate gate = new SqlGate(
            new Gates(
                    new Systems(new SmallRyeConfigBuilder().build(), null),
                    new SharedPauses(null),
                    (run, until, shown) -> {},
                    Clock.systemUTC()),
            meters);

    @Test
    void letsNothingThroughToADatabaseThatIsAway() throws SQLException {
        for (String state : new String[] {"08006", "08001", "57P01", "53300", null}) {
            fails("erp", state);
        }
        assertThrows(CallNotPermittedException.class, () -> gate.pass("erp", 1, () -> "not done"));
        assertEquals("done", gate.pass("another", 1, () -> "done"));
        assertEquals(5, meters.timer("syncline.target", "system", "erp").count());
    }

    @Test
    void aStatementThatIsRefusedOrGivesWaySaysNothingAgainstTheDatabase() throws SQLException {
        for (String state : new String[] {"42P01", "40P01", "23505", "55P03", "57014", "22001"}) {
            fails("erp", state);
        }
        assertEquals("done", gate.pass("erp", 1, () -> "done"));
    }

    @Test
    void norDoesWhatFailsInTheProgram() throws SQLException {
        for (int i = 0; i < 10; i++) {
            assertThrows(
                    IllegalStateException.class,
                    () -> gate.pass("erp", 1, () -> {
                        throw new IllegalStateException();
                    }));
        }
        assertEquals("done", gate.pass("erp", 1, () -> "done"));
    }

    private void fails(String system, String state) {
        assertThrows(
                SQLException.class,
                () -> gate.pass(system, 1, () -> {
                    throw new SQLException("no", state);
                }));
    }
}
