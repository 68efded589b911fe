package dev.syncline.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.spi.OperableTrigger;

/** Crons in the store of the running program, made as Camel makes them. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class CronTriggersTest {
    private static final TriggerKey KEY = new TriggerKey("berlin", "cron-triggers-test");

    @Inject
    Scheduler scheduler;

    @AfterEach
    void remove() throws Exception {
        scheduler.unscheduleJob(KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "0 0/30 * * * ?, 2026-10-25T00:00:00Z, 2026-10-25T00:30:00Z, 2026-10-25T01:00:00Z",
        "0 30 2 * * ?, 2026-03-28T01:30:00Z, 2026-03-29T01:00:00Z, 2026-03-30T00:30:00Z",
        "0 30 2 * * ?, 2026-10-24T00:30:00Z, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z"
    })
    void fireOverADaylightSavingChangeAsPeopleExpect(String cron, Instant first, Instant second, Instant third)
            throws Exception {
        schedule(cron);
        OperableTrigger trigger = (OperableTrigger) scheduler.getTrigger(KEY);
        trigger.setStartTime(Date.from(Instant.parse("2026-01-01T00:00:00Z")));
        trigger.setNextFireTime(Date.from(first));
        List<Instant> fires = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            trigger.triggered(null); // as the scheduler does when it fires
            fires.add(trigger.getNextFireTime().toInstant());
        }
        assertEquals(List.of(second, third), fires);
    }

    @Test
    void theSchedulesOfTheRoutesAreAmongThem() throws Exception {
        assertInstanceOf(
                ZonedCronTrigger.class, scheduler.getTrigger(new TriggerKey("erp-vendors-to-relay", Schedules.GROUP)));
    }

    private void schedule(String cron) throws Exception {
        scheduler.scheduleJob(TriggerBuilder.newTrigger()
                .withIdentity(KEY)
                .forJob(new JobKey("erp-vendors-to-relay", Schedules.GROUP))
                .withSchedule(CronScheduleBuilder.cronSchedule(cron).inTimeZone(TimeZone.getTimeZone("Europe/Berlin")))
                .build());
        scheduler.pauseTrigger(KEY);
    }
}
