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
 * Guards every page that is read from a SQL system, and every batch that is written to one: waits for its turn, does
 * not begin while the circuit breaker is open, measures it ({@code syncline_target_seconds}), shows a run that waits
 * for an answer as waiting, and cuts the statement off when the run is cancelled.
 */
@ApplicationScoped
public class SqlGate {

    /** Shorter calls are not checked for cancellation; most calls are. */
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

    /** Returns the connections of a system for a run; waiting for one ends when the run is cancelled. */
    public DataSource connections(String system, long run) {
        return connections.of(systems.sql(system), run);
    }

    /**
     * Writes as soon as the system may be called. When the run is cancelled, a batch that makes progress is completed,
     * and a statement that hangs is cancelled.
     *
     * @param run number of the run that it belongs to
     * @throws io.github.resilience4j.circuitbreaker.CallNotPermittedException while the circuit breaker is open
     * @throws SignInRefused if the system refuses the user or does not have the database
     */
    public <T> T write(String system, long run, SqlWorkInParts<T> work) throws SQLException {
        return pass(system, run, work);
    }

    /**
     * Reads as soon as the system may be called; ends when the run is cancelled.
     *
     * @param run number of the run that it belongs to
     * @throws io.github.resilience4j.circuitbreaker.CallNotPermittedException while the circuit breaker is open
     */
    public <T> T read(String system, long run, SqlWork<T> work) throws SQLException {
        return pass(system, run, partDone -> work.done());
    }

    private <T> T pass(String system, long run, SqlWorkInParts<T> work) throws SQLException {
        Gate gate = gates.of(system);
        gate.enter(run);
        long begun = System.nanoTime();
        boolean isDone = false;
        WatchedCall watched = waits.watch(run, call(system), () -> connections.cutOff(run));
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

    private CallTimes call(String system) {
        Instant now = clock.instant();
        return new CallTimes(
                system, now.plus(SHORT), now.plus(systems.timeout(system)), now.plus(systems.queryTimeout(system)));
    }

    /** Returns whether no connection is available, or it broke. */
    private static boolean isAway(SQLException failure) {
        return LostConnection.isOutageWithoutState(failure) || LostConnection.endsConnection(failure);
    }
}
