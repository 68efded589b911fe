package dev.syncline.run;

import dev.syncline.page.Depth;
import dev.syncline.page.Range;
import dev.syncline.page.RunContext;
import dev.syncline.page.RunMode;
import dev.syncline.page.Scope;
import dev.syncline.page.Window;
import dev.syncline.record.Destinations;
import dev.syncline.record.Destinations.DestinationState;
import dev.syncline.record.Edit;
import dev.syncline.record.Edits;
import dev.syncline.record.RouteNumbers;
import dev.syncline.route.SyncRoute;
import dev.syncline.rule.Rules;
import dev.syncline.run.phase.ActiveRun;
import dev.syncline.run.phase.Phase;
import dev.syncline.run.phase.Position;
import dev.syncline.run.phase.Reach;
import dev.syncline.value.Micros;
import dev.syncline.work.ItemPart;
import dev.syncline.work.WorkPart;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;

/** Puts together what a run works with, as things stand when it begins or goes on. */
@ApplicationScoped
class ActiveRuns {
    private final RouteNumbers numbers;
    private final Destinations destinations;
    private final Watermarks watermarks;
    private final Rules rules;
    private final Edits edits;

    ActiveRuns(RouteNumbers numbers, Destinations destinations, Watermarks watermarks, Rules rules, Edits edits) {
        this.destinations = destinations;
        this.numbers = numbers;
        this.watermarks = watermarks;
        this.rules = rules;
        this.edits = edits;
    }

    ActiveRun of(ItemPart<Run> claimed, SyncRoute route) {
        Run run = claimed.item();
        WorkPart part = claimed.part();
        int number = numbers.confirmed(route.id());
        DestinationState destination = destination(run, route);
        RunContext context = new RunContext(
                run.id,
                part.id,
                part.fence,
                route,
                number,
                new Scope(
                        window(run, route, destination),
                        Depth.valueOf(run.depth),
                        run.keys == null ? null : List.of(run.keys)),
                new RunMode(run.dryRun, !run.isOverRange(), run.repairs != null),
                destination.since());
        Edit edit = run.trigger == Trigger.RETRY ? edits.of(run.id).orElse(null) : null;
        ActiveRun active = new ActiveRun(
                context,
                new Position(Phase.valueOf(part.phase), part.checkpoint),
                reach(run, context),
                rules.of(route.id()),
                edit,
                run.cancelledBy != null,
                destination.change());
        if (run.read > 0) {
            active.countsTwice(); // it goes on where a page begins of which some may be recorded
        }
        return active;
    }

    private static Reach reach(Run run, RunContext context) {
        Window window = context.window();
        boolean isChanges = run.rangeName.equals(Range.CHANGES.apiName());
        long base = window.fromNumber() != null
                ? window.fromNumber() + context.route().overlapNumber()
                : isChanges && window.from() != null
                        ? Micros.of(window.from()) + context.route().overlapMicros()
                        : 0;
        return new Reach(base, run.highest, run.far, run.beyond);
    }

    private DestinationState destination(Run run, SyncRoute route) {
        try {
            return destinations.begin(route, run.id, run.dryRun);
        } catch (SQLException e) {
            throw new IllegalStateException("The hub database does not answer: " + e.getMessage(), e);
        }
    }

    private Window window(Run run, SyncRoute route, DestinationState destination) {
        if (!route.windowed() || run.rangeName.equals(Range.ALL.apiName())) {
            return Window.ALL;
        } else if (run.rangeName.equals(Range.CHANGES.apiName())) {
            return destination.change() == null ? watermarks.changes(route) : Window.ALL;
        }
        return new Window(run.rangeFrom, run.rangeTo, null, false);
    }
}
