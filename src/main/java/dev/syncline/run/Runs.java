package dev.syncline.run;

import dev.syncline.deliver.Batch;
import dev.syncline.duty.Duties;
import dev.syncline.page.Depth;
import dev.syncline.page.Drift;
import dev.syncline.page.RunContext;
import dev.syncline.page.Window;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.run.phase.ActiveRun;
import dev.syncline.run.phase.Phase;
import dev.syncline.system.SystemAway;
import dev.syncline.work.Dispatcher;
import dev.syncline.work.HandedOver;
import dev.syncline.work.Handover;
import dev.syncline.work.HeldLeases;
import dev.syncline.work.ItemPart;
import dev.syncline.work.LeaseLost;
import dev.syncline.work.Leases;
import dev.syncline.work.WorkCancelled;
import dev.syncline.work.WorkItems;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jboss.logging.Logger;
import org.quartz.JobDataMap;
import org.quartz.Scheduler;

/** Begins and ends the runs of a route, as its schedule or somebody asks. */
@ApplicationScoped
@Named("runs")
@RegisterForReflection
public class Runs {
    private static final Logger LOG = Logger.getLogger(Runs.class);

    private final Catalog catalog;
    private final RunKind kind;
    private final RunEnd end;
    private final Prerequisites prerequisites;
    private final ActiveRuns actives;
    private final Dispatcher dispatcher;
    private final RunMetrics metrics;
    private final RunOrders orders;
    private final Releases releases;
    private final WorkItems items;
    private final Leases leases;
    private final HeldLeases held;
    private final Handover handover;
    private final DriftNotices drifts;
    private final DestinationNotices destinations;
    private final Duties duties;

    Runs(
            Catalog catalog,
            RunKind kind,
            RunEnd end,
            Prerequisites prerequisites,
            ActiveRuns actives,
            Dispatcher dispatcher,
            RunMetrics metrics,
            RunOrders orders,
            Releases releases,
            WorkItems items,
            Leases leases,
            HeldLeases held,
            Handover handover,
            DriftNotices drifts,
            DestinationNotices destinations,
            Duties duties) {
        this.catalog = catalog;
        this.kind = kind;
        this.end = end;
        this.prerequisites = prerequisites;
        this.actives = actives;
        this.dispatcher = dispatcher;
        this.metrics = metrics;
        this.orders = orders;
        this.releases = releases;
        this.items = items;
        this.leases = leases;
        this.held = held;
        this.handover = handover;
        this.drifts = drifts;
        this.destinations = destinations;
        this.duties = duties;
    }

    /**
     * Takes the run that was dispatched, or the one that the schedule asks for, and puts it into the exchange's property
     * {@code run}; leaves that empty when there is nothing to do.
     */
    public void begin(
            @Header("mergedJobDataMap") JobDataMap data, @Header("scheduledFireTime") Date fire, Exchange exchange) {
        SyncRoute route = catalog.get(exchange.getFromRouteId());
        String dispatched = data == null ? null : data.getString(RunKind.RUN_ID);
        Optional<ItemPart<Run>> run = dispatched != null
                ? leases.claim(kind, Long.parseLong(dispatched))
                : scheduled(route, due(data, fire), depth(data));
        run.flatMap(claimed -> begin(claimed, route))
                .ifPresent(active -> exchange.setProperty(ActiveRun.PROPERTY, active));
    }

    private Optional<ActiveRun> begin(ItemPart<Run> claimed, SyncRoute route) {
        try {
            return active(claimed, route);
        } catch (RuntimeException e) {
            fail(claimed.number(), claimed.fence(), route, e);
            return Optional.empty();
        }
    }

    /** The time of the schedule that a fire is for, also where Quartz repeats it because a process died over it. */
    private static Instant due(JobDataMap data, Date fire) {
        String first = data == null
                ? null
                : data.getString(Scheduler.FAILED_JOB_ORIGINAL_TRIGGER_SCHEDULED_FIRETIME_IN_MILLISECONDS);
        return first != null ? Instant.ofEpochMilli(Long.parseLong(first)) : fire == null ? null : fire.toInstant();
    }

    private static Depth depth(JobDataMap data) {
        String depth = data == null ? null : data.getString(ScheduleUpdates.DEPTH);
        return depth == null ? Depth.SHALLOW : Depth.valueOf(depth);
    }

