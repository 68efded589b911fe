package dev.syncline.run;

import dev.syncline.page.Depth;
import dev.syncline.page.Page;
import dev.syncline.page.Page.Unit;
import dev.syncline.page.ReadRequest;
import dev.syncline.page.Row;
import dev.syncline.page.RunContext;
import dev.syncline.page.Window;
import dev.syncline.record.StatusTable;
import dev.syncline.route.SyncRoute.DeletePolicy;
import dev.syncline.run.ActiveRun.Phase;
import dev.syncline.run.ActiveRun.Position;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.ProducerTemplate;

/** Gives a run its pages, one after the other, and reads the next one of its range while one is delivered. */
@ApplicationScoped
@Named("pages")
@RegisterForReflection
public class Pages {
    /** Keys asked for at a time: a statement has at most 65,535 parameters, and a key up to six columns. */
    private static final int MOST_KEYS = 10_000;

    private static final Page EMPTY = new Page(List.of(), null, null, null, null, null);

    private final ProducerTemplate camel;
    private final StatusTable table;

    Pages(ProducerTemplate camel, StatusTable table) {
        this.camel = camel;
        this.table = table;
    }

    public boolean hasNext(@ExchangeProperty("run") ActiveRun run) {
        return !run.isOver();
    }

    /** The next page; it may be empty. */
    public Page next(@ExchangeProperty("run") ActiveRun run, Exchange exchange) throws Exception {
        Position position = run.position();
        if (position.phase() != Phase.RANGE) {
            run.awaitRecorded();
        }
        switch (position.phase()) {
            case RANGE -> range(run, position);
            case HELD -> held(run, position);
            case VANISHED -> vanished(run, position);
            default -> throw new IllegalStateException("Run " + run.context().id() + " is over");
        }
        exchange.setProperty("duplicates", run.duplicates());
        return run.page();
    }

    private void range(ActiveRun run, Position position) throws Exception {
        RunContext context = run.context();
        if (context.keys() != null) {
            namedKeys(run, position);
            return;
        }
        Future<Page> readAhead = run.takeReadAhead();
        Page page = readAhead != null ? await(readAhead) : await(ask(context, position.cursor()));
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
        List<String> keys = run.context().keys();
        int from = position.cursor() == null ? 0 : Integer.parseInt(position.cursor());
        int to = Math.min(from + Math.min(run.context().route().pageSize(), MOST_KEYS), keys.size());
        List<String> chunk = keys.subList(from, to);
        Page page = await(ask(run.context(), chunk, run.context().depth()));
        List<Row> rows = new ArrayList<>(page.rows());
        List<Row> missing = missing(page, chunk);
        rows.addAll(missing);
        run.notFound(missing.stream().map(Row::key).toList());
        run.take(
                new Page(rows, null, (long) keys.size(), page.sourceNow(), page.duplicates(), page.unit()),
                to < keys.size() ? new Position(Phase.RANGE, Integer.toString(to)) : Position.END);
    }

    /** Records on hold that were not looked at in this run: read again whatever their changed-at. */
    private void held(ActiveRun run, Position position) throws Exception {
        RunContext context = run.context();
        List<String> keys = table.held(
                context.routeNumber(),
                context.id(),
                position.cursor(),
                Math.min(context.route().pageSize(), MOST_KEYS));
        if (keys.isEmpty()) {
            run.take(EMPTY, looksForVanished(run) ? new Position(Phase.VANISHED, null) : Position.END);
            return;
        }
        Page page = await(ask(context, keys, context.depth()));
        List<Row> rows = new ArrayList<>(page.rows());
        rows.addAll(missing(page, keys));
        run.take(page(rows), new Position(Phase.HELD, keys.get(keys.size() - 1)));
    }

    /** A range by time says nothing of records whose changed-at is a row version. */
    private static boolean looksForVanished(ActiveRun run) {
        RunContext context = run.context();
        return context.depth() == Depth.DEEP
                && context.route().deletePolicy() != DeletePolicy.IGNORE
                && (run.unit() != Unit.NUMBER || context.window().equals(Window.ALL));
    }

    /** Records of the status table that the source no longer has: asked for by key, those that it does not give. */
    private void vanished(ActiveRun run, Position position) throws Exception {
        RunContext context = run.context();
        // A dry run adds nothing to the table, so new records would hide vanished ones.
        boolean noneVanished = position.cursor() == null
                && !context.dryRun()
                && !run.mayHaveCountedTwice()
                && table.holdsNoMoreThanRead(context.routeNumber(), context.id());
        List<String> keys = noneVanished
                ? List.of()
                : table.delivered(
                        context.routeNumber(),
                        context.window(),
                        position.cursor(),
                        Math.min(context.route().pageSize(), MOST_KEYS));
        if (keys.isEmpty()) {
            run.take(EMPTY, Position.END);
            return;
        }
        Set<String> there = new HashSet<>();
        for (Row row : await(ask(context, keys, Depth.SHALLOW)).rows()) {
            if (!row.deleted()) {
                there.add(row.key());
            }
        }
        List<Row> gone = new ArrayList<>();
        for (String key : keys) {
            if (!there.contains(key)) {
                gone.add(new Row(key, null, Map.of(), true));
            }
        }
        run.take(page(gone), new Position(Phase.VANISHED, keys.get(keys.size() - 1)));
    }

    /** Records that the source was asked for and does not have, marked as deleted. */
    private static List<Row> missing(Page page, List<String> keys) {
        Set<String> missing = new LinkedHashSet<>(keys);
        page.rows().forEach(row -> missing.remove(row.key()));
        return missing.stream().map(key -> new Row(key, null, Map.of(), true)).toList();
    }

    private static Page page(List<Row> rows) {
        return new Page(rows, null, null, null, null, null);
    }

    private Future<Page> ask(RunContext run, String cursor) {
        return ask(
                run,
                new ReadRequest(
                        run.id(),
                        run.route().id(),
                        run.window(),
                        run.depth(),
                        null,
                        cursor,
                        Math.max(1, run.route().pageSize() / 2)));
    }

    private Future<Page> ask(RunContext run, List<String> keys, Depth depth) {
        return ask(run, new ReadRequest(run.id(), run.route().id(), Window.ALL, depth, keys, null, keys.size()));
    }

    private Future<Page> ask(RunContext run, ReadRequest request) {
        return camel.asyncRequestBody("direct:" + run.route().source() + ".read", request, Page.class);
    }

    /** Waits for a page; what went wrong at the source comes out as it was thrown there. */
    private static Page await(Future<Page> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            Throwable cause = e;
            while (cause.getCause() != null
                    && (cause instanceof ExecutionException
                            || cause instanceof org.apache.camel.CamelExecutionException)) {
                cause = cause.getCause();
            }
            throw cause instanceof Exception exception ? exception : e;
        }
    }
}
