package dev.syncline.health;

import dev.syncline.route.SyncRoute;
import dev.syncline.run.RouteProgress.Active;
import dev.syncline.run.RouteProgress.Progress;
import dev.syncline.run.RouteStates.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The health of a route at a moment, compared with its schedule.
 *
 * @param dueSince the first time of its schedule without a run; null if it is not overdue
 * @param waitedLately whether its active run waited for its target within the last minutes, as it retries between waits
 * @param oldest the oldest acceptable time of its last success and its watermark, four times of its schedule ago; null
 *     if its schedule is off, or has been on for less
 */
public record RouteHealth(
        SyncRoute route,
        State state,
        Progress progress,
        Instant dueSince,
        Instant oldest,
        boolean waitedLately,
        Instant now) {
    /** A schedule with shorter intervals is overdue only after this time. */
    private static final Duration SHORTEST_OVERDUE = Duration.ofMinutes(5);

    private static final Duration SHORTEST_ALLOWED = Duration.ofMinutes(15);

    static RouteHealth of(
            SyncRoute route, State state, Progress progress, boolean waitedLately, FireTimes schedules, Instant now) {
        Instant since = progress.scheduledSince() != null ? progress.scheduledSince() : progress.lastRan();
        if (!route.isScheduled() && !route.isScheduledDeep() || progress.paused() || since == null) {
            return new RouteHealth(route, state, progress, null, null, waitedLately, now);
        }
        Active active = progress.active();
        boolean isRunning = active != null && !active.isQueued();
        // During a run there cannot be a newer success, so its age when that run began counts.
        List<Instant> fires = schedules.last(route, isRunning ? active.startedAt() : now);
        Instant dueSince = null;
        if (!isRunning && fires.size() > 1) {
            Instant due = schedules.next(route, latest(progress.lastRan(), since));
            boolean isTwice = due != null && !due.isAfter(fires.get(1));
            dueSince = isTwice && !due.isAfter(now.minus(SHORTEST_OVERDUE)) ? due : null;
        }
        Instant oldest = null;
        if (fires.size() == 4 && since.isBefore(fires.get(3))) {
            Instant allowed = now.minus(SHORTEST_ALLOWED);
            oldest = fires.get(3).isBefore(allowed) ? fires.get(3) : allowed;
        }
        return new RouteHealth(route, state, progress, dueSince, oldest, waitedLately, now);
    }

    private static Instant latest(Instant ran, Instant since) {
        return ran == null || ran.isBefore(since) ? since : ran;
    }

    public Freshness freshness() {
        Active active = progress.active();
        if (active != null && !active.isQueued()) {
            return Freshness.RUNNING;
        } else if (progress.paused() && isScheduled()) {
            return Freshness.PAUSED;
        } else if (progress.failedInRow() > 0) {
            return Freshness.FAILING;
        } else if (dueSince != null || hasNoSuccess()) {
            return Freshness.LATE;
        }
        return isScheduled() ? Freshness.ON_TIME : Freshness.ON_DEMAND;
    }

    private boolean isScheduled() {
        return route.isScheduled() || route.isScheduledDeep();
    }

    /** Returns whether its active run is waiting for its target, in a process that is alive. */
    public boolean isWaiting() {
        Active active = progress.active();
        return waitedLately
                && active.leaseUntil() != null
                && active.leaseUntil().isAfter(now);
    }

    /** Returns how long its active run has made no progress; zero if it has no active run. */
    Duration idle() {
        Active active = progress.active();
        return active == null || active.idleSince() == null ? Duration.ZERO : Duration.between(active.idleSince(), now);
    }

    boolean hasNoSuccess() {
        return isTooOld(state.lastSuccess());
    }

    boolean hasOldWatermark() {
        return route.windowed() && isTooOld(state.watermark());
    }

    private boolean isTooOld(Instant time) {
        return oldest != null && time != null && time.isBefore(oldest);
    }

    long records() {
        return state.records().all();
    }
}
