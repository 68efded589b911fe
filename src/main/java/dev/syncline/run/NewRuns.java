package dev.syncline.run;

import dev.syncline.page.Depth;
import dev.syncline.page.Range;
import dev.syncline.record.Audit;
import dev.syncline.run.phase.Phase;
import dev.syncline.work.WorkItems;
import dev.syncline.work.WorkStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/** Writes down the runs that are to come, each in a short transaction. */
@ApplicationScoped
class NewRuns {
    private final RunKind kind;
    private final WorkItems items;
    private final Clock clock;
    private final Audit audit;

    NewRuns(RunKind kind, WorkItems items, Clock clock, Audit audit) {
        this.kind = kind;
        this.items = items;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Writes a new run.
     *
     * @param afterRun the run that must have finished before; null for none
     * @param blocked why it does not begin at all; null when it may
     * @param due the time of the schedule that it is for; null for none
     * @throws org.hibernate.exception.ConstraintViolationException when the route has an active run
     */
    @Transactional(rollbackOn = Exception.class)
    Run create(RunRequest request, Long afterRun, String blocked, Instant due) {
        return create(request, Phase.RANGE, afterRun, blocked, due);
    }

    /**
     * Writes a new run that has one phase alone.
     *
     * @throws org.hibernate.exception.ConstraintViolationException when the route has an active run
     */
    @Transactional(rollbackOn = Exception.class)
    Run create(RunRequest request, Phase phase) {
        return create(request, phase, null, null, null);
    }

    private Run create(RunRequest request, Phase phase, Long afterRun, String blocked, Instant due) {
        Run run = new Run();
        run.route = request.route();
        run.trigger = request.trigger();
        run.requestedBy = request.requestedBy();
        run.rangeName = request.range().apiName();
        if (request.window() != null) {
            run.rangeFrom = request.window().from();
            run.rangeTo = request.window().to();
        }
        run.depth = request.depth().name();
        run.dryRun = request.dryRun();
        run.keys = request.keys() == null ? null : request.keys().toArray(String[]::new);
        run.repairs = request.repairs();
        run.afterRun = afterRun;
        run.dueAt = due;
        run.createdAt = clock.instant();
        run.queued = blocked == null;
        run.status = blocked == null ? WorkStatus.IN_PROGRESS : WorkStatus.BLOCKED;
        run.reason = blocked;
        run.finishedAt = blocked == null ? null : run.createdAt;
        return items.place(kind, run, phase.name());
    }

    /** Writes a run that somebody asks for, with who did. */
    @Transactional(rollbackOn = Exception.class)
    Run order(RunRequest request, Long afterRun, String blocked) {
        Run run = create(request, afterRun, blocked, null);
        audit.writeRun(
                request.requestedBy(),
                request.trigger() == Trigger.RETRY ? "retry" : "run",
                run.route,
                "run " + run.id + ", " + run.rangeName + ", " + run.depth + (run.dryRun ? ", dry run" : ""),
                request.keys(),
                run.dryRun);
        return run;
    }

    /**
     * Writes a run for the children of a route whose parent came.
     *
     * @throws org.hibernate.exception.ConstraintViolationException when the route has an active run
     */
    @Transactional(rollbackOn = Exception.class)
    Run createRelease(String route) {
        return create(
                new RunRequest(route, Trigger.RETRY, RunOrders.RELEASE, Range.ALL, null, Depth.SHALLOW, false, null),
                Phase.HELD);
    }

    /**
     * Has a run over what changed, or a deep one over everything, follow an active one.
     *
     * @return whether it is active still
     */
    @Transactional(rollbackOn = Exception.class)
    boolean follow(long id, Trigger trigger, String who, Depth depth) {
        Run run = Run.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (run == null || run.status != WorkStatus.IN_PROGRESS) {
            return false;
        }
        String nextDepth = depth == Depth.DEEP ? depth.name() : run.nextDepth;
        boolean isNew = !who.equals(run.nextBy) || !Objects.equals(nextDepth, run.nextDepth);
        if (isNew && !who.equals(RunRequest.SCHEDULE)) {
            audit.write(who, "run", run.route, "a run after run " + id);
        }
        run.nextTrigger = trigger;
        run.nextBy = who;
        run.nextDepth = nextDepth;
        return true;
    }
}
