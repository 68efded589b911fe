package dev.syncline.reconcile;

import dev.syncline.duty.Duties;
import dev.syncline.duty.Duty;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.apache.camel.spi.CamelEvent.CamelContextStartedEvent;
import org.jboss.logging.Logger;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;

/**
 * Hands reconciliations to Quartz, which decides what process carries them out; renews the leases of this process's
 * own, and hands out again those that nobody carries out any more.
 */
@ApplicationScoped
class ReconciliationDispatcher {
    private static final Logger LOG = Logger.getLogger(ReconciliationDispatcher.class);
    private static final String GROUP = "syncline-reconciliations";

    private final Scheduler scheduler;
    private final ReconciliationLife life;
    private final ReconciliationLease lease;
    private final ReconciliationSlots slots;
    private final Duties duties;
    private Duty duty;

    ReconciliationDispatcher(
            Scheduler scheduler,
            ReconciliationLife life,
            ReconciliationLease lease,
            ReconciliationSlots slots,
            Duties duties) {
        this.slots = slots;
        this.scheduler = scheduler;
        this.life = life;
        this.lease = lease;
        this.duties = duties;
    }

    void start(@Observes CamelContextStartedEvent event) {
        long interval = lease.length().toMillis() / 6;
        duty = duties.repeat(
                "reconciliation-leases", Duration.ofMillis(interval / 5), Duration.ofMillis(interval), this::tick);
    }

    void stop(@Observes ShutdownEvent event) {
        if (duty != null) {
            duty.stop();
        }
    }

    /** Has it begun as soon as a process is free. To be called when its row is committed. */
    void dispatch(Reconciliation reconciliation) {
        String id = Long.toString(reconciliation.id);
        try {
            scheduler.deleteJob(new JobKey(id, GROUP)); // one that was handed out before, and lost
            scheduler.scheduleJob(
                    JobBuilder.newJob(ReconcileJob.class)
                            .withIdentity(id, GROUP)
                            .usingJobData(ReconcileJob.ID, id)
                            .build(),
                    TriggerBuilder.newTrigger()
                            .withIdentity(id, GROUP)
                            .startNow()
                            .build());
        } catch (SchedulerException e) {
            LOG.warnf(
                    "Reconciliation %d is queued, but the scheduler does not take it now, it is tried again: %s",
                    reconciliation.id, e.getMessage());
        }
    }

    /** Hands out those that nobody carries out, as many as this process has room for. */
    void dispatchNext() {
        life.abandoned().stream().limit(slots.left()).forEach(found -> {
            LOG.infof("Reconciliation %d of %s is nobody's: it goes on here or elsewhere", found.id, found.route);
            dispatch(found);
        });
    }

    private void tick() {
        life.renewLeases();
        dispatchNext();
    }
}
