package dev.syncline.run;

import dev.syncline.page.Depth;
import dev.syncline.page.Depths;
import dev.syncline.page.NoLookup;
import dev.syncline.page.Page;
import dev.syncline.page.ReadRequest;
import dev.syncline.page.ReadRequest.Side;
import dev.syncline.page.Row;
import dev.syncline.page.RunContext;
import dev.syncline.page.SystemReads;
import dev.syncline.record.ParkedRecords.Place;
import dev.syncline.record.RetryLine;
import dev.syncline.run.ActiveRun.Phase;
import dev.syncline.run.ActiveRun.Position;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;

/** Gives a run its pages, one after the other, and reads the next one of its range while one is delivered. */
@ApplicationScoped
@Named("pages")
@RegisterForReflection
public class Pages {
    static final Page EMPTY = page(List.of(), null);

    private static final Comparator<Row> IN_ORDER = Comparator.comparing(
                    Row::changedAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Row::key, Comparator.nullsLast(Comparator.naturalOrder()));

    private final SystemReads reads;
    private final NamedRecords named;
    private final VanishedRecords vanished;
    private final ReadyRecords ready;
    private final RetryLine line;
    private final Depths depths;

    Pages(
            SystemReads reads,
            NamedRecords named,
            VanishedRecords vanished,
            ReadyRecords ready,
            RetryLine line,
            Depths depths) {
        this.reads = reads;
        this.named = named;
        this.vanished = vanished;
        this.ready = ready;
        this.line = line;
        this.depths = depths;
    }

    /** The next page; it may be empty. */
    public Page next(@ExchangeProperty("run") ActiveRun run, Exchange exchange) throws Exception {
        Position position = run.position();
        if (run.takesWhatIsLeft()) {
            run.awaitRecorded();
            exchange.setProperty("duplicates", run.duplicates());
            return run.page();
        }
        if (position.phase() != Phase.RANGE) {
            run.awaitRecorded();
        }
        run.reads(run.context().depth());
        switch (position.phase()) {
            case RANGE -> range(run, position);
            case HELD -> held(run, position);
            case COUNT_VANISHED -> vanished.count(run, position);
            case VANISHED -> vanished.vanished(run, position);
            case UNDELIVERED -> vanished.undelivered(run, position);
            case IN_LINE -> inLine(run, position);
            default -> throw new IllegalStateException("Run " + run.context().id() + " is over");
        }
        exchange.setProperty("duplicates", run.duplicates());
        exchange.setProperty("mostlyInStep", run.isMostlyInStep());
        exchange.setProperty("readDeep", run.isReadDeep());
        exchange.setProperty(
                "deletionsHeld", position.phase() == Phase.VANISHED ? VanishedRecords.whyHeld(run, position) : null);
        return run.page();
    }

    private void range(ActiveRun run, Position position) throws Exception {
        RunContext context = run.context();
        if (context.keys() != null) {
            namedKeys(run, position);
            return;
        }
        run.reads(depths.ofRange(context.route(), context.depth()));
        Future<Page> readAhead = run.takeReadAhead();
        Page page = SystemReads.await(readAhead != null ? readAhead : ask(context, position.cursor()));
        if (position.cursor() != null && page.duplicates() != null) {
            run.countsTwice(); // opened anew: a row that changed meanwhile is read again
        }
        if (page.next() == null) {
            run.take(page, new Position(Phase.HELD, null));
        } else {
            run.take(page, new Position(Phase.RANGE, page.next()));
            run.readAhead(ask(context, page.next()));
        }
        if (!run.isIndependent()) {
            run.awaitRecorded();
        }
    }

    private void namedKeys(ActiveRun run, Position position) throws Exception {
        RunContext context = run.context();
        List<String> keys = context.keys();
        int from = position.cursor() == null ? 0 : Integer.parseInt(position.cursor());
        int to = Math.min(from + NamedRecords.atATime(run), keys.size());
        ReadRequest request = NamedRecords.request(context, keys.subList(from, to), context.depth(), true);
        Page page = named.read(request);
        if (run.mustAskForFewer(to - from, page)) {
            namedKeys(run, position);
            return;
        }
        run.take(
                new Page(
                        all(run, request, page),
                        null,
                        (long) keys.size(),
                        page.sourceNow(),
                        page.duplicates(),
                        page.unit()),
                to < keys.size() ? new Position(Phase.RANGE, Integer.toString(to)) : Position.END);
    }

    /**
     * Records that were kept back and may go now, read again whatever their changed-at. A page of them is one batch, as
     * batches of a page go side by side, and these are to go in the order of the source.
     */
    private void held(ActiveRun run, Position position) throws Exception {
        RunContext context = run.context();
        List<Place> places = ready.after(run, position.cursor());
        if (places.isEmpty()) {
            run.take(EMPTY, VanishedRecords.begin(run));
            return;
        }
        places = places.subList(0, Math.min(places.size(), NamedRecords.atATime(run)));
        boolean withChildren = places.stream().anyMatch(Place::deep);
        Depth depth = withChildren ? Depth.DEEP : context.depth();
        run.reads(depth);
        List<String> keys = places.stream().map(Place::key).toList();
        ReadRequest request = NamedRecords.request(context, keys, depth, false);
        Page page;
        try {
            page = named.read(request);
        } catch (Exception e) {
            if (!NoLookup.isSaid(e)) {
                throw e;
            }
            run.take(EMPTY, VanishedRecords.begin(run)); // they are on hold until they are read again
            return;
        }
        if (run.mustAskForFewer(keys.size(), page)) {
            held(run, position);
            return;
        }
        List<Row> rows = new ArrayList<>(page.rows());
        rows.addAll(named.missing(context, request, page));
        rows.sort(IN_ORDER);
        ready.shared(context, page);
        Place last = places.get(places.size() - 1);
        run.take(page(rows, page.duplicates()), new Position(Phase.HELD, ReadyRecords.cursor(last)));
    }

    /** Records that stand in line for this run. */
    private void inLine(ActiveRun run, Position position) throws Exception {
        RunContext context = run.context();
        List<String> keys = line.keys(context.routeNumber(), position.cursor(), NamedRecords.atATime(run));
        if (keys.isEmpty()) {
            run.take(EMPTY, Position.END);
            return;
        }
        ReadRequest request = NamedRecords.request(context, keys, context.depth(), true);
        Page page = named.read(request);
        if (run.mustAskForFewer(keys.size(), page)) {
            inLine(run, position);
            return;
        }
        run.take(
                page(all(run, request, page), page.duplicates()),
                new Position(Phase.IN_LINE, keys.get(keys.size() - 1)));
    }

    /** The rows of an answer, and one for each record that it lacks. */
    private List<Row> all(ActiveRun run, ReadRequest asked, Page answer) throws Exception {
        List<Row> missing = named.missing(run.context(), asked, answer);
        run.notFound(missing.stream().filter(Row::deleted).map(Row::key).toList());
        List<Row> rows = new ArrayList<>(answer.rows());
        rows.addAll(missing);
        return rows;
    }

    static Page page(List<Row> rows, Set<String> duplicates) {
        return new Page(rows, null, null, null, duplicates, null);
    }

    private Future<Page> ask(RunContext run, String cursor) {
        return reads.begin(new ReadRequest(
                run.id(),
                run.route().id(),
                Side.SOURCE,
                run.window(),
                depths.ofRange(run.route(), run.depth()),
                null,
                cursor,
                Math.max(1, run.route().pageSize() / 2),
                run.dryRun(),
                false));
    }
}
