package dev.syncline.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.syncline.duty.Duties;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class SqlGateTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final NoWaits waits = new NoWaits();
    private final Systems systems = new Systems(new SmallRyeConfigBuilder().build(), null);
    private final SqlGate gate = new SqlGate(
            new Gates(systems, new SharedPauses(null), waits, Clock.systemUTC(), new Duties()),
            systems,
            new RunConnections(),
            waits,
            Clock.systemUTC(),
            meters);

    @Test
    void whatWasCutOffFailsAsItsRunDoesAndSaysNothingAgainstTheDatabase() throws SQLException {
        waits.cutOff(new UnsupportedOperationException("cancelled"));
        for (int i = 0; i < 10; i++) {
            assertThrows(
                    UnsupportedOperationException.class,
                    () -> gate.read("erp", 1, () -> {
                        throw new SQLException("the socket is closed", "08006");
                    }));
        }
        waits.cutOff(null);
        assertEquals("done", gate.read("erp", 1, () -> "done"));
    }

    @Test
    void letsNothingThroughToADatabaseThatIsAway() throws SQLException {
        for (String state : new String[] {"08006", "08001", "57P01", "25006", "08003"}) {
            fails("erp", state);
        }
        assertThrows(CallNotPermittedException.class, () -> gate.read("erp", 1, () -> "not done"));
        assertEquals("done", gate.read("another", 1, () -> "done"));
        assertEquals(5, meters.timer("syncline.target", "system", "erp").count());
    }

    @Test
    void aStatementThatIsRefusedOrGivesWaySaysNothingAgainstTheDatabase() throws SQLException {
        for (String state : new String[] {"42P01", "40P01", "23505", "55P03", "57014", "22001"}) {
            fails("erp", state);
        }
        assertEquals("done", gate.read("erp", 1, () -> "done"));
    }

    /** As of a driver without its codecs: nobody waits for that, and other calls go through. */
    @Test
    void norDoesWhatTheDriverCannotDo() throws SQLException {
        for (int i = 0; i < 10; i++) {
            assertThrows(
                    SQLException.class,
                    () -> gate.read("erp", 1, () -> {
                        throw new SQLException("Type java.lang.String not supported type");
                    }));
            assertThrows(
                    NoClassDefFoundError.class,
                    () -> gate.read("erp", 1, () -> {
                        throw new NoClassDefFoundError("org/mariadb/jdbc/plugin/codec/StringCodec");
                    }));
        }
        assertEquals("done", gate.read("erp", 1, () -> "done"));
    }

    @Test
    void norDoesWhatFailsInTheProgram() throws SQLException {
        for (int i = 0; i < 10; i++) {
            assertThrows(
                    IllegalStateException.class,
                    () -> gate.read("erp", 1, () -> {
                        throw new IllegalStateException();
                    }));
        }
        assertEquals("done", gate.read("erp", 1, () -> "done"));
    }

    private void fails(String system, String state) {
        assertThrows(
                SQLException.class,
                () -> gate.read(system, 1, () -> {
                    throw new SQLException("no", state);
                }));
    }
}
