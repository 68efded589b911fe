package dev.syncline.run.phase;

import dev.syncline.page.Depth;
import dev.syncline.page.Page.Unit;
import dev.syncline.page.RunContext;
import dev.syncline.page.Window;
import dev.syncline.route.DeletePolicy;

/** Which phase comes after which. */
final class PhaseOrder {
    private PhaseOrder() {}

    /** Returns where a run continues that has read its range and what was kept back. */
    static Position afterHeld(ActiveRun run) {
        if (!run.isOverRange()) {
            return Position.END;
        }
        return looksForVanished(run) ? Position.beginOf(Phase.COUNT_VANISHED) : afterVanished(run);
    }

    /** A range by time says nothing of records whose changed-at is a row version. */
    private static boolean looksForVanished(ActiveRun run) {
        RunContext context = run.context();
        return context.depth() == Depth.DEEP
                && context.route().deletePolicy() != DeletePolicy.IGNORE
                && (run.unit() != Unit.NUMBER || context.window().equals(Window.ALL));
    }

    /** Returns where a run continues that has told of all that vanished. */
    static Position afterVanished(ActiveRun run) {
        RunContext context = run.context();
        boolean looksEverywhere =
                context.depth() == Depth.DEEP && context.window().equals(Window.ALL);
        return looksEverywhere ? Position.beginOf(Phase.UNDELIVERED) : Position.END;
    }
}
