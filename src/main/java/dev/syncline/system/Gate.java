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
 * What this process knows of a system that it calls: its circuit breaker, until when it wants to be left alone, and its
 * limits. The breaker opens when half of the last calls came to nothing, and lets one call through after a pause.
 */
final class Gate {
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
                LOG.warnf("System %s does not answer: no calls to it but a trial every %d s", system, OPEN.toSeconds());
            } else if (state == State.CLOSED) {
                LOG.infof("System %s answers again", system);
            }
        });
    }

    /**
     * Waits for its turn, and until the system may be called.
     *
     * @throws CallNotPermittedException while the circuit breaker is open
     */
    void enter(long run) {
        if (breaker.getState() == State.OPEN && closedUntil.isAfter(clock.instant())) {
            throw CallNotPermittedException.createCallNotPermittedException(breaker); // takes no place in line
        }
        if (limit != null) {
            Duration turn = turn();
            if (!turn.isZero()) {
                waits.await(run, clock.instant().plus(turn), turn.toSeconds() > 0);
            }
        }
        for (Instant until = notBefore; until.isAfter(clock.instant()); until = notBefore) {
            waits.await(run, until, true);
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

    /** A call was answered, well or not. */
    void answered(long nanos) {
        breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
    }

    /** A call came to nothing: the system is away. */
    void away(long nanos, Throwable how) {
        breaker.onError(nanos, TimeUnit.NANOSECONDS, how);
    }

    /** A call did not go out. */
    void left() {
        breaker.releasePermission();
    }

    /** The system asks to be left alone: by this process at once, by the others within a second. */
    void pause(Duration asked) {
        Duration pause = asked.compareTo(longestPause) > 0 ? longestPause : asked;
        if (isPausedFor(pause)) {
            return;
        }
        leaveAlone(pause);
        try {
            shared.ask(system, pause);
        } catch (SQLException e) {
            LOG.infof("Other processes do not hear that %s wants a pause: %s", system, e.getMessage());
        }
    }

    /** The system has asked this process, or another one. */
    synchronized void leaveAlone(Duration pause) {
        Instant until = clock.instant().plus(pause);
        if (until.isAfter(notBefore)) {
            notBefore = until;
        }
    }

    /** Within a second: answers that come together say the same. */
    private boolean isPausedFor(Duration pause) {
        return clock.instant().plus(pause).isBefore(notBefore.plusSeconds(1));
    }

    /** When the next call may be tried, as far as is known now; empty for at once. */
    Optional<Instant> opens() {
        Instant now = clock.instant();
        Instant breakerOpens = breaker.getState() == State.OPEN
                ? closedUntil
                : breaker.getState() == State.HALF_OPEN ? now.plusMillis(500) : now;
        Instant opens = breakerOpens.isAfter(notBefore) ? breakerOpens : notBefore;
        return opens.isAfter(now) ? Optional.of(opens) : Optional.empty();
    }
}
