package dev.syncline.run;

import dev.syncline.record.Audit;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

/** Takes orders for runs: writes them down, and hands them to the dispatcher. */
@ApplicationScoped
public class RunOrders {
    private final RunLife life;
    private final Catalog catalog;
    private final Prerequisites prerequisites;
    private final Dispatcher dispatcher;
    private final Audit audit;

    RunOrders(RunLife life, Catalog catalog, Prerequisites prerequisites, Dispatcher dispatcher, Audit audit) {
        this.life = life;
        this.catalog = catalog;
        this.prerequisites = prerequisites;
        this.dispatcher = dispatcher;
        this.audit = audit;
    }

    /**
     * Queues a run. Without its prerequisites, one whose prerequisites are not there is BLOCKED at once; with them, they
     * are queued before it.
     *
     * @throws RouteBusy when the route has an active run
     */
    public Run place(RunRequest request, boolean withPrerequisites) {
        SyncRoute route = catalog.get(request.route());
        Optional<Run> active = activeOf(route.id());
        if (active.isPresent()) {
            throw new RouteBusy(route.id(), active.get().id);
        }
        Long after = null;
        Run first = null;
        if (withPrerequisites) {
            for (SyncRoute prerequisite : catalog.prerequisitesOf(route)) {
                Run queued = activeOf(prerequisite.id()).orElse(null);
                if (queued == null) {
                    queued = create(request.forRoute(prerequisite.id()), after, null);
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
        Run run = create(request, after, missing);
        audit.write(
                request.requestedBy(),
                request.trigger() == Trigger.RETRY ? "retry" : "run",
                route.id(),
                "run " + run.id + ", " + run.rangeName + ", " + run.depth);
        if (first != null) {
            dispatcher.dispatch(first);
        }
        if (after == null && !run.status.isFinal()) {
            dispatcher.dispatch(run);
        }
        return run;
    }

    /** The schedule's run: queued, or BLOCKED when a prerequisite is not there. */
    Run placeScheduled(SyncRoute route) {
        return create(
                RunRequest.scheduled(route.id()),
                null,
                prerequisites.missing(route).orElse(null));
    }

    private Run create(RunRequest request, Long after, String blocked) {
        try {
            return life.create(request, after, blocked);
        } catch (ConstraintViolationException e) {
            throw new RouteBusy(
                    request.route(),
                    activeOf(request.route()).map(run -> run.id).orElse(null));
        }
    }

    @Transactional
    Optional<Run> activeOf(String route) {
        return Run.activeOf(route);
    }
}
