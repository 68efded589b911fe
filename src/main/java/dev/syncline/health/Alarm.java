package dev.syncline.health;

import dev.syncline.run.RouteProgress.Active;
import java.util.Objects;

/**
 * The conditions of a route that a person should look at. Each raises a notice, and an alert in {@code
 * k8s/base/alerts.yaml}.
 */
enum Alarm {
    DID_NOT_RUN {
        @Override
        String text(RouteHealth standing, AlarmLimits limits) {
            return standing.dueSince() == null
                    ? null
                    : "Its schedule, " + standing.route().watchedSchedule()
                            + ", was due more than once, and no run has begun since it was due at "
                            + standing.dueSince()
                            + ". Check that pods are running and that their log names the route, then run it";
        }
    },
    RUN_STUCK {
        @Override
        String text(RouteHealth standing, AlarmLimits limits) {
            Active run = standing.progress().active();
            if (standing.isWaiting() || standing.idle().compareTo(limits.stuckAfter()) <= 0) {
                return null;
            }
            String what = run.isQueued()
                    ? " is queued since " + run.idleSince() + ", and no process has begun it"
                    : run.leaseUntil() == null || run.leaseUntil().isBefore(standing.now())
                            ? " has had no owner since " + Objects.requireNonNullElse(run.leaseUntil(), run.idleSince())
                                    + ", and no process has taken it over"
                            : " has made no progress since " + run.idleSince()
                                    + (run.resumed() == 0 ? "" : ", resumed " + run.resumed() + " times");
            return "Run " + run.id() + what
                    + ". The log shows what it is doing; cancel it so that the next run can begin";
        }
    },
    WAITS_LONG {
        @Override
        String text(RouteHealth standing, AlarmLimits limits) {
            return standing.isWaiting() && standing.idle().compareTo(limits.waitsLongAfter()) > 0
                    ? "Run " + standing.progress().active().id() + " waits for its target, "
                            + standing.route().target() + ", since "
                            + standing.progress().active().idleSince()
                            + ": its answers keep asking for a pause. Ask the operators of that system"
                    : null;
        }
    },
    RUNS_FAIL {
        @Override
        String text(RouteHealth standing, AlarmLimits limits) {
            return standing.progress().failedInRow() < limits.failedRuns()
                    ? null
                    : "Its latest runs all ended as FAILED or BLOCKED, the last one with: "
                            + standing.progress().lastReason();
        }
    },
    NO_SUCCESS {
        @Override
        String text(RouteHealth standing, AlarmLimits limits) {
            return standing.hasNoSuccess()
                    ? "Its last success was at " + standing.state().lastSuccess()
                            + ", more than four times of its schedule ago. Its runs say why"
                    : null;
        }
    },
    WATERMARK_TOO_OLD {
        @Override
        String text(RouteHealth standing, AlarmLimits limits) {
            return standing.hasOldWatermark() && !standing.hasNoSuccess()
                    ? "Its runs succeed, and its watermark stands at "
                            + standing.state().watermark() + ". Check the clock of "
                            + standing.route().source()
                            + ", and whether its runs are over a range only"
                    : null;
        }
    },
    RECORDS_FAIL {
        @Override
        String text(RouteHealth standing, AlarmLimits limits) {
            long failed = standing.state().records().failed();
            return failed > limits.failedRecords() && failed * 100.0 > standing.records() * limits.failedPercent()
                    ? "More than " + limits.failedPercent() + " % of its records are FAILED. Their reasons are in"
                            + " /api/records?status=FAILED&route="
                            + standing.route().id()
                    : null;
        }
    };

    /**
     * Returns the text of the notice, which stays the same while the condition lasts; null if the route is not in it.
     */
    abstract String text(RouteHealth standing, AlarmLimits limits);
}
