package dev.syncline.run;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.page.Depth;
import dev.syncline.page.Range;
import dev.syncline.route.Catalog;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Book;
import dev.syncline.support.Database;
import dev.syncline.support.Ledger;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger.TriggerState;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;

/** The route {@code nightly} has a schedule of deep runs beside its other one; neither comes round while the tests run. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class DeepScheduleTest {
    private static final String ROUTE = "ledger-nightly-to-relay";
    private static final TriggerKey DEEP = new TriggerKey(ROUTE, "syncline-deep");
    private static final Instant LONG_AGO = Instant.parse("2024-02-02T02:02:02Z");

    @Inject
    Scheduler scheduler;

    @Inject
    ScheduleUpdates schedules;

    @Inject
    RunOrders orders;

    @Inject
    RunQueries runs;

    @Inject
    NewRuns newRuns;

    @Inject
    Catalog catalog;

    private final Database hub = Database.hub();

    @AfterEach
    void goOn() {
        Api.as("admin").post("/api/routes/" + ROUTE + "/resume");
    }

    @Test
    void standsBesideTheOther() throws SchedulerException {
        CronTrigger deep = (CronTrigger) scheduler.getTrigger(DEEP);
        assertEquals("0 30 2 1 1 ? 2098", deep.getCronExpression());
        assertEquals("0 0 4 1 1 ? 2099", Api.route(ROUTE).getString("schedule"));
        assertEquals("0 30 2 1 1 ? 2098", Api.route(ROUTE).getString("deepSchedule"));
        assertEquals(
                deep.getNextFireTime().toInstant(),
                Instant.parse(Api.route(ROUTE).getString("nextFireAt")),
                "what comes first");
        assertNull(Api.route("ledger-instants-to-relay").getString("deepSchedule"));
    }

    @Test
    void isPausedAndGoesOnWithIt() throws SchedulerException {
        Api.as("admin").post("/api/routes/" + ROUTE + "/pause");
        assertEquals(TriggerState.PAUSED, scheduler.getTriggerState(DEEP));
        Api.as("admin").post("/api/routes/" + ROUTE + "/resume");
        assertEquals(TriggerState.NORMAL, scheduler.getTriggerState(DEEP));
        assertTrue(Api.route(ROUTE).getBoolean("enabled"));
    }

    @Test
    void bringsLinesAndDeletionsThatAShallowRunDoesNotLookFor() throws SchedulerException {
        Book book = new Book("nightly").put("a", LONG_AGO).put("b", LONG_AGO);
        book.line("a", "Brick");
        book.run("range=changes");
        book.line("a", "Tile");
        book.remove("b");
        book.run("range=all");
        assertEquals(Set.of("a", "b"), book.delivered());
        fire();
        await().until(() -> book.delivered().equals(Set.of("a")));
        await().until(() -> "Tile".equals(book.held("a").getString("lines[0].item")));
        List<String> run = hub.column(
                String.class,
                "select range_name || ' ' || depth || ' ' || trigger from sync_run where route = ? order by id desc limit 1",
                ROUTE);
        assertEquals(List.of("all DEEP SCHEDULE"), run);
    }

    /** At the next time of its schedule it may be tomorrow. */
    @Test
    void waitsForARunThatGoesOn() throws SchedulerException {
        Book book = new Book("nightly").put("a", LONG_AGO);
        book.line("a", "Brick");
        book.run("range=changes");
        book.line("a", "Tile");
        long other = newRuns.create(
                        new RunRequest(
                                ROUTE, Trigger.ON_DEMAND, "test", Range.CHANGES, null, Depth.SHALLOW, false, null),
                        null,
                        null,
                        null)
                .id;
        fire();
        await().until(() -> "Tile".equals(book.held("a").getString("lines[0].item")));
        assertEquals("SUCCESS", Api.ended(other).getString("status"));
    }

    @Test
    void mayBeDueAtTheSameTimeAsTheOther() {
        new Book("nightly");
        Instant due = Instant.parse("2026-01-01T02:30:00Z")
                .plusMillis(ThreadLocalRandom.current().nextInt(1_000_000_000));
        Run shallow = orders.placeScheduled(catalog.get(ROUTE), due, Depth.SHALLOW);
        runs.cancel(shallow.id, "test");
        assertTrue(orders.ofFire(ROUTE, due, Depth.SHALLOW).isPresent(), "Quartz repeats a fire after a crash");
        assertTrue(orders.ofFire(ROUTE, due, Depth.DEEP).isEmpty());
        Run deep = orders.placeScheduled(catalog.get(ROUTE), due, Depth.DEEP);
        assertEquals("all", deep.rangeName);
        runs.cancel(deep.id, "test");
    }

    /** As it is when a process starts whose route files are others than those of the one before. */
    @Test
    void isBroughtInLineWithTheRouteFile() throws SchedulerException {
        TriggerKey stray = new TriggerKey("ledger-kept-to-relay", "syncline-deep");
        scheduler.scheduleJob(TriggerBuilder.newTrigger()
                .withIdentity(stray)
                .forJob(new JobKey("ledger-kept-to-relay", "syncline"))
                .withSchedule(CronScheduleBuilder.cronSchedule("0 0 0 1 1 ? 2097"))
                .build());
        scheduler.rescheduleJob(
                DEEP,
                TriggerBuilder.newTrigger()
                        .withIdentity(DEEP)
                        .forJob(new JobKey(ROUTE, "syncline"))
                        .withSchedule(CronScheduleBuilder.cronSchedule("0 0 0 1 1 ? 2097"))
                        .build());
        Api.as("admin").post("/api/routes/" + ROUTE + "/pause");
        schedules.addDeepOnes();
        assertNull(scheduler.getTrigger(stray));
        assertNotNull(scheduler.getJobDetail(new JobKey("ledger-kept-to-relay", "syncline")));
        assertEquals("0 30 2 1 1 ? 2098", ((CronTrigger) scheduler.getTrigger(DEEP)).getCronExpression());
        assertEquals(TriggerState.PAUSED, scheduler.getTriggerState(DEEP), "its route is paused");
    }

    private void fire() throws SchedulerException {
        scheduler.triggerJob(
                new JobKey(ROUTE, "syncline"), scheduler.getTrigger(DEEP).getJobDataMap());
    }
}
