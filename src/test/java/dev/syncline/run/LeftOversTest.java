package dev.syncline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.route.Catalog;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.Ledger;
import dev.syncline.work.WorkItems;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quartz.CronTrigger;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;

@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class LeftOversTest {
    private static final JobKey ROUTE = new JobKey("ledger-nightly-to-relay", "syncline");
    private static final JobKey OTHER = new JobKey("elsewhere-to-relay", "syncline");

    @Inject
    Scheduler scheduler;

    @Inject
    Catalog catalog;

    @Inject
    DataSource dataSource;

    @Inject
    Replicas replicas;

    @Inject
    RunKind kind;

    @Inject
    WorkItems items;

    @Inject
    ScheduleUpdates schedules;

    private final Database hub = Database.hub();

    /** As after an outage of the hub, or a pause of the whole machine: nobody has checked in for a while. */
    @Test
    void schedulesStayWhenEveryProcessLooksDead() throws Exception {
        LeftOvers leftOvers = leftOvers();
        leftOvers.remove();
        for (int i = 0; i < 3; i++) {
            hub.execute("update sync_replica set registered_at = now() - interval '1 hour'");
            hub.execute("update qrtz_scheduler_state set last_checkin_time = 0");
            leftOvers.remove();
        }
        assertTrue(scheduler.checkExists(ROUTE));
    }

    @Test
    void schedulesOfAnotherProcessGoAtTheSecondLookThatDoesNotSeeIt() throws Exception {
        LeftOvers leftOvers = leftOvers();
        scheduler.addJob(
                JobBuilder.newJob(Job.class).withIdentity(OTHER).storeDurably().build(), true);
        hub.execute(
                "insert into sync_replica (instance, routes, registered_at) values ('other', ?::text[], now())",
                "{" + OTHER.getName() + "}");
        leftOvers.remove();
        hub.execute("update sync_replica set registered_at = now() - interval '1 hour' where instance = 'other'");
        leftOvers.remove();
        assertTrue(scheduler.checkExists(OTHER), "it may have been late");
        leftOvers.remove();
        assertFalse(scheduler.checkExists(OTHER));
    }

    @Test
    void whatOthersRemovedWhileThisProcessStoodStillComesBack() throws Exception {
        LeftOvers leftOvers = leftOvers();
        leftOvers.remove();
        TriggerKey deep = new TriggerKey(ROUTE.getName(), "syncline-deep");
        assertNotNull(scheduler.getTrigger(deep));
        scheduler.deleteJob(ROUTE);
        leftOvers.remove();
        assertTrue(scheduler.checkExists(ROUTE));
        assertEquals("0 0 4 1 1 ? 2099", cron(new TriggerKey(ROUTE.getName(), "syncline")));
        assertEquals("0 30 2 1 1 ? 2098", cron(deep));
    }

    /** One of its own, as the process's looks by itself as well. */
    private LeftOvers leftOvers() {
        return new LeftOvers(dataSource, replicas, catalog, scheduler, kind, items, schedules);
    }

    private String cron(TriggerKey key) throws SchedulerException {
        return ((CronTrigger) scheduler.getTrigger(key)).getCronExpression();
    }
}
