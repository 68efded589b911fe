package dev.syncline.route;

import jakarta.enterprise.context.ApplicationScoped;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger.TriggerState;
import org.quartz.TriggerKey;

/** The schedules of the routes, as Quartz has them. */
@ApplicationScoped
public class Schedules {
    /** Of the triggers that are the routes' schedules. */
    public static final String GROUP = "syncline";

    private final Scheduler scheduler;

    Schedules(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Whether somebody paused the route. */
    public boolean isPaused(String route) {
        try {
            return scheduler.getTriggerState(new TriggerKey(route, GROUP)) == TriggerState.PAUSED;
        } catch (SchedulerException e) {
            throw new IllegalStateException("The scheduler does not answer: " + e.getMessage(), e);
        }
    }
}
