package dev.syncline.reconcile;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "reconciliation-leases");
        thread.setDaemon(true);
        return thread;
    });

    ReconciliationDispatcher(Scheduler scheduler, ReconciliationLife life, ReconciliationLease lease) {
        this.scheduler = scheduler;
        this.life = life;
        this.lease = lease;
    }

    void start(@Observes CamelContextStartedEvent event) {
        long interval = lease.length().toMillis() / 6;
        timer.scheduleWithFixedDelay(this::tick, interval / 5, interval, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdown();
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

    private void tick() {
        try {
            life.renewLeases();
            for (Reconciliation found : life.abandoned()) {
                LOG.infof("Reconciliation %d of %s is nobody's: it goes on here or elsewhere", found.id, found.route);
                dispatch(found);
            }
        } catch (RuntimeException e) {
            LOG.warnf("Leases of reconciliations could not be renewed, tried again soon: %s", e.getMessage());
        }
    }
}
