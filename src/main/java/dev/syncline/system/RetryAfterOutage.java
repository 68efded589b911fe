package dev.syncline.system;

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
    /** Exchange properties: the system that is called, and the run that calls. */
    public static final String SYSTEM = "system";

    public static final String RUN = "runId";

    /**
     * Exchange property: the call must not be repeated as it is. After the wait its route continues, and prepares the
     * call anew.
     */
    public static final String GOES_ALONE = "goesAlone";

    /** Exchange property: such a call failed, and the wait is over. */
    private static final String WAITED_OUT = "waitedOut";

    private static final String OUTAGE = "outage";
    private static final String OUTAGE_OF_LAST = "outageOfLast";

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
        exchange.setProperty(SYSTEM, system);
        exchange.setProperty(RUN, run);
        exchange.removeProperty(OUTAGE);
    }

    /**
     * Waits until the failed call may be repeated.
     *
     * @return whether to repeat it; false if it must not be repeated as it is
     * @throws SystemAway if the system has been away for too long
     */
    @Override
    public boolean matches(Exchange exchange) {
        String system = exchange.getProperty(SYSTEM, String.class);
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (failure instanceof SystemAway away) {
            throw away; // Camel calls this again for an exception that was thrown here
        }
        Instant now = clock.instant();
        Outage outage = exchange.getProperty(OUTAGE, Outage.class);
        outage = outage == null ? new Outage(now, 1, failure) : outage.again(failure);
        exchange.setProperty(OUTAGE, outage);
        Duration patience = systems.patience(system);
        Instant tried =
                failure instanceof CallNotPermittedException ? now : now.plusMillis(BACK_OFF.apply(outage.times()));
        Instant opens = gates.of(system).opens().orElse(tried);
        try {
            if (now.isAfter(outage.since().plus(patience))) {
                throw new SystemAway(system, patience, outage.last());
            }
            waits.await(exchange.getProperty(RUN, Long.class), opens.isAfter(tried) ? opens : tried, true);
            if (exchange.getProperty(GOES_ALONE, false, Boolean.class)) {
                exchange.setProperty(WAITED_OUT, true);
                exchange.setProperty(OUTAGE_OF_LAST, outage);
                return false;
            }
            return true;
        } catch (RuntimeException e) {
            exchange.setProperty(
                    Exchange.EXCEPTION_CAUGHT, e); // Camel would report the failure instead of this exception
            throw e;
        }
    }

    /** Marks the next call as one that must not be repeated as it is; it has what is left of the patience. */
    public void goesAlone(Exchange exchange) {
        exchange.setProperty(GOES_ALONE, true);
        exchange.setProperty(OUTAGE, exchange.removeProperty(OUTAGE_OF_LAST));
    }

    /** Returns whether the last call, or one that it repeats, got no answer, so that it may have had its effect. */
    public boolean hasFailed(Exchange exchange) {
        return exchange.getProperty(OUTAGE) != null;
    }

    /**
     * Returns whether the call that must not be repeated failed, and the wait is over; drops the caught exception then.
     */
    public boolean wasWaitedOut(Exchange exchange) {
        boolean was = exchange.removeProperty(WAITED_OUT) != null;
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
        waits.await(exchange.getProperty(RUN, Long.class), clock.instant().plusMillis(BACK_OFF.apply(times)), true);
    }

    /** @param last the failure of the last call that was sent */
    private record Outage(Instant since, int times, Throwable last) {
        Outage again(Throwable failure) {
            boolean wentOut = !(failure instanceof CallNotPermittedException);
            return new Outage(since, wentOut ? times + 1 : times, wentOut || last == null ? failure : last);
        }
    }
}
