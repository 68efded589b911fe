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

/** Waits while a system is away, for as long as its patience lasts; called where {@code errors.camel.yaml} says so. */
@ApplicationScoped
@Named("outages")
@RegisterForReflection
public class RetryAfterOutage implements Predicate {
    /** Exchange properties: whose call it is. */
    public static final String SYSTEM = "system";

    public static final String RUN = "runId";

    /** A call that must not be repeated as it is; after the wait its route goes on, and does what is due before. */
    public static final String GOES_ALONE = "goesAlone";

    /** Such a call failed, and the wait is over. */
    private static final String WAITED_OUT = "waitedOut";

    private static final String OUTAGE = "outage";
    private static final String OUTAGE_OF_LAST = "outageOfLast";

    /** Half a second, twice as long each time, up to ten seconds; half of it more or less by chance. */
    private static final IntervalFunction BACK_OFF =
            IntervalFunction.ofExponentialRandomBackoff(500L, 2.0, 0.5, 10_000L);

    private final Gates gates;
    private final Systems systems;
    private final CallWaits waits;
    private final Clock clock;

    RetryAfterOutage(Gates gates, Systems systems, CallWaits waits, Clock clock) {
        this.gates = gates;
        this.systems = systems;
        this.waits = waits;
        this.clock = clock;
    }

    /** From now on, calls of this exchange are the run's calls to the system, and none has failed yet. */
    public void begin(Exchange exchange, String system, long run) {
        exchange.setProperty(SYSTEM, system);
        exchange.setProperty(RUN, run);
        exchange.removeProperty(OUTAGE);
    }

    /**
     * Whether the call that failed is to be tried again: waits until it may.
     *
     * @return true, but false for one that goes alone
     * @throws SystemAway when the system has been away for too long
     */
    @Override
    public boolean matches(Exchange exchange) {
        String system = exchange.getProperty(SYSTEM, String.class);
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (failure instanceof SystemAway away) {
            throw away; // Camel asks again of what was thrown here
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
                    Exchange.EXCEPTION_CAUGHT, e); // Camel would tell of the failure, not of what came of it
            throw e;
        }
    }

    /** The call that is about to be made goes alone; it goes on with the patience that the last one left. */
    public void goesAlone(Exchange exchange) {
        exchange.setProperty(GOES_ALONE, true);
        exchange.setProperty(OUTAGE, exchange.removeProperty(OUTAGE_OF_LAST));
    }

    /** Whether the call that was begun last, or one that it repeats, was left without an answer: it may have had its effect. */
    public boolean hasFailed(Exchange exchange) {
        return exchange.getProperty(OUTAGE) != null;
    }

    /** Whether the call that went alone failed, and was waited out; what was caught is dropped then. */
    public boolean wasWaitedOut(Exchange exchange) {
        boolean was = exchange.removeProperty(WAITED_OUT) != null;
        if (was) {
            exchange.removeProperty(Exchange.EXCEPTION_CAUGHT); // it would fail the batch in the end
        }
        return was;
    }

    /**
     * Takes what the call that was made last failed with, where the route goes on all the same; null where it was answered,
     * if only when it was repeated: Camel keeps what it caught before.
     */
    public Throwable failure(Exchange exchange) {
        Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        exchange.removeProperty(Exchange.EXCEPTION_CAUGHT); // it would fail the exchange in the end
        Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        boolean isAnswered = status != null && status < 300; // a refusal may leave its status, too
        return isAnswered ? null : caught;
    }

    /** Waits before a call is repeated whose answer made no sense. */
    public void backOff(Exchange exchange, int times) {
        waits.await(exchange.getProperty(RUN, Long.class), clock.instant().plusMillis(BACK_OFF.apply(times)), true);
    }

    /** @param last what the system did the last time a call went out */
    private record Outage(Instant since, int times, Throwable last) {
        Outage again(Throwable failure) {
            boolean wentOut = !(failure instanceof CallNotPermittedException);
            return new Outage(since, wentOut ? times + 1 : times, wentOut || last == null ? failure : last);
        }
    }
}
