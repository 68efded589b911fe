package dev.syncline.support;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.apache.camel.spi.CamelEvent.CamelContextStartedEvent;
import org.quartz.CronTrigger;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

/**
 * Has no schedule come round while tests go on, but those that a test fires: a run by the schedule between two steps of a test
 * would do what the test is about to do. What the schedules are stays as it is.
 */
@ApplicationScoped
class QuietSchedules {
    private static final Duration LONGER_THAN_ANY_TEST = Duration.ofDays(1);

    private final Scheduler scheduler;

    QuietSchedules(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** After the program has brought its schedules in line. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) CamelContextStartedEvent event)
            throws SchedulerException {
        Date later = Date.from(Instant.now().plus(LONGER_THAN_ANY_TEST));
        for (TriggerKey key : scheduler.getTriggerKeys(GroupMatcher.anyTriggerGroup())) {
            if (scheduler.getTrigger(key) instanceof CronTrigger cron) {
                scheduler.rescheduleJob(
                        key, cron.getTriggerBuilder().startAt(later).build());
            }
        }
    }
}
