package dev.syncline.run.phase;

import dev.syncline.page.Page;
import dev.syncline.page.ReadRequest;
import dev.syncline.page.RunContext;
import dev.syncline.record.RetryLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Records that somebody wants retried, and that are in line for the run. */
@ApplicationScoped
class InLinePhase implements RunPhase {
    private final NamedRecords named;
    private final RetryLine line;

    InLinePhase(NamedRecords named, RetryLine line) {
        this.named = named;
        this.line = line;
    }

    @Override
    public boolean isOf(Phase phase, RunContext run) {
        return phase == Phase.IN_LINE;
    }

    @Override
    public RunPage next(ActiveRun run, String cursor) throws Exception {
        RunContext context = run.context();
        List<String> keys = line.keys(context.routeNumber(), cursor, NamedRecords.atATime(run));
        if (keys.isEmpty()) {
            return run.takeNothing(Position.END);
        }
        ReadRequest request = NamedRecords.request(context, keys, context.depth(), true);
        Page page = named.read(request);
        if (run.mustAskForFewer(keys.size(), page)) {
            return next(run, cursor);
        }
        return run.take(
                Page.of(named.all(run, request, page), page.duplicates()),
                context.depth(),
                new Position(Phase.IN_LINE, keys.get(keys.size() - 1)));
    }
}
