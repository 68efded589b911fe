package dev.syncline.route;

import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import org.quartz.CronTrigger;
import org.quartz.ScheduleBuilder;
import org.quartz.impl.triggers.CronTriggerImpl;
import org.quartz.spi.MutableTrigger;

/** A cron trigger of Quartz with the times of {@link Cron}. It is stored in the same way as Quartz's own. */
public final class ZonedCronTrigger extends CronTriggerImpl {
    private static final long serialVersionUID = 1L;

    private transient Cron cron;

    /** @throws IllegalArgumentException if the schedule is not a Quartz cron */
    public static ScheduleBuilder<CronTrigger> schedule(String schedule, TimeZone zone) {
        return new ScheduleBuilder<>() {
            @Override
            protected MutableTrigger build() {
                ZonedCronTrigger trigger = new ZonedCronTrigger();
                try {
                    trigger.setCronExpression(schedule);
                } catch (ParseException e) {
                    throw new IllegalArgumentException("Schedule '" + schedule + "' is not a Quartz cron", e);
                }
                trigger.setTimeZone(zone);
                trigger.setMisfireInstruction(MISFIRE_INSTRUCTION_FIRE_ONCE_NOW);
                return trigger;
            }
        };
    }

    @Override
    public void setCronExpression(String schedule) throws ParseException {
        super.setCronExpression(schedule);
        cron = null;
    }

    @Override
    public void setTimeZone(TimeZone zone) {
        super.setTimeZone(zone);
        cron = null;
    }

    @Override
    protected Date getTimeAfter(Date after) {
        if (getCronExpression() == null) {
            return null;
        }
        if (cron == null) {
            cron = new Cron(getCronExpression(), getTimeZone().toZoneId());
        }
        Instant next = cron.next(after.toInstant());
        return next == null ? null : Date.from(next);
    }
}
