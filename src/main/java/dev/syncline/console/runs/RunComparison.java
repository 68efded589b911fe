package dev.syncline.console.runs;

import dev.syncline.api.runs.RunView;
import dev.syncline.console.frame.Numbers;
import dev.syncline.console.frame.When;
import dev.syncline.console.runs.RunDetail.Difference;
import dev.syncline.record.Counts;
import java.time.Duration;
import java.util.List;

/** Puts the numbers of a run beside those of the one before it. */
final class RunComparison {
    private RunComparison() {}

    static List<Difference> of(RunView run, RunView before) {
        return List.of(
                new Difference("Range", range(run), range(before)),
                new Difference("Took", took(run), took(before)),
                number("Read", run.counts().read(), before.counts().read()),
                number("Changed", changed(run.counts()), changed(before.counts())),
                number("Failed", run.counts().failed(), before.counts().failed()),
                number("On hold", run.counts().onHold(), before.counts().onHold()),
                number("Blocked", run.counts().blocked(), before.counts().blocked()));
    }

    private static Difference number(String what, long here, long before) {
        return new Difference(what, Numbers.grouped(here), Numbers.grouped(before));
    }

    private static String range(RunView run) {
        return run.range().name() + ", " + run.depth();
    }

    private static long changed(Counts counts) {
        return counts.created() + counts.updated() + counts.deleted();
    }

    private static String took(RunView run) {
        return run.startedAt() == null || run.finishedAt() == null
                ? ""
                : When.span(Duration.between(run.startedAt(), run.finishedAt()));
    }
}
