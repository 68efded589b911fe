package dev.syncline.run;

import dev.syncline.page.Depth;
import dev.syncline.page.RouteKeys;
import dev.syncline.record.RetryLine.Selection;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.work.Dispatcher;
import dev.syncline.work.WorkItems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;

/** Takes orders for runs: writes them down, and hands them to the dispatcher. */
@ApplicationScoped
public class RunOrders {
    /** Who places runs for children whose parent came. */
    static final String RELEASE = "release";

    /** How long a trigger waits for an active run to end. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How often a route may turn out to be busy with another run than before. */
    private static final int ATTEMPTS = 3;

    private static final Logger LOG = Logger.getLogger(RunOrders.class);

    private final NewRuns newRuns;
    private final RunKind kind;
    private final WorkItems items;
    private final Retries retries;
    private final RunQueries runs;
    private final Catalog catalog;
    private final Prerequisites prerequisites;
    private final Dispatcher dispatcher;
    private final RouteKeys keys;

    RunOrders(
            NewRuns newRuns,
            RunKind kind,
            WorkItems items,
            Retries retries,
            RunQueries runs,
            Catalog catalog,
            Prerequisites prerequisites,
            Dispatcher dispatcher,
            RouteKeys keys) {
        this.newRuns = newRuns;
        this.kind = kind;
        this.items = items;
        this.retries = retries;
        this.runs = runs;
        this.catalog = catalog;
        this.prerequisites = prerequisites;
        this.dispatcher = dispatcher;
        this.keys = keys;
    }

    /**
     * Queues a run. Without its prerequisites, one whose prerequisites are not there is BLOCKED at once; with them, they
     * are queued before it.
     *
     * @throws RouteBusy when the route has an active run
     */
    public Run place(RunRequest asked, boolean withPrerequisites) {
        SyncRoute route = catalog.get(asked.route());
        RunRequest request = asked.keys() == null ? asked : asked.forKeys(keys.meant(route, asked.keys()));
        vacate(route.id(), request.requestedBy());
        Long after = null;
        Run first = null;
        if (withPrerequisites) {
            for (SyncRoute prerequisite : catalog.prerequisitesOf(route)) {
                Run queued = activeOf(prerequisite.id()).orElse(null);
                if (queued == null) {
                    queued = order(request.forRoute(prerequisite.id()), after, null);
                    if (first == null && after == null) {
                        first = queued;
                    }
                }
                after = queued.id;
            }
        }
        String missing = withPrerequisites || request.trigger() == Trigger.RETRY
                ? null
                : prerequisites.missing(route).orElse(null);
        Run run = order(request, after, missing);
        if (first != null) {
            dispatcher.dispatch(kind, first);
        }
        if (after == null && !run.status.isFinal()) {
            dispatcher.dispatch(kind, run);
        }
        return run;
    }

