package dev.syncline.system.outage;

import dev.syncline.system.CallWaits;
import dev.syncline.system.Gates;
import dev.syncline.system.SystemAway;
import dev.syncline.system.Systems;
import dev.syncline.system.outage.CallState.Outage;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.core.IntervalFunction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;

/** Waits while a system is away, for at most its {@code patience}; {@code errors.camel.yaml} calls this. */
@ApplicationScoped
@Named("outages")
@RegisterForReflection
public class RetryAfterOutage implements Predicate {
    /** How often a call that a system breaks on is repeated as it is. */
    private static final int MOST_REPEATS = 4;

    /** Half a second, doubled each time up to ten seconds, with 50 percent of jitter. */
    private static final IntervalFunction BACK_OFF =
            IntervalFunction.ofExponentialRandomBackoff(500L, 2.0, 0.5, 10_000L);

    private final Gates gates;
    private final Systems systems;
    private final CallWaits waits;
    private final Clock clock;

    public RetryAfterOutage(Gates gates, Systems systems, CallWaits waits, Clock clock) {
        this.gates = gates;
        this.systems = systems;
        this.waits = waits;
        this.clock = clock;
    }

    /**
     * Marks the calls that the exchange makes from now on as calls of that run to that system, without a failure so
     * far.
     */
    public void begin(Exchange exchange, String system, long run) {
        SystemCaller.of(exchange).calls().begin(system, run);
    }

    /**
     * Waits until the failed call may be repeated.
     *
     * @return whether to repeat it; false if it must not be repeated as it is
     * @throws SystemAway if the system has been away for too long
     */
    @Override
    public boolean matches(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (failure instanceof SystemAway away) {
            throw away; // Camel calls this again for an exception that was thrown here
        }
        CallState calls = SystemCaller.of(exchange).calls();
        String system = calls.system();
        Instant now = clock.instant();
        Outage outage = calls.failed(now, failure);
        Duration patience = systems.patience(system);
        Instant tried =
                failure instanceof CallNotPermittedException ? now : now.plusMillis(BACK_OFF.apply(outage.times()));
        Instant opens = gates.of(system).opens().orElse(tried);
        try {
            if (now.isAfter(outage.since().plus(patience))) {
                throw new SystemAway(system, patience, outage.last());
            }
            waits.await(calls.run(), system, opens.isAfter(tried) ? opens : tried, true);
            if (calls.isUnrepeatable()) {
                calls.waitedOut();
                return false;
            }
            return true;
        } catch (RuntimeException e) {
            exchange.setProperty(
                    Exchange.EXCEPTION_CAUGHT, e); // Camel would report the failure instead of this exception
            throw e;
        }
    }

    /** Whether a call that the system breaks on is repeated as it is: not a part of a batch, and only some times. */
    public boolean repeatsBroken(Exchange exchange) {
        CallState calls = SystemCaller.of(exchange).calls();
        // Of the message as it was sent: what came back of it has no counter.
        Integer times = exchange.getIn().getHeader(Exchange.REDELIVERY_COUNTER, Integer.class);
        return !calls.isPart() && !calls.isUnrepeatable() && times != null && times <= MOST_REPEATS;
    }

    /** Whether a call that the system breaks on is made again with less. */
    public boolean dividesBroken(Exchange exchange) {
        return SystemCaller.of(exchange).dividesBroken();
    }

    /** Whether a call that the system refuses for what is in it is made again with less. */
    public boolean dividesRefused(Exchange exchange) {
        return SystemCaller.of(exchange).dividesRefused();
    }

    /** Whether the call that failed must not be repeated as it is, and was waited out: its route continues. */
    public boolean isWaitedOut(Exchange exchange) {
        return SystemCaller.of(exchange).calls().isWaitedOut();
    }

    /** The call that is about to be made must not be repeated as it is: after the wait its route does what is due before. */
    public void mustNotBeRepeated(Exchange exchange) {
        SystemCaller.of(exchange).calls().mustNotBeRepeated();
    }

    /** Returns whether the last call, or one that it repeats, got no answer, so that it may have had its effect. */
    public boolean hasFailed(Exchange exchange) {
        return SystemCaller.of(exchange).calls().hasFailed();
    }

    /**
     * Returns whether the call that must not be repeated failed, and the wait is over; drops the caught exception then.
     */
    public boolean wasWaitedOut(Exchange exchange) {
        boolean was = SystemCaller.of(exchange).calls().takeWaitedOut();
        if (was) {
            exchange.removeProperty(Exchange.EXCEPTION_CAUGHT); // it would otherwise fail the batch
        }
        return was;
    }

    /**
     * Removes and returns the exception of the last call, for routes that continue in spite of it; null if the call was
     * answered, also by a repetition: Camel keeps the exception that it caught before.
     */
    public Throwable failure(Exchange exchange) {
        Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        exchange.removeProperty(Exchange.EXCEPTION_CAUGHT); // it would otherwise fail the exchange
        Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        boolean isAnswered = status != null && status < 300; // a refusal may have left its status
        return isAnswered ? null : caught;
    }

    /** Waits before a call is repeated because its answer was not usable. */
    public void backOff(Exchange exchange, int times) {
        CallState calls = SystemCaller.of(exchange).calls();
        waits.await(calls.run(), calls.system(), clock.instant().plusMillis(BACK_OFF.apply(times)), true);
    }
}
