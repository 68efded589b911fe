package dev.syncline.reconcile;

import dev.syncline.record.Audit;
import dev.syncline.run.RunKind;
import dev.syncline.work.WorkItems;
import dev.syncline.work.WorkKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.camel.spi.CamelEvent.CamelContextRoutesStartingEvent;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;

/** Reconciliations as work items. One Quartz job executes all of them. */
@ApplicationScoped
class ReconciliationKind implements WorkKind<Reconciliation> {
    private static final String GROUP = "syncline-reconciliations";
    private static final JobKey JOB = new JobKey("reconcile", GROUP);

    private final Scheduler scheduler;
    private final Audit audit;
    private final WorkItems items;
    private final RunKind runs;
    private final ReconciliationSlots slots;

    ReconciliationKind(Scheduler scheduler, Audit audit, WorkItems items, RunKind runs, ReconciliationSlots slots) {
        this.scheduler = scheduler;
        this.audit = audit;
        this.items = items;
        this.runs = runs;
        this.slots = slots;
    }

    void addJob(@Observes CamelContextRoutesStartingEvent event) throws SchedulerException {
        scheduler.addJob(
                JobBuilder.newJob(ReconcileJob.class)
                        .withIdentity(JOB)
                        .storeDurably()
                        .build(),
                true);
    }

    @Override
    public Class<Reconciliation> type() {
        return Reconciliation.class;
    }

    @Override
    public String table() {
        return "sync_reconciliation";
    }

    @Override
    public String name() {
        return "RECONCILIATION";
    }

    @Override
    public String noun() {
        return "Reconciliation";
    }

    @Override
    public JobKey job(Reconciliation reconciliation) {
        return JOB;
    }

    @Override
    public TriggerKey trigger(Reconciliation reconciliation, long part) {
        return new TriggerKey(Long.toString(part), GROUP);
    }

    @Override
    public String dataKey() {
        return ReconcileJob.ID;
    }

    @Override
    public int room() {
        return slots.left();
    }

    /** Also cancels the run that sends its differences. */
    @Override
    public void cancelled(Reconciliation reconciliation, String who) {
        audit.write(who, "cancel", reconciliation.route, "reconciliation " + reconciliation.id);
        if (reconciliation.isWaitingForRepair()) {
            items.cancel(runs, reconciliation.repairRun, who);
        }
    }
}
