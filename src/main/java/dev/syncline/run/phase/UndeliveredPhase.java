package dev.syncline.run.phase;

import dev.syncline.page.NoLookup;
import dev.syncline.page.Page;
import dev.syncline.page.Row;
import dev.syncline.page.RunContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Records that never got to the target: those that the source no longer has need nobody any more. */
@ApplicationScoped
class UndeliveredPhase implements RunPhase {
    private final NamedRecords named;
    private final RecordedKeys recorded;

    UndeliveredPhase(NamedRecords named, RecordedKeys recorded) {
        this.named = named;
        this.recorded = recorded;
    }

    @Override
    public boolean isOf(Phase phase, RunContext run) {
        return phase == Phase.UNDELIVERED;
    }

    @Override
    public RunPage next(ActiveRun run, String cursor) throws Exception {
        RunContext context = run.context();
        List<String> keys = recorded.undelivered(context, cursor);
        if (keys.isEmpty() || cursor == null && recorded.areAllRead(run)) {
            return run.takeNothing(Position.END);
        }
        List<Row> gone;
        try {
            gone = named.absent(context, keys).gone();
        } catch (Exception e) {
            if (!NoLookup.isSaid(e)) {
                throw e;
            }
            return run.takeNothing(Position.END);
        }
        return run.take(
                Page.of(gone, null), context.depth(), new Position(Phase.UNDELIVERED, keys.get(keys.size() - 1)));
    }
}
