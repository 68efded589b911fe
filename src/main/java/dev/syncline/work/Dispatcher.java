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
    private final WorkItems items;
    private final Scheduler scheduler;
    private final Clock clock;

    Dispatcher(@All List<WorkKind<?>> kinds, WorkItems items, Scheduler scheduler, Clock clock) {
        this.kinds = kinds;
        this.items = items;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * Has an item begun as soon as a process is free. To be called when the item's row is committed.
     *
     * @return whether it is in line now and was not before
     */
    public <T extends WorkItem> boolean dispatch(WorkKind<T> kind, T item) {
        try {
            scheduler.scheduleJob(TriggerBuilder.newTrigger()
                    .forJob(kind.job(item))
                    .withIdentity(kind.trigger(item))
                    .usingJobData(kind.dataKey(), Long.toString(item.id))
                    .startAt(Date.from(clock.instant()))
                    .build());
            return true;
        } catch (ObjectAlreadyExistsException e) {
            return false;
        } catch (SchedulerException e) {
            // Its row is enough: every process looks for items that nobody has begun.
            LOG.infof(
                    "%s %d of %s is queued, and not yet with the scheduler: %s",
                    kind.noun(), item.id, item.route, e.getMessage());
            return false;
        }
    }

    /** Dispatches the items that waited for a run, as it has ended. */
    public void dispatchAfter(long run) {
        kinds.forEach(kind -> dispatchAfter(kind, run));
    }

    private <T extends WorkItem> void dispatchAfter(WorkKind<T> kind, long run) {
        items.after(kind, run).forEach(item -> dispatch(kind, item));
    }
}
