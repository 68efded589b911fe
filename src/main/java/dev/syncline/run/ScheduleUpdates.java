package dev.syncline.run;

import dev.syncline.page.Depth;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.route.ZonedCronTrigger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.ZoneId;
import java.util.TimeZone;
import org.apache.camel.spi.CamelEvent.CamelContextRoutesStartingEvent;
import org.apache.camel.spi.CamelEvent.CamelContextStartedEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.quartz.CronTrigger;
import org.quartz.JobKey;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.Trigger.TriggerState;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;

/** Takes over what has changed in the schedules of routes that Quartz knows already. */
@ApplicationScoped
class ScheduleUpdates {
    /** The entry of a trigger's data that holds its run's depth; without one, the run is shallow. */
    static final String DEPTH = "depth";

    private final Catalog catalog;
    private final Scheduler scheduler;
    private final TimeZone zone;

    ScheduleUpdates(Catalog catalog, Scheduler scheduler, @ConfigProperty(name = "syncline.zone") ZoneId zone) {
        this.catalog = catalog;
        this.scheduler = scheduler;
        this.zone = TimeZone.getTimeZone(zone);
    }

    /** Before Camel does: it sees another cron only, not another zone, and lets a paused schedule go on. */
    void takeOver(@Observes CamelContextRoutesStartingEvent event) throws SchedulerException {
        for (SyncRoute route : catalog.all()) {
            TriggerKey key = new TriggerKey(route.id(), RunKind.JOB_GROUP);
            if (scheduler.getTrigger(key) instanceof CronTrigger known && !isAsIn(route.schedule(), known)) {
                boolean paused = scheduler.getTriggerState(key) == TriggerState.PAUSED;
                scheduler.rescheduleJob(
                        key,
                        TriggerBuilder.newTrigger()
                                .withIdentity(key)
                                .forJob(known.getJobKey())
                                .withSchedule(ZonedCronTrigger.schedule(route.schedule(), zone))
                                .build());
                if (paused) {
                    scheduler.pauseTrigger(key);
                }
            }
        }
    }

    void started(@Observes CamelContextStartedEvent event) throws SchedulerException {
        addDeepOnes();
    }

    /**
     * The triggers of deep runs, beside those that Camel makes: each is one more of the route's job, which runs once at a
     * time. Every process brings them in line when it starts; with several at once, one is first.
     */
    void addDeepOnes() throws SchedulerException {
        for (SyncRoute route : catalog.all()) {
            TriggerKey key = new TriggerKey(route.id(), RunKind.DEEP_GROUP);
            Trigger known = scheduler.getTrigger(key);
            if (!route.isScheduledDeep()) {
                if (known != null) {
                    scheduler.unscheduleJob(key);
                }
            } else if (!(known instanceof CronTrigger cron && isAsIn(route.deepSchedule(), cron))) {
                Trigger wanted = TriggerBuilder.newTrigger()
                        .withIdentity(key)
                        .forJob(new JobKey(route.id(), RunKind.JOB_GROUP))
                        .usingJobData(DEPTH, Depth.DEEP.name())
                        .withSchedule(ZonedCronTrigger.schedule(route.deepSchedule(), zone))
                        .build();
                put(wanted, known != null);
            }
        }
    }

    private void put(Trigger wanted, boolean isKnown) throws SchedulerException {
        TriggerKey key = wanted.getKey();
        try {
            if (isKnown) {
                scheduler.rescheduleJob(key, wanted);
            } else {
                scheduler.scheduleJob(wanted);
            }
        } catch (ObjectAlreadyExistsException e) {
            return; // by another process
        }
        TriggerKey schedule = new TriggerKey(key.getName(), RunKind.JOB_GROUP);
        if (scheduler.getTriggerState(schedule) == TriggerState.PAUSED) {
            scheduler.pauseTrigger(key);
        }
    }

    private boolean isAsIn(String schedule, CronTrigger known) {
        return known.getCronExpression().equals(schedule)
                && known.getTimeZone().hasSameRules(zone)
                && known.getMisfireInstruction() == CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW;
    }
}