    private Optional<ItemPart<Run>> scheduled(SyncRoute route, Instant due, Depth depth) {
        Optional<Run> repeated = orders.ofFire(route.id(), due, depth);
        if (repeated.isPresent()) {
            return leases.claim(kind, repeated.get().id); // empty when it is over
        }
        Optional<Run> active = orders.activeOf(route.id());
        if (active.isPresent() && !orders.makesWay(active.get(), RunRequest.SCHEDULE)) {
            if (depth == Depth.DEEP) {
                // Its next time may be a day away.
                orders.placeOrFollow(RunRequest.scheduled(route.id(), depth));
            }
            return leases.claim(kind, active.get().id); // empty when somebody is at it
        }
        try {
            Run run = orders.placeScheduled(route, due, depth);
            return run.status.isFinal() ? Optional.empty() : leases.claim(kind, run.id);
        } catch (RouteBusy e) {
            if (depth == Depth.DEEP) {
                orders.placeOrFollow(RunRequest.scheduled(route.id(), depth));
                return Optional.empty();
            }
            LOG.infof("%s. Its schedule has it run again next time", e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<ActiveRun> active(ItemPart<Run> claimed, SyncRoute route) {
        Run run = claimed.item();
        if (run.trigger != Trigger.RETRY) {
            Optional<String> missing = prerequisites.missing(route);
            if (missing.isPresent()) {
                leases.drop(claimed.number(), claimed.fence());
                ended(end.block(claimed.number(), claimed.fence(), missing.get()));
                return Optional.empty();
            }
        }
        ActiveRun active = actives.of(claimed, route);
        LOG.infof(
                "Run %d of %s %s: %s, %s",
                run.id,
                run.route,
                run.resumed > 0 ? "resumes" : "begins",
                run.rangeName,
                run.depth.toLowerCase(Locale.ROOT));
        destinations.begun(active);
        return Optional.of(active);
    }

    /** Whether there is a page to come that this process is to see to. */
    public boolean hasNext(@ExchangeProperty(ActiveRun.PROPERTY) ActiveRun run) {
        return !run.isOver() && !handover.hasBegun();
    }

    /** @throws LeaseLost when this process has not kept the run's lease; what it sent now might come after another's */
    public void checkLease(@Body Batch batch) {
        long id = batch.run().part();
        if (!held.isSure(id)) {
            throw new LeaseLost("Run", id);
        }
    }

    public void finish(@ExchangeProperty(ActiveRun.PROPERTY) ActiveRun run) throws Exception {
        run.awaitRecorded();
        RunContext context = run.context();
        if (!run.isOver()) {
            leases.giveBack(kind, context.part(), context.fence(), "this process ends");
            return;
        }
        if (run.position().phase() == Phase.END) {
            drifts.passed(context);
            destinations.passed(context, run.isOverRange());
        }
        boolean movesWatermark =
                !context.dryRun() && run.isOverRange() && context.route().windowed();
        Run ended = end.finish(
                context.part(),
                context.fence(),
                movesWatermark,
                context.window().equals(Window.ALL),
                run.remark());
        leases.drop(context.part(), context.fence());
        ended(ended);
    }

    public void fail(
            @ExchangeProperty(ActiveRun.PROPERTY) ActiveRun run,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable cause) {
        try {
            run.awaitRecorded();
        } catch (Exception e) {
            cause.addSuppressed(e);
        }
        RunContext context = run.context();
        Throwable thrown = Reason.cause(cause);
        drifts.stopped(context, thrown, Reason.of(thrown, context.route()));
        fail(context.part(), context.fence(), context.route(), cause);
    }

    private void fail(long id, int fence, SyncRoute route, Throwable failure) {
        leases.drop(id, fence); // in any case: a run that this process does not carry out must not look alive
        duties.heed("A run of " + route.id(), failure);
        Throwable cause = Reason.cause(failure);
        String reason = Reason.of(cause, route);
        try {
            if (cause instanceof LeaseLost) {
                LOG.warn(cause.getMessage());
            } else if (handover.hasBegun() || cause instanceof HandedOver) {
                leases.giveBack(kind, id, fence, "this process ends, and its page could not be finished: " + reason);
            } else if (cause instanceof WorkCancelled) {
                ended(items.fail(kind, id, fence, null));
            } else if (cause instanceof Drift) {
                ended(end.block(id, fence, reason));
            } else if (!(cause instanceof SystemAway) && leases.mayResume(id, failure)) {
                leases.giveBack(kind, id, fence, reason);
            } else {
                LOG.errorf(failure, "Run %d of %s failed", id, route.id());
                ended(items.fail(kind, id, fence, reason));
            }
        } catch (LeaseLost e) {
            LOG.warn(e.getMessage());
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Run %d of %s could not be ended, it is resumed when its lease is over: %s. It had failed: %s",
                    id, route.id(), e.getMessage(), reason);
        }
    }

    private void ended(Run run) {
        if (!run.status.isFinal()) {
            LOG.infof("A part of run %d of %s ended; another one continues", run.id, run.route);
            return;
        }
        metrics.ended(run);
        LOG.infof(
                "Run %d of %s ended: %s, read %d, created %d, updated %d, unchanged %d, deleted %d, failed %d, blocked %d, on hold %d%s",
                run.id,
                run.route,
                run.status,
                run.read,
                run.created,
                run.updated,
                run.unchanged,
                run.deleted,
                run.failed,
                run.blocked,
                run.onHold,
                run.reason == null ? "" : ". " + run.reason);
        dispatcher.dispatchAfter(run.id);
        if (run.nextTrigger != null) {
            orders.placeNext(run);
        }
        releases.after(run);
    }
}
