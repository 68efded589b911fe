package dev.syncline.run.history;

import dev.syncline.run.Run;
import dev.syncline.run.RunKind;
import dev.syncline.work.WorkEvent;
import dev.syncline.work.WorkEvent.What;
import dev.syncline.work.WorkEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What happened to a run: its row says when it began and ended, its events what was between. */
@ApplicationScoped
public class Timelines {
    private static final Set<What> RESUMPTIONS = Set.of(What.RESUMED, What.TAKEN_OVER);

    private final WorkEvents events;
    private final RunKind kind;

    Timelines(WorkEvents events, RunKind kind) {
        this.events = events;
        this.kind = kind;
    }

    /** Returns the time line of a run, oldest first. */
    public List<TimelineEntry> of(Run run) {
        return of(run, events.of(kind, run.id));
    }

    /** Returns what a run waited for last; empty if it did not wait. */
    public Optional<String> awaited(long run) {
        return events.of(kind, run).stream()
                .filter(event -> event.what == What.WAITED)
                .reduce((earlier, later) -> later)
                .map(event -> event.detail);
    }

    static List<TimelineEntry> of(Run run, List<WorkEvent> events) {
        List<TimelineEntry> all = new ArrayList<>();
        if (run.startedAt != null) {
            all.add(new TimelineEntry(run.startedAt, "BEGAN", began(run, events), run.requestedBy, null));
        }
        events.forEach(event ->
                all.add(new TimelineEntry(event.at, event.what.name(), detail(event), event.who, event.until)));
        if (run.cancelledBy != null && run.finishedAt != null && !has(events, What.CANCELLED)) {
            all.add(new TimelineEntry(run.finishedAt, What.CANCELLED.name(), null, run.cancelledBy, null));
        }
        all.sort(Comparator.comparing(TimelineEntry::at)); // stable: what happened at one moment stays in order
        if (run.finishedAt != null) {
            all.add(new TimelineEntry(last(run, all), "ENDED", ended(run), null, null));
        }
        return all;
    }

    /** Processes have clocks of their own; nothing happens after the end. */
    private static Instant last(Run run, List<TimelineEntry> before) {
        Instant latest = before.isEmpty()
                ? run.finishedAt
                : before.get(before.size() - 1).at();
        return latest.isAfter(run.finishedAt) ? latest : run.finishedAt;
    }

    private static String began(Run run, List<WorkEvent> events) {
        long known = events.stream()
                .filter(event -> RESUMPTIONS.contains(event.what))
                .count();
        long unknown = run.resumed - known;
        return run.rangeName + ", " + run.depth.toLowerCase(Locale.ROOT) + (run.dryRun ? ", dry run" : "")
                + (unknown > 0 ? "; resumed " + unknown + " times more, when is not recorded" : "");
    }

    private static String ended(Run run) {
        return run.reason == null ? run.status.name() : run.status.name() + ": " + run.reason;
    }

    private static String detail(WorkEvent event) {
        return event.times > 1 ? event.detail + ", " + event.times + " times" : event.detail;
    }

    private static boolean has(List<WorkEvent> events, What what) {
        return events.stream().anyMatch(event -> event.what == what);
    }
}
