package dev.syncline.console.overview;

import dev.syncline.console.frame.State;
import dev.syncline.console.frame.When;
import dev.syncline.run.history.RecentRuns.Brief;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A route's latest runs as bars, oldest first: the height is how long it took, the colour how it ended. */
record Spark(List<Bar> bars, String text) {
    static final int MOST = 20;
    private static final int STEP = 6;
    private static final int HEIGHT = 20;
    private static final int LOWEST = 3;

    /** @param tone as {@link State} has it */
    record Bar(int x, int y, int height, String tone, String title) {}

    static Spark of(List<Brief> runs, Instant now) {
        long longest = runs.stream().mapToLong(run -> millis(run, now)).max().orElse(1);
        List<Bar> bars = new ArrayList<>();
        int failed = 0;
        for (int i = 0; i < runs.size(); i++) {
            Brief run = runs.get(i);
            State state = State.of(run.status());
            int height = LOWEST + (int) ((HEIGHT - LOWEST) * millis(run, now) / Math.max(1, longest));
            int place = MOST - runs.size() + i;
            bars.add(new Bar(
                    place * STEP,
                    HEIGHT - height,
                    height,
                    state.tone(),
                    "Run " + run.id() + ": " + state.label() + ", " + When.span(Duration.ofMillis(millis(run, now)))));
            failed += state.tone().equals("bad") ? 1 : 0;
        }
        return new Spark(
                bars,
                runs.isEmpty()
                        ? "Has not run yet"
                        : "Last " + runs.size() + " runs, " + (failed == 0 ? "none" : failed) + " failed");
    }

    private static long millis(Brief run, Instant now) {
        if (run.startedAt() == null) {
            return 0;
        }
        Instant end = run.finishedAt() == null ? now : run.finishedAt();
        return Math.max(0, Duration.between(run.startedAt(), end).toMillis());
    }
}