    /**
     * Queues a run, or has one over what changed follow the route's active one as soon as that is over.
     *
     * @return empty where it follows
     */
    public Optional<Run> placeOrFollow(RunRequest request) {
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                return Optional.of(place(request, false));
            } catch (RouteBusy e) {
                if (e.activeRun() != null
                        && newRuns.follow(e.activeRun(), request.trigger(), request.requestedBy(), request.depth())) {
                    return Optional.empty();
                }
            }
        }
        LOG.warnf(
                "Route %s was busy again and again: what %s asked for waits for its next run over changes",
                request.route(), request.requestedBy());
        return Optional.empty();
    }

    /**
     * Queues a run once the active one is over.
     *
     * @throws RouteBusy when that takes longer than ten seconds; then a run over what changed follows it
     */
    public Run placeSoon(RunRequest request) {
        for (int i = 1; ; i++) {
            try {
                return place(request, false);
            } catch (RouteBusy e) {
                if (i == ATTEMPTS || e.activeRun() != null && !isOverSoon(e.activeRun())) {
                    return placeOrFollow(request).orElseThrow(() -> e);
                }
            }
        }
    }

    /** Queues the run that was asked for while this one went on. */
    void placeNext(Run ended) {
        try {
            Depth depth = ended.nextDepth == null ? Depth.SHALLOW : Depth.valueOf(ended.nextDepth);
            placeOrFollow(new RunRequest(
                    ended.route, ended.nextTrigger, ended.nextBy, RunRequest.range(depth), null, depth, false, null));
        } catch (RuntimeException e) {
            LOG.warnf("What %s asked for waits for the next run of %s: %s", ended.nextBy, ended.route, e.getMessage());
        }
    }

    /**
     * The schedule's run: queued, or BLOCKED when a prerequisite is not there.
     *
     * @param due the time of the schedule
     * @throws RouteBusy when the route has an active run, or had one for that time
     */
    Run placeScheduled(SyncRoute route, Instant due, Depth depth) {
        return create(
                RunRequest.scheduled(route.id(), depth),
                null,
                prerequisites.missing(route).orElse(null),
                due);
    }

    /**
     * Queues a run for the records that are wanted; they are IN_PROGRESS until it comes to them.
     *
     * @param payload what to send in the stead of the one record that is wanted; null for what the source has
     * @throws RouteBusy when the route has an active run
     * @throws NothingToRetry when no record is what is wanted
     */
    public Run retry(String route, Selection wanted, String payload, String who) {
        vacate(route, who);
        try {
            Run run = retries.write(route, wanted, payload, who);
            dispatcher.dispatch(kind, run);
            return run;
        } catch (ConstraintViolationException e) {
            throw busy(route);
        }
    }

    /** Queues a run for the children of the route whose parent came; nothing where one is active, which sees to them. */
    void placeRelease(SyncRoute route) {
        try {
            dispatcher.dispatch(kind, newRuns.createRelease(route.id()));
        } catch (ConstraintViolationException e) {
            // the active run, or the end of it, comes to them
        }
    }

    /** Whether an active run is over now: one for children whose parent came stands back for any other, which does both. */
    boolean makesWay(Run active, String who) {
        if (!active.isRelease() || who.equals(RunRequest.SCHEDULE) && !active.queued) {
            return false;
        }
        items.cancelUnaudited(kind, active.id, who);
        return isOverSoon(active.id);
    }

    private boolean isOverSoon(long run) {
        return runs.follow(run)
                        .filter(seen -> seen.status.isFinal())
                        .toUni()
                        .ifNoItem()
                        .after(PATIENCE)
                        .recoverWithItem((Run) null)
                        .await()
                        .indefinitely()
                != null;
    }

    private void vacate(String route, String who) {
        Optional<Run> active = activeOf(route);
        if (active.isPresent() && !makesWay(active.get(), who)) {
            throw new RouteBusy(route, active.get().id);
        }
    }

    private RouteBusy busy(String route) {
        return new RouteBusy(route, activeOf(route).map(run -> run.id).orElse(null));
    }

    private Run order(RunRequest request, Long after, String blocked) {
        try {
            return newRuns.order(request, after, blocked);
        } catch (ConstraintViolationException e) {
            throw busy(request.route());
        }
    }

    private Run create(RunRequest request, Long after, String blocked, Instant due) {
        try {
            return newRuns.create(request, after, blocked, due);
        } catch (ConstraintViolationException e) {
            throw busy(request.route());
        }
    }

    /** The run of that depth for that time of the route's schedule; there is one when Quartz repeats a fire after a crash. */
    @Transactional(rollbackOn = Exception.class)
    Optional<Run> ofFire(String route, Instant due, Depth depth) {
        return due == null ? Optional.empty() : Run.ofFire(route, due, depth);
    }

    @Transactional(rollbackOn = Exception.class)
    Optional<Run> activeOf(String route) {
        return Run.activeOf(route);
    }
}
