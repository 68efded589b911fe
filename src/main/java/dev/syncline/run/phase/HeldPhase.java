package dev.syncline.run.phase;

import dev.syncline.page.Depth;
import dev.syncline.page.NoLookup;
import dev.syncline.page.Page;
import dev.syncline.page.ReadRequest;
import dev.syncline.page.Row;
import dev.syncline.page.RunContext;
import dev.syncline.record.ParkedRecords.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Records that were kept back and may be sent now, read again whatever their changed-at. A page of them is one batch, as
 * batches of a page are sent side by side, and these are sent in the order of the source.
 */
@ApplicationScoped
class HeldPhase implements RunPhase {
    private static final Comparator<Row> IN_ORDER = Comparator.comparing(
                    Row::changedAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Row::key, Comparator.nullsLast(Comparator.naturalOrder()));

    private final NamedRecords named;
    private final ReadyRecords ready;

    HeldPhase(NamedRecords named, ReadyRecords ready) {
        this.named = named;
        this.ready = ready;
    }

    @Override
    public boolean isOf(Phase phase, RunContext run) {
        return phase == Phase.HELD;
    }

    @Override
    public RunPage next(ActiveRun run, String cursor) throws Exception {
        RunContext context = run.context();
        List<Place> places = ready.after(run, cursor);
        if (places.isEmpty()) {
            return run.takeNothing(PhaseOrder.afterHeld(run));
        }
        places = places.subList(0, Math.min(places.size(), NamedRecords.atATime(run)));
        boolean withChildren = places.stream().anyMatch(Place::deep);
        Depth depth = withChildren ? Depth.DEEP : context.depth();
        List<String> keys = places.stream().map(Place::key).toList();
        ReadRequest request = NamedRecords.request(context, keys, depth, false);
        Page page;
        try {
            page = named.read(request);
        } catch (Exception e) {
            if (!NoLookup.isSaid(e)) {
                throw e;
            }
            return run.takeNothing(PhaseOrder.afterHeld(run)); // they are on hold until they are read again
        }
        if (run.mustAskForFewer(keys.size(), page)) {
            return next(run, cursor);
        }
        List<Row> rows = new ArrayList<>(page.rows());
        rows.addAll(named.missing(context, request, page));
        rows.sort(IN_ORDER);
        ready.shared(context, page);
        Place last = places.get(places.size() - 1);
        return run.take(Page.of(rows, page.duplicates()), depth, new Position(Phase.HELD, ReadyRecords.cursor(last)));
    }
}
