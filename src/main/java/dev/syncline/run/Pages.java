package dev.syncline.run;

import dev.syncline.page.Depth;
import dev.syncline.page.Depths;
import dev.syncline.page.Keys;
import dev.syncline.page.NoLookup;
import dev.syncline.page.Page;
import dev.syncline.page.Page.Unit;
import dev.syncline.page.ReadRequest;
import dev.syncline.page.ReadRequest.Side;
import dev.syncline.page.Row;
import dev.syncline.page.RunContext;
import dev.syncline.page.Window;
import dev.syncline.record.Notices;
import dev.syncline.record.ParkedRecords.Place;
import dev.syncline.record.RetryLine;
import dev.syncline.record.StatusTable;
import dev.syncline.route.SyncRoute;
import dev.syncline.route.SyncRoute.DeletePolicy;
import dev.syncline.run.ActiveRun.Phase;
import dev.syncline.run.ActiveRun.Position;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final Comparator<Row> IN_ORDER = Comparator.comparing(
                    Row::changedAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Row::key, Comparator.nullsLast(Comparator.naturalOrder()));

    private static final String DELETIONS_HELD = "DELETIONS_HELD";

    private static final Page EMPTY = new Page(List.of(), null, null, null, null, null);

    private final ProducerTemplate camel;
    private final StatusTable table;
    private final ReadyRecords ready;
    private final RetryLine line;
    private final Notices notices;
    private final Depths depths;

    Pages(
            ProducerTemplate camel,
            StatusTable table,
            ReadyRecords ready,
            RetryLine line,
            Notices notices,
            Depths depths) {
        this.camel = camel;
        this.table = table;
        this.ready = ready;
        this.line = line;
        this.notices = notices;
        this.depths = depths;
    }

    /** The next page; it may be empty. */
    public Page next(@ExchangeProperty("run") ActiveRun run, Exchange exchange) throws Exception {
        Position position = run.position();
        if (position.phase() != Phase.RANGE) {
            run.awaitRecorded();
        }
        run.reads(run.context().depth());
        switch (position.phase()) {
            case RANGE -> range(run, position);
            case HELD -> held(run, position);
            case COUNT_VANISHED -> countVanished(run, position);
            case VANISHED -> vanished(run, position);
            case UNDELIVERED -> undelivered(run, position);
            case IN_LINE -> inLine(run, position);
            default -> throw new IllegalStateException("Run " + run.context().id() + " is over");
        }
        exchange.setProperty("duplicates", run.duplicates());
        exchange.setProperty("mostlyInStep", run.isMostlyInStep());
        exchange.setProperty("readDeep", run.isReadDeep());
        exchange.setProperty("deletionsHeld", position.phase() == Phase.VANISHED ? deletionsHeld(run, position) : null);
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
        Page page = readAhead != null ? await(readAhead) : await(ask(context, position.cursor()));
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
        List<String> keys = run.context().keys();
        int from = position.cursor() == null ? 0 : Integer.parseInt(position.cursor());
        int to = Math.min(from + keysAtATime(run), keys.size());
        List<String> chunk = keys.subList(from, to);
        Page page = await(ask(run.context(), chunk, run.context().depth(), true));
        if (run.mustAskForFewer(chunk.size(), page)) {
            namedKeys(run, position);
            return;
        }
        List<Row> rows = new ArrayList<>(page.rows());
        List<Row> missing = missing(run.context().route(), page, chunk);
        rows.addAll(missing);
        run.notFound(missing.stream().map(Row::key).toList());
        run.take(
                new Page(rows, null, (long) keys.size(), page.sourceNow(), page.duplicates(), page.unit()),
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
            run.take(EMPTY, afterHeld(run));
            return;
        }
        places = places.subList(0, Math.min(places.size(), keysAtATime(run)));
        List<String> keys = places.stream().map(Place::key).toList();
        boolean withChildren = places.stream().anyMatch(Place::deep);
        Depth depth = withChildren ? Depth.DEEP : context.depth();
        run.reads(depth);
        Optional<Page> found = ifAsked(ask(context, keys, depth));
        if (found.isEmpty()) { // they are on hold until they are read again
            run.take(EMPTY, afterHeld(run));
            return;
        }
        Page page = found.get();
        if (run.mustAskForFewer(keys.size(), page)) {
            held(run, position);
            return;
        }
        List<Row> rows = new ArrayList<>(page.rows());
        rows.addAll(missing(context.route(), page, keys));
        rows.sort(IN_ORDER);
        ready.shared(context, page);
        Place last = places.get(places.size() - 1);
        run.take(page(rows, page.duplicates()), new Position(Phase.HELD, ReadyRecords.cursor(last)));
    }

    private static Position afterHeld(ActiveRun run) {
        if (!run.isOverRange()) {
            return Position.END;
        }
        return looksForVanished(run) ? new Position(Phase.COUNT_VANISHED, null) : afterVanished(run);
    }

    /** Records that stand in line for this run. */
    private void inLine(ActiveRun run, Position position) throws Exception {
        RunContext context = run.context();
        List<String> keys = line.keys(context.routeNumber(), position.cursor(), keysAtATime(run));
        if (keys.isEmpty()) {
            run.take(EMPTY, Position.END);
            return;
        }
        Page page = await(ask(context, keys, context.depth(), true));
        if (run.mustAskForFewer(keys.size(), page)) {
            inLine(run, position);
            return;
        }
        List<Row> rows = new ArrayList<>(page.rows());
        List<Row> missing = missing(context.route(), page, keys);
        rows.addAll(missing);
        run.notFound(missing.stream().map(Row::key).toList());
        run.take(page(rows, page.duplicates()), new Position(Phase.IN_LINE, keys.get(keys.size() - 1)));
    }

    /** A range by time says nothing of records whose changed-at is a row version. */
    private static boolean looksForVanished(ActiveRun run) {
        RunContext context = run.context();
        return context.depth() == Depth.DEEP
                && context.route().deletePolicy() != DeletePolicy.IGNORE
                && (run.unit() != Unit.NUMBER || context.window().equals(Window.ALL));
    }

    /** Counts before the first deletion is sent: a source that answers for far fewer records than before may be wrong. */
    private void countVanished(ActiveRun run, Position position) throws Exception {
        RunContext context = run.context();
        Vanished count = Vanished.parse(position.cursor());
        List<String> keys = position.cursor() == null && isWhole(run) ? List.of() : delivered(context, count);
        if (!keys.isEmpty()) {
            Vanished soFar = count.plus(keys.size(), gone(context, keys).size(), keys.get(keys.size() - 1));
            run.take(EMPTY, new Position(Phase.COUNT_VANISHED, soFar.toString()));
            return;
        }
        if (!context.dryRun()) {
            tell(context.route(), count);
        }
        run.take(
                EMPTY,
                count.gone() == 0
                        ? afterVanished(run)
                        : new Position(Phase.VANISHED, count.at(null).toString()));
    }

    private void tell(SyncRoute route, Vanished count) {
        if (count.isMoreThan(route.deleteGuard())) {
            notices.raise(DELETIONS_HELD, route.id(), null, count.reason(route.deleteGuard()));
        } else {
            notices.clear(DELETIONS_HELD, route.id(), null);
        }
    }

    /** Records of the status table that the source no longer has: asked for by key, those that it does not give. */
    private void vanished(ActiveRun run, Position position) throws Exception {
        RunContext context = run.context();
        Vanished count = Vanished.parse(position.cursor());
        List<String> keys = delivered(context, count);
        if (keys.isEmpty()) {
            run.take(EMPTY, afterVanished(run));
            return;
        }
        String last = keys.get(keys.size() - 1);
        run.take(
                page(gone(context, keys), null),
                new Position(Phase.VANISHED, count.at(last).toString()));
    }

    /** Why the target is not told of what has vanished; empty where it is. */
    private static String deletionsHeld(ActiveRun run, Position position) {
        int guard = run.context().route().deleteGuard();
        Vanished count = Vanished.parse(position.cursor());
        return count.isMoreThan(guard) ? count.reason(guard) : "";
    }

    private List<String> delivered(RunContext context, Vanished count) throws SQLException {
        return table.delivered(
                context.routeNumber(),
                context.since(),
                context.window(),
                count.after(),
                Math.min(context.route().pageSize(), MOST_KEYS));
    }

    /** A run over everything that has read as many records as the table has: none has vanished. */
    private boolean isWhole(ActiveRun run) throws SQLException {
        RunContext context = run.context();
        // A dry run adds nothing to the table, so new records would hide vanished ones.
        return !context.dryRun()
                && !run.mayHaveCountedTwice()
                && table.holdsNoMoreThanRead(context.routeNumber(), context.id());
    }

    private static Position afterVanished(ActiveRun run) {
        RunContext context = run.context();
        boolean looksEverywhere =
                context.depth() == Depth.DEEP && context.window().equals(Window.ALL);
        return looksEverywhere ? new Position(Phase.UNDELIVERED, null) : Position.END;
    }

    /** Records that never got to the target: those that the source no longer has need nobody any more. */
    private void undelivered(ActiveRun run, Position position) throws Exception {
        RunContext context = run.context();
        List<String> keys = table.undelivered(
                context.routeNumber(),
                context.since(),
                position.cursor(),
                Math.min(context.route().pageSize(), MOST_KEYS));
        if (keys.isEmpty() || position.cursor() == null && isWhole(run)) {
            run.take(EMPTY, Position.END);
            return;
        }
        List<Row> gone;
        try {
            gone = gone(context, keys);
        } catch (Exception e) {
            if (!NoLookup.isSaid(e)) {
                throw e;
            }
            run.take(EMPTY, Position.END);
            return;
        }
        run.take(page(gone, null), new Position(Phase.UNDELIVERED, keys.get(keys.size() - 1)));
    }

    /** Those of the records that the source does not have, marked as deleted. */
    private List<Row> gone(RunContext context, List<String> keys) throws Exception {
        Set<String> there = new HashSet<>();
        boolean areNumbers = false;
        ReadRequest request = request(context, keys, Depth.SHALLOW, false);
        do {
            Page page = await(ask(context, request));
            for (Row row : page.rows()) {
                if (!row.deleted()) {
                    there.add(row.key());
                    areNumbers |= isNumber(context.route(), row);
                }
            }
            request = request.after(page);
        } while (request != null);
        return absent(keys, there, areNumbers);
    }

    /** Records that the source was asked for and does not have, marked as deleted. */
    private static List<Row> missing(SyncRoute route, Page page, List<String> keys) {
        Set<String> there = new HashSet<>();
        page.rows().forEach(row -> there.add(row.key()));
        return absent(keys, there, page.rows().stream().anyMatch(row -> isNumber(route, row)));
    }

    private static boolean isNumber(SyncRoute route, Row row) {
        return route.key().size() == 1 && row.fields().get(route.key().get(0)) instanceof BigDecimal;
    }

    /** Somebody may ask for 1.50 where the source has 1.5: that is there. */
    private static List<Row> absent(List<String> keys, Set<String> there, boolean areNumbers) {
        return keys.stream()
                .distinct()
                .filter(key -> !there.contains(key) && !(areNumbers && there.contains(Keys.ofNumber(key))))
                .map(key -> new Row(key, null, Map.of(), true))
                .toList();
    }

    private static Page page(List<Row> rows, Set<String> duplicates) {
        return new Page(rows, null, null, null, duplicates, null);
    }

    private Future<Page> ask(RunContext run, String cursor) {
        return ask(
                run,
                new ReadRequest(
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

    private Future<Page> ask(RunContext run, List<String> keys, Depth depth) {
        return ask(run, keys, depth, false);
    }

    private Future<Page> ask(RunContext run, List<String> keys, Depth depth, boolean anew) {
        return ask(run, request(run, keys, depth, anew));
    }

    private static ReadRequest request(RunContext run, List<String> keys, Depth depth, boolean anew) {
        return new ReadRequest(
                run.id(),
                run.route().id(),
                Side.SOURCE,
                Window.ALL,
                depth,
                keys,
                null,
                keys.size(),
                run.dryRun(),
                anew);
    }

    private static int keysAtATime(ActiveRun run) {
        return run.keysAtATime(Math.min(run.context().route().pageSize(), MOST_KEYS));
    }

    private Future<Page> ask(RunContext run, ReadRequest request) {
        return camel.asyncRequestBody("direct:" + run.route().source() + ".read", request, Page.class);
    }

    /** Waits for a page of named records; empty where the source cannot be asked for any. */
    private static Optional<Page> ifAsked(Future<Page> future) throws Exception {
        try {
            return Optional.of(await(future));
        } catch (Exception e) {
            if (NoLookup.isSaid(e)) {
                return Optional.empty();
            }
            throw e;
        }
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
