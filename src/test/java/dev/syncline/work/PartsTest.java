package dev.syncline.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.record.PageTransaction;
import dev.syncline.run.Run;
import dev.syncline.run.Trigger;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.Ledger;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.JobKey;
import org.quartz.TriggerKey;

/** A run of several parts, carried out by several processes that die, stand still and take over from each other. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class PartsTest {
    private static final String ROUTE = "ledger-nightly-to-relay";
    private static final int PAGES = 5;

    @Inject
    EntityManager entities;

    @Inject
    AgroalDataSource connections;

    @Inject
    PageTransaction pages;

    private final Database hub = Database.hub();
    private final MovedClock clock = new MovedClock();
    private final Kind kind = new Kind();
    private final List<PartProcess> processes = new ArrayList<>();

    @BeforeEach
    void begin() {
        for (String name : List.of("first", "second", "third")) {
            processes.add(new PartProcess(name, kind, entities, connections, pages, clock));
        }
    }

    @AfterEach
    void end() {
        processes.forEach(PartProcess::close);
        hub.execute("delete from sync_run where id in (select item from sync_work_part where kind = 'TEST')");
        hub.execute("delete from sync_work_part where kind = 'TEST'");
        hub.execute("delete from sync_work_event where kind = 'TEST'");
    }

    @Test
    void aPartIsTakenOverAloneAndTheLastOneEndsTheRun() {
        PartProcess first = processes.get(0);
        PartProcess second = processes.get(1);
        List<Long> parts = run("up to M", "from M");
        long run = parts.get(0);
        assertEquals(1, first.claim(parts.get(0)).orElseThrow().fence);
        assertEquals(1, second.claim(parts.get(1)).orElseThrow().fence);
        assertTrue(first.claim(parts.get(1)).isEmpty(), "it is another process's");
        first.page(run, parts.get(0), 1, 0, 10);
        second.page(run, parts.get(1), 1, 0, 20);

        second.renew();
        clock.move(PartProcess.LEASE.minusSeconds(1));
        second.renew(); // the first one is dead
        clock.move(Duration.ofSeconds(2));
        assertTrue(second.held.isSure(parts.get(1)));
        assertEquals(List.of(parts.get(0)), abandoned(second), "the other part is not touched");
        WorkPart taken = second.claim(parts.get(0)).orElseThrow();
        assertEquals(List.of("1", "up to M", "2"), List.of(taken.checkpoint, taken.covers, "" + taken.fence));
        assertThrows(LeaseLost.class, () -> first.page(run, parts.get(0), 1, 1, 10));
        assertThrows(LeaseLost.class, () -> first.end(parts.get(0), 1, WorkStatus.SUCCESS));
        second.page(run, parts.get(0), 2, 1, 5);
        second.end(parts.get(0), 2, WorkStatus.SUCCESS);
        assertEquals("IN_PROGRESS", hub.value(String.class, "select status from sync_run where id = ?", run));
        second.page(run, parts.get(1), 1, 1, 7);
        second.end(parts.get(1), 1, WorkStatus.SUCCESS);
        assertEquals(
                "SUCCESS 42 4 38 1",
                hub.value(
                        String.class,
                        "select concat_ws(' ', status, read, created, updated, resumed) from sync_run where id = ?",
                        run));
        assertCountsAreSums(run);
        assertEquals(1, kind.ended.get());
        assertTrue(
                hub.column(
                                String.class,
                                "select concat_ws(' ', what, detail, who) from sync_work_event where item = ?",
                                run)
                        .contains("TAKEN_OVER Part " + run + ": Process first did not renew its lease second"),
                "the time line tells it");
    }

    @Test
    void cancellingReachesTheOneInLineTheOneAtWorkAndTheOneThatWaits() {
        PartProcess first = processes.get(0);
        List<Long> parts = run("a", "b", "c");
        long run = parts.get(0);
        first.claim(parts.get(0));
        first.claim(parts.get(1));
        assertTrue(first.isToContinue(parts.get(1)));
        cancel(run);
        assertEquals(
                List.of("IN_PROGRESS", "IN_PROGRESS", "CANCELLED"),
                hub.column(String.class, "select status from sync_work_part where item = ? order by id", run));
        assertTrue(first.page(run, parts.get(0), 1, 0, 3), "it hears of it at its page");
        assertFalse(first.isToContinue(parts.get(1)));
        first.end(parts.get(0), 1, WorkStatus.CANCELLED);
        clock.move(PartProcess.LEASE.plusSeconds(1));
        PartProcess second = processes.get(1);
        assertTrue(second.claim(parts.get(2)).isEmpty(), "it has ended");
        int fence = second.claim(parts.get(1)).orElseThrow().fence;
        QuarkusTransaction.requiringNew().run(() -> second.items.fail(kind, parts.get(1), fence, "It broke"));
        assertEquals(
                "CANCELLED operator 3 1",
                hub.value(
                        String.class,
                        "select concat_ws(' ', status, cancelled_by, read, resumed) from sync_run where id = ?",
                        run));
        assertEquals(1, kind.ended.get());
    }

    @Test
    void aRunOfWhichOnePartFailsTellsWhyWhenTheOthersAreDone() {
        PartProcess first = processes.get(0);
        List<Long> parts = run("a", "b", "c");
        for (long part : parts) {
            first.claim(part);
        }
        QuarkusTransaction.requiringNew().run(() -> first.items.fail(kind, parts.get(1), 1, "It broke"));
        first.end(parts.get(0), 1, WorkStatus.PARTIAL);
        QuarkusTransaction.requiringNew()
                .run(() -> assertFalse(
                        first.items.isLast(kind, first.items.mine(kind, parts.get(2), 1)), "one could not finish"));
        first.end(parts.get(2), 1, WorkStatus.SUCCESS);
        assertEquals(
                "FAILED It broke",
                hub.value(String.class, "select status || ' ' || reason from sync_run where id = ?", (long)
                        parts.get(0)));
    }

    /** Whatever the order of what processes do, a page is recorded once, and the run ends once. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noPageIsLostOrRecordedTwiceWhateverProcessesDo(long seed) throws Exception {
        Random random = new Random(seed);
        List<Long> parts = run(covers(1 + random.nextInt(4)));
        boolean isCancelled = seed % 4 == 0;
        long run = parts.get(0);
        AtomicInteger steps = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(processes.size());
        try {
            List<Future<Void>> all = new ArrayList<>();
            for (PartProcess process : processes) {
                Random own = new Random(random.nextLong());
                all.add(threads.submit((Callable<Void>) () -> {
                    while (isActive(run)) {
                        assertTrue(steps.incrementAndGet() < 20_000, "it makes no progress, seed " + seed);
                        if (isCancelled && steps.get() > 4) {
                            cancel(run);
                        }
                        carryOut(process, run, parts.get(own.nextInt(parts.size())), own);
                    }
                    return null;
                }));
            }
            for (Future<Void> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        String status = hub.value(String.class, "select status from sync_run where id = ?", run);
        long read = hub.value(Long.class, "select read from sync_run where id = ?", run);
        long whole = (long) parts.size() * PAGES * (PAGES + 1) / 2;
        assertTrue(isCancelled ? read <= whole : read == whole, read + " of " + whole + ", seed " + seed);
        assertTrue(isCancelled || status.equals("SUCCESS"), status + ", seed " + seed);
        assertEquals(
                0,
                hub.value(
                        Long.class,
                        """
                select count(*) from sync_work_part
                where item = ? and (status = 'IN_PROGRESS'
                    or (counts ->> 'read')::bigint <> checkpoint::bigint * (checkpoint::bigint + 1) / 2)""",
                        run));
        assertCountsAreSums(run);
        assertEquals(1, kind.ended.get(), "seed " + seed);
    }

    /** As a process that may die, stand still for longer than a lease, or give the part back, between any two pages. */
    private void carryOut(PartProcess process, long run, long part, Random random) {
        WorkPart mine = process.claim(part).orElse(null);
        if (mine == null) {
            clock.move(Duration.ofSeconds(random.nextInt(3))); // slowly: another one may be at work
            return;
        }
        try {
            boolean isCancelled = false;
            for (int page = mine.checkpoint == null ? 0 : Integer.parseInt(mine.checkpoint);
                    page < PAGES && !isCancelled;
                    page++) {
                switch (random.nextInt(8)) {
                    case 0 -> {
                        return; // it dies
                    }
                    case 1 -> {
                        process.giveBack(part, mine.fence);
                        return;
                    }
                    case 2 -> clock.move(PartProcess.LEASE.plusSeconds(1)); // it, and all others, stand still
                    case 3 -> process.renew();
                    default -> {}
                }
                isCancelled = process.page(run, part, mine.fence, page, page + 1);
            }
            process.end(part, mine.fence, isCancelled ? WorkStatus.CANCELLED : WorkStatus.SUCCESS);
        } catch (LeaseLost e) {
            process.held.drop(part, mine.fence); // another process has it
        }
    }

    private boolean isActive(long run) {
        return hub.value(Boolean.class, "select status = 'IN_PROGRESS' from sync_run where id = ?", run);
    }

    private void cancel(long run) {
        QuarkusTransaction.requiringNew().run(() -> processes.get(0).items.cancel(kind, run, "operator"));
    }

    private List<Long> abandoned(PartProcess process) {
        return QuarkusTransaction.requiringNew().call(() -> process.claims.abandoned(kind, Duration.ZERO, 100).stream()
                .map(ItemPart::number)
                .toList());
    }

    /** The numbers of the parts of a new run; the first is the run's own. */
    private List<Long> run(String... covers) {
        WorkItems items = processes.get(0).items;
        clock.move(Duration.ofSeconds(1));
        List<Long> numbers = new ArrayList<>();
        QuarkusTransaction.requiringNew().run(() -> {
            Run run = new Run();
            run.route = ROUTE;
            run.trigger = Trigger.ON_DEMAND;
            run.requestedBy = "test";
            run.rangeName = "all";
            run.depth = "SHALLOW";
            run.createdAt = clock.instant().minusSeconds(1);
            run.queued = true;
            run.status = WorkStatus.IN_PROGRESS;
            items.place(kind, run, "RANGE");
            numbers.add(run.id);
        });
        int fence = processes.get(2).claim(numbers.get(0)).orElseThrow().fence;
        QuarkusTransaction.requiringNew().run(() -> {
            ItemPart<Run> mine = items.mine(kind, numbers.get(0), fence);
            items.split(kind, mine, List.of(covers), "RANGE").forEach(part -> numbers.add(part.id));
        });
        hub.execute(
                "update sync_work_part set owner = null, lease_until = null, fence = 0, started_at = null where id = ?",
                numbers.get(0));
        return numbers;
    }

    private static String[] covers(int parts) {
        String[] covers = new String[parts];
        for (int i = 0; i < parts; i++) {
            covers[i] = "part " + i;
        }
        return covers;
    }

    private void assertCountsAreSums(long run) {
        assertEquals(
                List.of(),
                hub.column(
                        String.class,
                        """
                        select concat_ws(' ', item.key, item.value, sum(part.value::bigint))
                        from sync_run r, jsonb_each_text(to_jsonb(r)) item, sync_work_part p, jsonb_each_text(p.counts) part
                        where r.id = ? and p.item = r.id and part.key = item.key
                        group by item.key, item.value having item.value::bigint <> sum(part.value::bigint)""",
                        run));
    }

    /** Runs that the application's own processes leave alone. */
    private static final class Kind implements WorkKind<Run> {
        private final AtomicInteger ended = new AtomicInteger();

        @Override
        public Class<Run> type() {
            return Run.class;
        }

        @Override
        public String table() {
            return "sync_run";
        }

        @Override
        public String name() {
            return "TEST";
        }

        @Override
        public String noun() {
            return "Run";
        }

        @Override
        public JobKey job(Run run) {
            throw new AssertionError("Nothing here dispatches");
        }

        @Override
        public TriggerKey trigger(Run run, long part) {
            throw new AssertionError("Nothing here dispatches");
        }

        @Override
        public String dataKey() {
            throw new AssertionError("Nothing here dispatches");
        }

        @Override
        public void cancelled(Run run, String who) {}

        @Override
        public void ending(Run run) {
            ended.incrementAndGet();
        }
    }

    /** A clock that the test moves, for all processes. */
    private static final class MovedClock extends Clock {
        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

        void move(Duration by) {
            now.updateAndGet(at -> at.plus(by));
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
