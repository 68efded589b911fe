package dev.syncline.run.phase;

import dev.syncline.page.Depth;
import dev.syncline.page.Depths;
import dev.syncline.page.Page;
import dev.syncline.page.ReadRequest;
import dev.syncline.page.ReadRequest.Side;
import dev.syncline.page.RunContext;
import dev.syncline.page.Scope;
import dev.syncline.page.SystemReads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Future;

/** The rows in a run's range; the next page is read while one is delivered. */
@ApplicationScoped
class RangePhase implements RunPhase {
    private final SystemReads reads;
    private final Depths depths;

    RangePhase(SystemReads reads, Depths depths) {
        this.reads = reads;
        this.depths = depths;
    }

    @Override
    public boolean isOf(Phase phase, RunContext run) {
        return phase == Phase.RANGE && run.keys() == null;
    }

    @Override
    public RunPage next(ActiveRun run, String cursor) throws Exception {
        RunContext context = run.context();
        Depth depth = depths.ofRange(context.route(), context.depth());
        Future<Page> readAhead = run.takeReadAhead();
        Page page = SystemReads.await(readAhead != null ? readAhead : ask(context, cursor, depth));
        if (cursor != null && page.duplicates() != null) {
            run.countsTwice(); // opened anew: a row that changed meanwhile is read again
        }
        Position after = page.next() == null ? Position.beginOf(Phase.HELD) : new Position(Phase.RANGE, page.next());
        RunPage taken = run.take(page, depth, after);
        if (page.next() != null) {
            run.readAhead(ask(context, page.next(), depth));
        }
        if (!run.isIndependent(taken)) {
            run.awaitRecorded();
        }
        return taken;
    }

    private Future<Page> ask(RunContext run, String cursor, Depth depth) {
        return reads.begin(new ReadRequest(
                run.part(),
                run.route().id(),
                Side.SOURCE,
                new Scope(run.window(), depth, null),
                cursor,
                Math.max(1, run.route().pageSize() / 2),
                run.dryRun(),
                false));
    }
}
