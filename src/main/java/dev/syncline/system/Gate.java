package dev.syncline.system;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The state that this process keeps of a system that it calls: circuit breaker, requested pause, limits. The breaker
 * opens when half of the last calls got no answer, and permits one call after a pause.
 */
public final class Gate {
    private static final Logger LOG = Logger.getLogger(Gate.class);
    private static final Duration OPEN = Duration.ofSeconds(5);

    private final String system;
    private final Clock clock;
    private final SharedPauses shared;
    private final CallWaits waits;
    private final RateLimit limit;
    private final Duration longestPause;
    private final CircuitBreaker breaker;
    private volatile Instant notBefore = Instant.EPOCH;
    private volatile Instant closedUntil = Instant.EPOCH;

    Gate(String system, Systems systems, SharedPauses shared, CallWaits waits, Clock clock) {
        this.system = system;
        this.clock = clock;
        this.shared = shared;
        this.waits = waits;
        this.limit = systems.rateLimit(system).orElse(null);
        this.longestPause = systems.longestPause(system);
        this.breaker = CircuitBreaker.of(
                system,
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(OPEN)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .writableStackTraceEnabled(false)
                        .build());
        breaker.getEventPublisher().onStateTransition(event -> {
            State state = event.getStateTransition().getToState();
            if (state == State.OPEN) {
                closedUntil = clock.instant().plus(OPEN);
                LOG.warnf(
                        "System %s does not answer: it is called only once every %d s, as a trial",
                        system, OPEN.toSeconds());
            } else if (state == State.CLOSED) {
                LOG.infof("System %s answers again", system);
            }
        });
    }

    /**
     * Waits for the call's turn, and until the system may be called.
     *
     * @throws CallNotPermittedException while the circuit breaker is open
     */
    public void enter(long run) {
        if (breaker.getState() == State.OPEN && closedUntil.isAfter(clock.instant())) {
            throw CallNotPermittedException.createCallNotPermittedException(breaker); // without reserving a turn
        }
        if (limit != null) {
            Duration turn = turn();
            if (!turn.isZero()) {
                waits.await(run, system, clock.instant().plus(turn), turn.toSeconds() > 0);
            }
        }
        for (Instant until = notBefore; until.isAfter(clock.instant()); until = notBefore) {
            waits.await(run, system, until, true);
        }
        breaker.acquirePermission();
    }

    private Duration turn() {
        try {
            return shared.reserve(system, limit);
        } catch (SQLException e) {
            throw new HubFailure(e);
        }
    }

    /** Records that a call was answered, with success or an error. */
    public void answered(long nanos) {
        breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
    }

    /** Records that a call got no answer, as the system is away. */
    public void away(long nanos, Throwable how) {
        breaker.onError(nanos, TimeUnit.NANOSECONDS, how);
    }

    /** Records that a call was not sent. */
    public void left() {
        breaker.releasePermission();
    }

    /** Starts a pause that the system asked for: at once for this process, within a second for the others. */
    public void pause(Duration asked) {
        Duration pause = asked.compareTo(longestPause) > 0 ? longestPause : asked;
        if (isPausedFor(pause)) {
            return;
        }
        leaveAlone(pause);
        try {
            shared.ask(system, pause);
        } catch (SQLException e) {
            LOG.infof(
                    "Other processes could not be informed of the pause that %s asked for: %s", system, e.getMessage());
        }
    }

    /** Makes calls wait until the end of the pause, unless they wait longer already. */
    synchronized void leaveAlone(Duration pause) {
        Instant until = clock.instant().plus(pause);
        if (until.isAfter(notBefore)) {
            notBefore = until;
        }
    }

    /** Compares to the second, as answers to concurrent calls ask for the same pause. */
    private boolean isPausedFor(Duration pause) {
        return clock.instant().plus(pause).isBefore(notBefore.plusSeconds(1));
    }

    /** Returns how the circuit breaker of this process stands. */
    public GateState state() {
        State state = breaker.getState();
        Instant trial = state == State.OPEN && closedUntil.isAfter(clock.instant()) ? closedUntil : null;
        return new GateState(state == State.OPEN || state == State.HALF_OPEN, trial);
    }

    /** Returns when the next call may be made, as far as is known; empty if at once. */
    public Optional<Instant> opens() {
        Instant now = clock.instant();
        Instant breakerOpens = breaker.getState() == State.OPEN
                ? closedUntil
                : breaker.getState() == State.HALF_OPEN ? now.plusMillis(500) : now;
        Instant opens = breakerOpens.isAfter(notBefore) ? breakerOpens : notBefore;
        return opens.isAfter(now) ? Optional.of(opens) : Optional.empty();
    }
}
