package dev.syncline.route;

import jakarta.enterprise.context.ApplicationScoped;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger.TriggerState;
import org.quartz.TriggerKey;

/** Reads the schedules of the routes from Quartz. */
@ApplicationScoped
public class Schedules {
    /** The group of the triggers that are schedules of routes. */
    public static final String GROUP = "syncline";

    private final Scheduler scheduler;

    Schedules(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Returns whether the schedule of the route is paused. */
    public boolean isPaused(String route) {
        try {
            return scheduler.getTriggerState(new TriggerKey(route, GROUP)) == TriggerState.PAUSED;
        } catch (SchedulerException e) {
            throw new IllegalStateException("The scheduler does not answer: " + e.getMessage(), e);
        }
    }
}
