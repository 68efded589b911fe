package dev.syncline.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.camel.spi.CamelEvent.CamelContextRoutesStartingEvent;
import org.quartz.CronTrigger;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.listeners.TriggerListenerSupport;

/**
 * Has nothing begin by a schedule while tests go on: a run between two steps of a test would do what the test is about to do.
 * The schedules come round as they are; a test begins what is due then by {@link Scheduler#triggerJob}.
 */
@ApplicationScoped
class QuietSchedules {
    private final Scheduler scheduler;

    QuietSchedules(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void start(@Observes CamelContextRoutesStartingEvent event) throws SchedulerException {
        scheduler.getListenerManager().addTriggerListener(new NoFires());
    }

    private static final class NoFires extends TriggerListenerSupport {
        @Override
        public String getName() {
            return "quiet-schedules";
        }

        @Override
        public boolean vetoJobExecution(Trigger trigger, JobExecutionContext context) {
            return trigger instanceof CronTrigger;
        }
    }
}
