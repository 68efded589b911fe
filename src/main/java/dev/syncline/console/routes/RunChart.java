package dev.syncline.console.routes;

import dev.syncline.console.frame.Numbers;
import dev.syncline.console.frame.State;
import dev.syncline.console.frame.When;
import dev.syncline.console.routes.RouteDetail.Bar;
import dev.syncline.console.routes.RouteDetail.Chart;
import dev.syncline.run.history.RecentRuns.Brief;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Draws a route's latest runs: a bar a run, as high as it took long, in the colour of how it ended. */
final class RunChart {
    static final int MOST = 60;
    static final int HEIGHT = 90;
    private static final int STEP = 12;
    private static final int LOWEST = 4;

    private RunChart() {}

    static Chart of(List<Brief> runs, Instant now) {
        long longest =
                runs.stream().mapToLong(run -> took(run, now).toMillis()).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Brief run = runs.get(i);
            Duration took = took(run, now);
            int height = LOWEST + (int) ((HEIGHT - LOWEST) * took.toMillis() / Math.max(1, longest));
            State state = State.of(run.status());
            bars.add(new Bar(
                    i * STEP,
                    HEIGHT - height,
                    height,
                    state.tone(),
                    "Run " + run.id() + ": " + state.label() + ", " + When.span(took) + ", "
                            + Numbers.of(run.read(), "record"),
                    "/runs/" + run.id()));
        }
        return new Chart(
                MOST * STEP,
                bars,
                When.span(Duration.ofMillis(longest)),
                "The last " + Numbers.of(runs.size(), "run") + "; the longest took "
                        + When.span(Duration.ofMillis(longest)));
    }

    private static Duration took(Brief run, Instant now) {
        if (run.startedAt() == null) {
            return Duration.ZERO;
        }
        Duration took = Duration.between(run.startedAt(), run.finishedAt() == null ? now : run.finishedAt());
        return took.isNegative() ? Duration.ZERO : took;
    }
}
