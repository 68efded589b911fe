package dev.syncline.console.runs;

import dev.syncline.api.runs.RunView;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Numbers;
import dev.syncline.console.frame.State;
import dev.syncline.console.frame.When;
import dev.syncline.console.runs.RunProgress.Bar;
import dev.syncline.console.runs.RunProgress.Count;
import dev.syncline.record.Counts;
import dev.syncline.run.history.Timelines;
import dev.syncline.work.WorkStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Says how far a run is. */
@ApplicationScoped
class RunProgresses {
    private static final int WIDTH = 1_000;

    /** Before that a rate says nothing. */
    private static final Duration SHORTEST = Duration.ofSeconds(2);

    private final Frames frames;
    private final Timelines timelines;

    RunProgresses(Frames frames, Timelines timelines) {
        this.timelines = timelines;
        this.frames = frames;
    }

    RunProgress of(RunView run) {
        WorkStatus status = WorkStatus.valueOf(run.status());
        boolean isWaiting = run.waitingUntil() != null && !status.isFinal();
        State state = run.queued() && !status.isFinal()
                ? new State("Queued", "off")
                : isWaiting ? new State("Waiting", "hold") : State.of(status);
        return new RunProgress(
                headline(run, status, isWaiting),
                state,
                Objects.requireNonNullElse(run.reason(), ""),
                run.progress().expected() == null && !status.isFinal()
                        ? ""
                        : run.progress().percent() + " %",
                done(run, status),
                bars(run),
                counts(run.counts()),
                Numbers.grouped(run.counts().read()));
    }

    private String headline(RunView run, WorkStatus status, boolean isWaiting) {
        String dry = run.dryRun() ? "Dry run " : "Run ";
        if (isWaiting) {
            return dry + run.id() + " waits "
                    + timelines.awaited(run.id()).map(what -> what + ", ").orElse("") + "until "
                    + frames.when(run.waitingUntil()).exact();
        } else if (run.queued() && !status.isFinal()) {
            return dry + run.id() + " is queued";
        }
        return dry
                + run.id()
                + switch (status) {
                    case IN_PROGRESS -> " is in progress";
                    case SUCCESS -> " has succeeded";
                    case PARTIAL -> " has finished, some records failed";
                    case FAILED -> " could not finish";
                    case CANCELLED -> " was cancelled by " + run.cancelledBy();
                    case BLOCKED -> " could not begin";
                };
    }

    private String done(RunView run, WorkStatus status) {
        StringBuilder text = new StringBuilder(Numbers.grouped(run.progress().done()));
        Long expected = run.progress().expected();
        if (expected != null && expected > run.progress().done()) {
            text.append(" of ").append(Numbers.grouped(expected));
        }
        text.append(" records read");
        if (run.startedAt() == null) {
            return text.toString();
        }
        Instant end = Objects.requireNonNullElse(run.finishedAt(), frames.now());
        Duration took = Duration.between(run.startedAt(), end);
        if (run.progress().done() > 0 && took.compareTo(SHORTEST) > 0) {
            long rate = run.progress().done() * 1_000 / took.toMillis();
            text.append(", ")
                    .append(rate == 0 ? "less than 1" : Numbers.grouped(rate))
                    .append(" a second");
            if (!status.isFinal()
                    && rate > 0
                    && expected != null
                    && expected > run.progress().done()) {
                Duration left = Duration.ofSeconds((expected - run.progress().done()) / rate);
                text.append(", about ").append(When.span(left)).append(" left");
            }
        }
        if (status.isFinal()) {
            text.append(", in ").append(When.span(took));
        }
        return text.toString();
    }

    private static List<Bar> bars(RunView run) {
        Counts counts = run.counts();
        long whole = Math.max(
                1,
                Math.max(
                        counts.read(), Objects.requireNonNullElse(run.progress().expected(), 0L)));
        List<Bar> bars = new ArrayList<>();
        long x = 0;
        for (Bar part : List.of(
                new Bar("ok", 0, counts.created() + counts.updated()),
                new Bar("done", 0, counts.unchanged()),
                new Bar("bad", 0, counts.failed()),
                new Bar("hold", 0, counts.onHold()),
                new Bar("block", 0, counts.blocked()))) {
            if (part.width() > 0) {
                long width = Math.max(1, part.width() * WIDTH / whole);
                bars.add(new Bar(part.tone(), x, width));
                x += width;
            }
        }
        return bars;
    }

    private static List<Count> counts(Counts counts) {
        List<Count> all = new ArrayList<>();
        all.add(new Count(Numbers.grouped(counts.created()), "created", ""));
        all.add(new Count(Numbers.grouped(counts.updated()), "updated", ""));
        all.add(new Count(Numbers.grouped(counts.unchanged()), "unchanged", ""));
        all.add(new Count(Numbers.grouped(counts.failed()), "failed", counts.failed() > 0 ? "text-bad" : ""));
        all.add(new Count(Numbers.grouped(counts.onHold()), "on hold", counts.onHold() > 0 ? "text-hold" : ""));
        all.add(new Count(Numbers.grouped(counts.blocked()), "blocked", ""));
        if (counts.deleted() > 0) {
            all.add(new Count(Numbers.grouped(counts.deleted()), "deleted beside these", ""));
        }
        return all;
    }
}
