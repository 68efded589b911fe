package dev.syncline.work;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.jboss.logging.Logger;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;

/** Hands items to Quartz, which decides what process carries them out: the same that decides for the schedules. */
@ApplicationScoped
public class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final List<WorkKind<?>> kinds;
    private final PartClaims claims;
    private final Scheduler scheduler;
    private final Clock clock;

    Dispatcher(@All List<WorkKind<?>> kinds, PartClaims claims, Scheduler scheduler, Clock clock) {
        this.kinds = kinds;
        this.claims = claims;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * Has an item begun as soon as a process is free. To be called when its rows are committed.
     *
     * @return whether it is in line now and was not before
     */
    public <T extends WorkItem> boolean dispatch(WorkKind<T> kind, T item) {
        return dispatch(kind, item, item.id);
    }

    /** Has a part of an item begun as soon as a process is free; the same as of items. */
    public <T extends WorkItem> boolean dispatch(WorkKind<T> kind, T item, long part) {
        try {
            scheduler.scheduleJob(TriggerBuilder.newTrigger()
                    .forJob(kind.job(item))
                    .withIdentity(kind.trigger(item, part))
                    .usingJobData(kind.dataKey(), Long.toString(part))
                    .startAt(Date.from(clock.instant()))
                    .build());
            return true;
        } catch (ObjectAlreadyExistsException e) {
            return false;
        } catch (SchedulerException e) {
            // Its row is enough: every process looks for parts that nobody has begun.
            LOG.infof(
                    "%s %d of %s is queued, and not yet with the scheduler: %s",
                    kind.noun(), part, item.route, e.getMessage());
            return false;
        }
    }

    /** Dispatches the items that waited for a run, as it has ended. */
    public void dispatchAfter(long run) {
        kinds.forEach(kind -> dispatchAfter(kind, run));
    }

    private <T extends WorkItem> void dispatchAfter(WorkKind<T> kind, long run) {
        claims.after(kind, run).forEach(waiting -> dispatch(kind, waiting.item(), waiting.number()));
    }
}
