package dev.syncline.system;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/**
 * What every page that is read from a SQL system, and every batch that is written to one, goes through: it waits for its
 * turn, does not begin while the circuit breaker is open, and is measured ({@code syncline_target_seconds}).
 */
@ApplicationScoped
public class SqlGate {
    /** Work at a database. */
    public interface Work<T> {
        T done() throws SQLException;
    }

    private final Gates gates;
    private final MeterRegistry meters;

    SqlGate(Gates gates, MeterRegistry meters) {
        this.gates = gates;
        this.meters = meters;
    }

    /**
     * Does the work when the system may be called.
     *
     * @param run number of the run that it belongs to
     * @throws io.github.resilience4j.circuitbreaker.CallNotPermittedException while the circuit breaker is open
     */
    public <T> T pass(String system, long run, Work<T> work) throws SQLException {
        Gate gate = gates.of(system);
        gate.enter(run);
        long begun = System.nanoTime();
        boolean isDone = false;
        try {
            T result = work.done();
            gate.answered(System.nanoTime() - begun);
            isDone = true;
            return result;
        } catch (SQLException e) {
            if (isAway(e)) {
                gate.away(System.nanoTime() - begun, e);
            } else {
                gate.answered(System.nanoTime() - begun);
            }
            isDone = true;
            throw e;
        } finally {
            if (!isDone) {
                gate.left();
            }
            meters.timer("syncline.target", "system", system).record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }
    }

    /** No connection is to be had, or it broke. The pool's time-out has no state. */
    private static boolean isAway(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P0") || state.equals("53300");
    }
}
