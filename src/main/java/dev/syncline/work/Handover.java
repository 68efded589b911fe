package dev.syncline.work;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.spi.CamelEvent.CamelContextStoppingEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.listeners.JobListenerSupport;
import org.quartz.listeners.TriggerListenerSupport;

/**
 * The process is told to end: it begins nothing any more, its items stop after the page in flight, and other processes
 * continue them. This is waited for before Camel stops anything.
 */
@ApplicationScoped
public class Handover {
    private static final Logger LOG = Logger.getLogger(Handover.class);
    private static final long LOOKS_AGAIN_AFTER = 100; // milliseconds

    private final Scheduler scheduler;
    private final Duration longest;
    private final Semaphore ended = new Semaphore(0);
    private volatile boolean begun;

    Handover(Scheduler scheduler, @ConfigProperty(name = "syncline.handover") Duration longest) {
        this.scheduler = scheduler;
        this.longest = longest;
    }

    void begin(@Observes CamelContextStoppingEvent event) {
        begun = true;
        try {
            scheduler.getListenerManager().addTriggerListener(new NoMore());
            scheduler.getListenerManager().addJobListener(new Ended());
            scheduler.standby();
        } catch (SchedulerException e) {
            LOG.warnf("The scheduler does not pause: %s", e.getMessage());
        }
    }

    /** After everybody has heard that the end is near. */
    void await(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) CamelContextStoppingEvent event)
            throws SchedulerException, InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (!scheduler.getCurrentlyExecutingJobs().isEmpty() && System.nanoTime() < end) {
            // The scheduler forgets a job a moment after it has told of its end.
            ended.tryAcquire(LOOKS_AGAIN_AFTER, TimeUnit.MILLISECONDS);
        }
    }

    public boolean hasBegun() {
        return begun;
    }

    /** Lets nothing through that the scheduler had in hand when it paused; an order is left to other processes. */
    private static final class NoMore extends TriggerListenerSupport {
        @Override
        public String getName() {
            return "handover";
        }

        @Override
        public boolean vetoJobExecution(Trigger trigger, JobExecutionContext context) {
            return true;
        }
    }

    /** Tells of each job that ends. */
    private final class Ended extends JobListenerSupport {
        @Override
        public String getName() {
            return "handover";
        }

        @Override
        public void jobWasExecuted(JobExecutionContext context, JobExecutionException failure) {
            ended.release();
        }
    }
}
