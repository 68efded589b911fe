package dev.syncline.run.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.run.Run;
import dev.syncline.work.WorkEvent;
import dev.syncline.work.WorkEvent.What;
import dev.syncline.work.WorkStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimelinesTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @Test
    void aRunOfBeforeEventsIsToldByItsRow() {
        Run run = run();
        run.resumed = 2;
        run.cancelledBy = "operator";
        run.status = WorkStatus.CANCELLED;
        run.finishedAt = NOON.plusSeconds(60);
        run.reason = "late";
        assertEquals(
                List.of(
                        "BEGAN all, deep; resumed 2 times more, when is not recorded by test",
                        "CANCELLED null by operator",
                        "ENDED CANCELLED: late by null"),
                texts(Timelines.of(run, List.of())));
    }

    @Test
    void aRunThatHasNotBegunHasNoBeginning() {
        Run run = run();
        run.startedAt = null;
        assertEquals(List.of(), Timelines.of(run, List.of()));
    }

    @Test
    void repeatedWaitsAreOneEntry() {
        WorkEvent wait = event(What.WAITED, 5);
        wait.times = 3;
        wait.until = NOON.plusSeconds(9);
        TimelineEntry shown = Timelines.of(run(), List.of(wait)).get(1);
        assertEquals("for the system relay, 3 times", shown.detail());
        assertEquals(NOON.plusSeconds(9), shown.until());
    }

    /** Whatever the clocks of processes say, the order is that of time, nothing is lost, and the end is last. */
    @Property(tries = 200)
    void entriesAreInTheOrderOfTimeAndTheEndIsLast(
            @ForAll List<@IntRange(min = -100, max = 100) Integer> seconds, @ForAll What what) {
        Run run = run();
        run.finishedAt = NOON.plusSeconds(50);
        run.status = WorkStatus.SUCCESS;
        List<WorkEvent> events = new ArrayList<>();
        seconds.forEach(second -> events.add(event(what, second)));
        List<TimelineEntry> all = Timelines.of(run, events);
        assertEquals(events.size() + 2, all.size());
        assertEquals("ENDED", all.get(all.size() - 1).what());
        for (int i = 1; i < all.size(); i++) {
            assertTrue(!all.get(i).at().isBefore(all.get(i - 1).at()), all.toString());
        }
    }

    private static Run run() {
        Run run = new Run();
        run.id = 7L;
        run.rangeName = "all";
        run.depth = "DEEP";
        run.requestedBy = "test";
        run.startedAt = NOON;
        run.status = WorkStatus.IN_PROGRESS;
        return run;
    }

    private static WorkEvent event(What what, int second) {
        WorkEvent event = new WorkEvent();
        event.what = what;
        event.at = NOON.plusSeconds(second);
        event.detail = "for the system relay";
        return event;
    }

    private static List<String> texts(List<TimelineEntry> entries) {
        return entries.stream()
                .map(entry -> entry.what() + " " + entry.detail() + " by " + entry.who())
                .toList();
    }
}
