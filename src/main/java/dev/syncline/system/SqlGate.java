package dev.syncline.system;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * What every page that is read from a SQL system, and every batch that is written to one, goes through: it waits for its
 * turn, does not begin while the circuit breaker is open, is measured ({@code syncline_target_seconds}), shows that it
 * waits when nothing answers, and is cut off when its run is cancelled.
 */
@ApplicationScoped
public class SqlGate {
    /** Work at a database. */
    public interface Work<T> {
        T done() throws SQLException;
    }

    /** Work that has parts. */
    public interface Parts<T> {
        /** @param partDone is told after each of them */
        T done(Runnable partDone) throws SQLException;
    }

    /** Before that, nobody asks whether the run is cancelled: most calls are over by then. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final Gates gates;
    private final Systems systems;
    private final RunConnections connections;
    private final CallWaits waits;
    private final Clock clock;
    private final MeterRegistry meters;

    SqlGate(
            Gates gates,
            Systems systems,
            RunConnections connections,
            CallWaits waits,
            Clock clock,
            MeterRegistry meters) {
        this.gates = gates;
        this.systems = systems;
        this.connections = connections;
        this.waits = waits;
        this.clock = clock;
        this.meters = meters;
    }

    /** The connections of a system for a run; what they are waited for ends when the run is cancelled. */
    public DataSource connections(String system, long run) {
        return connections.of(systems.sql(system), run);
    }

    /**
     * Writes when the system may be called. When the run is cancelled, a batch whose records are written one after the other comes to its end; a
     * statement that is waited for is cancelled.
     *
     * @param run number of the run that it belongs to
     * @throws io.github.resilience4j.circuitbreaker.CallNotPermittedException while the circuit breaker is open
     * @throws SignInRefused when the system does not let us in
     */
    public <T> T write(String system, long run, Parts<T> work) throws SQLException {
        return pass(system, run, work);
    }

    /**
     * Reads when the system may be called, until the run is cancelled.
     *
     * @param run number of the run that it belongs to
     * @throws io.github.resilience4j.circuitbreaker.CallNotPermittedException while the circuit breaker is open
     */
    public <T> T read(String system, long run, Work<T> work) throws SQLException {
        return pass(system, run, partDone -> work.done());
    }

    private <T> T pass(String system, long run, Parts<T> work) throws SQLException {
        Gate gate = gates.of(system);
        gate.enter(run);
        long begun = System.nanoTime();
        boolean isDone = false;
        CallWaits.Watched watched = waits.watch(run, call(system), () -> connections.cutOff(run));
        try (watched) {
            T result = work.done(watched::progressed);
            gate.answered(System.nanoTime() - begun);
            isDone = true;
            return result;
        } catch (SQLException | RuntimeException e) {
            if (watched.why() != null) {
                throw watched.why();
            }
            if (!(e instanceof SQLException failure)) {
                throw e;
            }
            if (isAway(failure)) {
                gate.away(System.nanoTime() - begun, e);
            } else {
                gate.answered(System.nanoTime() - begun);
            }
            isDone = true;
            if (SignInRefused.is(failure)) {
                throw new SignInRefused(system, failure);
            }
            throw StatementTimeout.is(failure) ? new StatementTimeout(system, failure) : failure;
        } finally {
            if (!isDone) {
                gate.left();
            }
            connections.tidy();
            meters.timer("syncline.target", "system", system).record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }
    }

    private CallWaits.Call call(String system) {
        Instant now = clock.instant();
        return new CallWaits.Call(
                now.plus(SHORT), now.plus(systems.timeout(system)), now.plus(systems.queryTimeout(system)));
    }

    /** No connection is to be had, or it broke. */
    private static boolean isAway(SQLException failure) {
        return LostConnection.isOutageWithoutState(failure) || LostConnection.endsConnection(failure);
    }
}
