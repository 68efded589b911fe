package dev.syncline.run;

import dev.syncline.page.Depth;
import dev.syncline.page.Range;
import dev.syncline.page.RunContext;
import dev.syncline.page.Window;
import dev.syncline.record.Fenced;
import dev.syncline.record.RouteNumbers;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.run.ActiveRun.Phase;
import dev.syncline.run.ActiveRun.Position;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jboss.logging.Logger;
import org.quartz.JobDataMap;

/** Begins and ends the runs of a route, as its schedule or somebody asks. */
@ApplicationScoped
@Named("runs")
@RegisterForReflection
public class Runs {
    private static final Logger LOG = Logger.getLogger(Runs.class);

    private final Catalog catalog;
    private final RouteNumbers numbers;
    private final RunLife life;
    private final Prerequisites prerequisites;
    private final Watermarks watermarks;
    private final Dispatcher dispatcher;
    private final RunMetrics metrics;
    private final RunOrders orders;
    private final Lease lease;

    Runs(
            Catalog catalog,
            RouteNumbers numbers,
            RunLife life,
            Prerequisites prerequisites,
            Watermarks watermarks,
            Dispatcher dispatcher,
            RunMetrics metrics,
            RunOrders orders,
            Lease lease) {
        this.catalog = catalog;
        this.numbers = numbers;
        this.life = life;
        this.prerequisites = prerequisites;
        this.watermarks = watermarks;
        this.dispatcher = dispatcher;
        this.metrics = metrics;
        this.orders = orders;
        this.lease = lease;
    }

    /**
     * Takes the run that was dispatched, or the one that the schedule asks for, and puts it into the exchange's property
     * {@code run}; leaves that empty when there is nothing to do.
     */
    public void begin(@Header("mergedJobDataMap") JobDataMap data, Exchange exchange) {
        SyncRoute route = catalog.get(exchange.getFromRouteId());
        int number = numbers.of(route.id());
        String dispatched = data == null ? null : data.getString(Dispatcher.RUN_ID);
        Optional<Run> run = dispatched != null ? life.claim(Long.parseLong(dispatched)) : scheduled(route);
        run.flatMap(claimed -> begin(claimed, route, number)).ifPresent(active -> {
            exchange.setProperty("run", active);
            exchange.setProperty("context", active.context());
        });
    }

    private Optional<ActiveRun> begin(Run run, SyncRoute route, int number) {
        try {
            return context(run, route, number);
        } catch (RuntimeException e) {
            fail(run.id, run.fence, route.id(), e);
            return Optional.empty();
        }
    }

    private Optional<Run> scheduled(SyncRoute route) {
        Optional<Run> active = orders.activeOf(route.id());
        if (active.isPresent()) {
            return life.claim(active.get().id); // empty when somebody is at it
        }
        Run run = orders.placeScheduled(route);
        return run.status.isFinal() ? Optional.empty() : life.claim(run.id);
    }

    private Optional<ActiveRun> context(Run run, SyncRoute route, int number) {
        if (run.trigger != Trigger.RETRY) {
            Optional<String> missing = prerequisites.missing(route);
            if (missing.isPresent()) {
                ended(life.block(run.id, run.fence, missing.get()));
                return Optional.empty();
            }
        }
        RunContext context = new RunContext(
                run.id,
                run.fence,
                route,
                number,
                window(run, route),
                Depth.valueOf(run.depth),
                run.keys == null ? null : List.of(run.keys),
                run.dryRun,
                run.trigger == Trigger.RETRY || run.keys != null,
                run.repairs != null);
        LOG.infof(
                "Run %d of %s %s: %s, %s",
                run.id, run.route, run.resumed > 0 ? "resumes" : "begins", run.rangeName, run.depth.toLowerCase());
        return Optional.of(new ActiveRun(context, new Position(Phase.valueOf(run.phase), run.checkpoint)));
    }

    private Window window(Run run, SyncRoute route) {
        if (!route.windowed() || run.rangeName.equals(Range.ALL.apiName())) {
            return Window.ALL;
        } else if (run.rangeName.equals(Range.CHANGES.apiName())) {
            return watermarks.changes(route);
        }
        return new Window(run.rangeFrom, run.rangeTo, null, false);
    }

    public void finish(@ExchangeProperty("run") ActiveRun run) throws Exception {
        run.awaitRecorded();
        RunContext context = run.context();
        boolean movesWatermark =
                !context.dryRun() && context.keys() == null && context.route().windowed();
        ended(life.finish(
                context.id(), context.fence(), movesWatermark, context.window().equals(Window.ALL), run.remark()));
    }

    public void fail(
            @ExchangeProperty("run") ActiveRun run, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable cause) {
        try {
            run.awaitRecorded();
        } catch (Exception e) {
            cause.addSuppressed(e);
        }
        fail(run.context().id(), run.context().fence(), run.context().route().id(), cause);
    }

    private void fail(long id, int fence, String route, Throwable cause) {
        lease.drop(id); // whatever comes: a run that this process does not carry out must not look alive
        if (cause instanceof Fenced) {
            LOG.warn(cause.getMessage());
            return;
        }
        LOG.errorf(cause, "Run %d of %s failed", id, route);
        try {
            ended(life.fail(id, fence, Reason.of(cause)));
        } catch (Fenced e) {
            LOG.warn(e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(
                    "Run %d of %s could not be ended, it is resumed when its lease is over: %s",
                    id, route, e.getMessage());
        }
    }

    private void ended(Run run) {
        lease.drop(run.id);
        metrics.ended(run);
        LOG.infof(
                "Run %d of %s ended: %s, read %d, created %d, updated %d, unchanged %d, deleted %d, failed %d, on hold %d%s",
                run.id,
                run.route,
                run.status,
                run.read,
                run.created,
                run.updated,
                run.unchanged,
                run.deleted,
                run.failed,
                run.onHold,
                run.reason == null ? "" : ". " + run.reason);
        life.waitingFor(run.id).forEach(dispatcher::dispatch);
    }
}
