package dev.syncline.run;

import dev.syncline.duty.Duties;
import dev.syncline.duty.Duty;
import dev.syncline.system.LostConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.spi.CamelEvent.CamelContextStartedEvent;
import org.apache.camel.spi.CamelEvent.CamelContextStoppedEvent;
import org.jboss.logging.Logger;
import org.quartz.SchedulerException;

/** Renews the leases of this process's runs, and has runs begun again that nobody carries out any more. */
@ApplicationScoped
class Takeover {
    private static final Logger LOG = Logger.getLogger(Takeover.class);
    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(2);

    private final RunLeases leases;
    private final Dispatcher dispatcher;
    private final Lease lease;
    private final Handover handover;
    private final Replicas replicas;
    private final LeftOvers leftOvers;
    private final Clock clock;
    private final Duties duties;
    private Duty duty;
    /** None at first: an order that came before the routes were there has no trigger. */
    private Duration queuedFor = Duration.ZERO;

    private Instant nextLookForLeftOvers = Instant.MIN;

    Takeover(
            RunLeases leases,
            Dispatcher dispatcher,
            Lease lease,
            Handover handover,
            Replicas replicas,
            LeftOvers leftOvers,
            Clock clock,
            Duties duties) {
        this.leases = leases;
        this.dispatcher = dispatcher;
        this.lease = lease;
        this.handover = handover;
        this.replicas = replicas;
        this.leftOvers = leftOvers;
        this.clock = clock;
        this.duties = duties;
    }

    void start(@Observes CamelContextStartedEvent event) {
        long interval = Math.min(lease.length().toMillis() / 6, LONGEST_INTERVAL.toMillis());
        duty = duties.repeat("leases", Duration.ofMillis(interval / 5), Duration.ofMillis(interval), this::tick);
    }

    /** Not before: pages that are being finished need their leases. */
    void stop(@Observes CamelContextStoppedEvent event) {
        if (duty != null) {
            duty.stop();
        }
    }

    private void tick() throws SQLException, SchedulerException {
        leases.renew();
        if (!handover.hasBegun()) {
            for (Run run : leases.abandoned(queuedFor)) {
                goOn(run);
            }
            queuedFor = lease.length().dividedBy(6);
            lookForLeftOvers();
        }
    }

    private void goOn(Run run) throws SQLException {
        try {
            if (run.owner != null) {
                replicas.report(run.owner, run.leaseUntil);
            }
            if (dispatcher.dispatch(run)) {
                LOG.infof("Run %d of %s is nobody's: it goes on here or elsewhere", run.id, run.route);
            }
        } catch (SQLException | RuntimeException e) {
            if (LostConnection.isMissing(e)) {
                throw e; // leases come first, and each of the other runs would wait for a connection
            }
            LOG.warnf("Run %d of %s is not taken over now, tried again soon: %s", run.id, run.route, e.getMessage());
        }
    }

    private void lookForLeftOvers() throws SQLException, SchedulerException {
        Instant now = clock.instant();
        if (now.isAfter(nextLookForLeftOvers)) {
            leftOvers.remove();
            nextLookForLeftOvers = now.plus(lease.length());
        }
    }
}
