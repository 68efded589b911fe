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
public class Outages implements Predicate {
    /** Exchange properties: whose call it is. */
    public static final String SYSTEM = "system";

    public static final String RUN = "runId";

    private static final String OUTAGE = "outage";

    /** Half a second, twice as long each time, up to ten seconds; half of it more or less by chance. */
    private static final IntervalFunction BACK_OFF =
            IntervalFunction.ofExponentialRandomBackoff(500L, 2.0, 0.5, 10_000L);

    private final Gates gates;
    private final Systems systems;
    private final RunWaits waits;
    private final Clock clock;

    Outages(Gates gates, Systems systems, RunWaits waits, Clock clock) {
        this.gates = gates;
        this.systems = systems;
        this.waits = waits;
        this.clock = clock;
    }

    /** From now on, calls of this exchange are the run's calls to the system, and none has failed yet. */
    void begin(Exchange exchange, String system, long run) {
        exchange.setProperty(SYSTEM, system);
        exchange.setProperty(RUN, run);
        exchange.removeProperty(OUTAGE);
    }

    /**
     * Whether the call that failed is to be tried again: waits until it may.
     *
     * @return true
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
            return true;
        } catch (RuntimeException e) {
            exchange.setProperty(
                    Exchange.EXCEPTION_CAUGHT, e); // Camel would tell of the failure, not of what came of it
            throw e;
        }
    }

    /** Waits before a call goes again whose answer made no sense. */
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
