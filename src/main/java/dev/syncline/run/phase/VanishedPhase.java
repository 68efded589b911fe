package dev.syncline.run.phase;

import dev.syncline.page.Page;
import dev.syncline.page.RunContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Records of the status table that the source no longer has: asked for by key, those that it does not give. */
@ApplicationScoped
class VanishedPhase implements RunPhase {
    private final NamedRecords named;
    private final RecordedKeys recorded;

    VanishedPhase(NamedRecords named, RecordedKeys recorded) {
        this.named = named;
        this.recorded = recorded;
    }

    @Override
    public boolean isOf(Phase phase, RunContext run) {
        return phase == Phase.VANISHED;
    }

    @Override
    public RunPage next(ActiveRun run, String cursor) throws Exception {
        RunContext context = run.context();
        Vanished count = Vanished.parse(cursor);
        List<String> keys = recorded.delivered(context, count.after());
        if (keys.isEmpty()) {
            return run.takeNothing(PhaseOrder.afterVanished(run));
        }
        String last = keys.get(keys.size() - 1);
        RunPage page = run.take(
                Page.of(named.absent(context, keys).gone(), null),
                context.depth(),
                new Position(Phase.VANISHED, count.at(last).toString()));
        page.holdDeletions(whyHeld(context.route().deleteGuard(), count));
        return page;
    }

    /** Returns why the target is not told of what has vanished; empty if it is. */
    private static String whyHeld(int guard, Vanished count) {
        return count.isMoreThan(guard) ? count.reason(guard) : "";
    }
}
