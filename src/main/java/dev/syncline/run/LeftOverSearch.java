package dev.syncline.run;

import dev.syncline.duty.Duties;
import dev.syncline.duty.Duty;
import dev.syncline.work.HeldLeases;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.camel.spi.CamelEvent.CamelContextStartedEvent;
import org.apache.camel.spi.CamelEvent.CamelContextStoppingEvent;

/** Looks for left-overs once per lease. */
@ApplicationScoped
class LeftOverSearch {
    private final LeftOvers leftOvers;
    private final HeldLeases leases;
    private final Duties duties;
    private Duty duty;

    LeftOverSearch(LeftOvers leftOvers, HeldLeases leases, Duties duties) {
        this.leftOvers = leftOvers;
        this.leases = leases;
        this.duties = duties;
    }

    void start(@Observes CamelContextStartedEvent event) {
        duty = duties.repeat("left-overs", leases.length().dividedBy(6), leases.length(), leftOvers::remove);
    }

    void stop(@Observes CamelContextStoppingEvent event) {
        if (duty != null) {
            duty.stop();
        }
    }
}
