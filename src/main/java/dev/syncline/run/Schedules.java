package dev.syncline.run;

import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.route.ZonedCronTrigger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.ZoneId;
import java.util.TimeZone;
import org.apache.camel.spi.CamelEvent.CamelContextRoutesStartingEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.quartz.CronTrigger;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger.TriggerState;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;

/** Takes over what has changed in the schedules of routes that Quartz knows already. */
@ApplicationScoped
class Schedules {
    private final Catalog catalog;
    private final Scheduler scheduler;
    private final TimeZone zone;

    Schedules(Catalog catalog, Scheduler scheduler, @ConfigProperty(name = "syncline.zone") ZoneId zone) {
        this.catalog = catalog;
        this.scheduler = scheduler;
        this.zone = TimeZone.getTimeZone(zone);
    }

    /** Before Camel does: it sees another cron only, not another zone, and lets a paused schedule go on. */
    void takeOver(@Observes CamelContextRoutesStartingEvent event) throws SchedulerException {
        for (SyncRoute route : catalog.all()) {
            TriggerKey key = new TriggerKey(route.id(), Dispatcher.GROUP);
            if (scheduler.getTrigger(key) instanceof CronTrigger known && !isAsIn(route, known)) {
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

    private boolean isAsIn(SyncRoute route, CronTrigger known) {
        return known.getCronExpression().equals(route.schedule())
                && known.getTimeZone().hasSameRules(zone)
                && known.getMisfireInstruction() == CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW;
    }
}
