package dev.syncline.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.jboss.logging.Logger;
import org.quartz.JobDataMap;
import org.quartz.JobKey;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;

/** Hands runs to Quartz, which decides what process carries them out: the same that decides for the schedules. */
@ApplicationScoped
class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    static final String GROUP = "syncline";
    static final String DEEP_GROUP = GROUP + "-deep";
    static final String RUN_ID = "runId";
    static final String DEPTH = "depth";

    private final Scheduler scheduler;
    private final Clock clock;

    Dispatcher(Scheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** The time of the schedule that a fire is for, also where Quartz repeats it because a process died over it. */
    static Instant due(JobDataMap data, Date fire) {
        String first = data == null
                ? null
                : data.getString(Scheduler.FAILED_JOB_ORIGINAL_TRIGGER_SCHEDULED_FIRETIME_IN_MILLISECONDS);
        return first != null ? Instant.ofEpochMilli(Long.parseLong(first)) : fire == null ? null : fire.toInstant();
    }

    /**
     * Has the run begun as soon as a process is free. To be called when the run's row is committed.
     *
     * @return whether it is in line now and was not before
     */
    boolean dispatch(Run run) {
        try {
            scheduler.scheduleJob(TriggerBuilder.newTrigger()
                    .forJob(new JobKey(run.route, GROUP))
                    .withIdentity(run.route + "-" + run.id, GROUP + "-runs")
                    .usingJobData(RUN_ID, Long.toString(run.id))
                    .startAt(Date.from(clock.instant()))
                    .build());
            return true;
        } catch (ObjectAlreadyExistsException e) {
            return false;
        } catch (SchedulerException e) {
            // Its row is enough: every process looks for runs that nobody began.
            LOG.infof("Run %d of %s is queued, and not yet with the scheduler: %s", run.id, run.route, e.getMessage());
            return false;
        }
    }
}
