package dev.syncline.run;

import dev.syncline.record.Audit;
import dev.syncline.record.RetryLine;
import dev.syncline.record.RouteNumbers;
import dev.syncline.record.reason.RunReasons;
import dev.syncline.work.WorkKind;
import jakarta.enterprise.context.ApplicationScoped;
import org.quartz.JobKey;
import org.quartz.TriggerKey;

/** Runs, as work items. Their job is the one that Camel makes for the route, which its schedule fires, too. */
@ApplicationScoped
public class RunKind implements WorkKind<Run> {
    static final String JOB_GROUP = "syncline";
    static final String DEEP_GROUP = JOB_GROUP + "-deep";
    static final String RUN_ID = "runId";

    private final Audit audit;
    private final RetryLine line;
    private final RouteNumbers numbers;
    private final RunReasons reasons;

    RunKind(Audit audit, RetryLine line, RouteNumbers numbers, RunReasons reasons) {
        this.reasons = reasons;
        this.audit = audit;
        this.line = line;
        this.numbers = numbers;
    }

    @Override
    public Class<Run> type() {
        return Run.class;
    }

    @Override
    public String table() {
        return "sync_run";
    }

    @Override
    public String name() {
        return "RUN";
    }

    @Override
    public String noun() {
        return "Run";
    }

    @Override
    public JobKey job(Run run) {
        return new JobKey(run.route, JOB_GROUP);
    }

    @Override
    public TriggerKey trigger(Run run, long part) {
        return new TriggerKey(run.route + "-" + part, JOB_GROUP + "-runs");
    }

    @Override
    public String dataKey() {
        return RUN_ID;
    }

    @Override
    public void cancelled(Run run, String who) {
        audit.write(who, "cancel", run.route, "run " + run.id);
    }

    /** Records that are still in line for a retry get their former status back; why others were kept back is recorded. */
    @Override
    public void ending(Run run) {
        if (run.trigger == Trigger.RETRY) {
            line.leave(numbers.of(run.route));
        }
        if (!run.dryRun && run.failed + run.blocked + run.onHold > 0) {
            reasons.keep(run.id, numbers.of(run.route));
        }
    }
}
