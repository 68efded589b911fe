package dev.syncline.run;

import dev.syncline.page.RunContext;
import dev.syncline.record.Counts;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What runs count: {@code syncline_runs_total}, {@code syncline_run_seconds}, {@code syncline_records_total}. */
@ApplicationScoped
class RunMetrics {
    private final MeterRegistry meters;

    RunMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void page(RunContext run, Counts counts) {
        if (!run.dryRun()) {
            count(run, "created", counts.created());
            count(run, "updated", counts.updated());
            count(run, "unchanged", counts.unchanged());
            count(run, "deleted", counts.deleted());
            count(run, "failed", counts.failed());
            count(run, "blocked", counts.blocked());
            count(run, "on_hold", counts.onHold());
        }
    }

    private void count(RunContext run, String action, long records) {
        meters.counter("syncline.records", "route", run.route().id(), "action", action)
                .increment(records);
    }

    void ended(Run run) {
        meters.counter("syncline.runs", "route", run.route, "status", run.status.name())
                .increment();
        if (run.startedAt != null) {
            meters.timer("syncline.run", "route", run.route).record(Duration.between(run.startedAt, run.finishedAt));
        }
    }
}
