package dev.syncline.run.phase;

import dev.syncline.page.Page;
import dev.syncline.page.ReadRequest;
import dev.syncline.page.RunContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The records that a run was asked for by their keys, instead of a range. */
@ApplicationScoped
class NamedKeysPhase implements RunPhase {
    private final NamedRecords named;

    NamedKeysPhase(NamedRecords named) {
        this.named = named;
    }

    @Override
    public boolean isOf(Phase phase, RunContext run) {
        return phase == Phase.RANGE && run.keys() != null;
    }

    @Override
    public RunPage next(ActiveRun run, String cursor) throws Exception {
        RunContext context = run.context();
        List<String> keys = context.keys();
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(from + NamedRecords.atATime(run), keys.size());
        ReadRequest request = NamedRecords.request(context, keys.subList(from, to), context.depth(), true);
        Page page = named.read(request);
        if (run.mustAskForFewer(to - from, page)) {
            return next(run, cursor);
        }
        Page all = new Page(
                named.all(run, request, page),
                null,
                (long) keys.size(),
                page.sourceNow(),
                page.duplicates(),
                page.unit());
        Position after = to < keys.size() ? new Position(Phase.RANGE, Integer.toString(to)) : Position.END;
        return run.take(all, context.depth(), after);
    }
}
