package dev.syncline.reconcile;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.Dependent;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** The Quartz job that executes a reconciliation, in the process that Quartz chooses. */
@Dependent
@RegisterForReflection
public class ReconcileJob implements Job {
    static final String ID = "reconciliation";

    private final Reconciler reconciler;

    ReconcileJob(Reconciler reconciler) {
        this.reconciler = reconciler;
    }

    @Override
    public void execute(JobExecutionContext context) {
        reconciler.carryOut(Long.parseLong(context.getMergedJobDataMap().getString(ID)));
    }
}
