package dev.syncline.reconcile;

import dev.syncline.page.Depth;
import dev.syncline.page.KeyedReads;
import dev.syncline.page.Page;
import dev.syncline.page.ReadRequest;
import dev.syncline.page.ReadRequest.Side;
import dev.syncline.page.Row;
import dev.syncline.page.SystemReads;
import dev.syncline.page.Window;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.camel.CamelContext;

/** Reads both ends of a route: page by page, or by key. */
@ApplicationScoped
class RouteEnds {
    /** The most keys of one call: a statement has at most 65,535 parameters, and a key up to six columns. */
    private static final int MOST_KEYS = 10_000;

    /** The most concurrent calls; each may hold a page. */
    private static final int MOST_CALLS = 4;

    private final SystemReads reads;
    private final KeyedReads keyed;
    private final CamelContext context;

    RouteEnds(SystemReads reads, KeyedReads keyed, CamelContext context) {
        this.reads = reads;
        this.keyed = keyed;
        this.context = context;
    }

    boolean isReadable(String system) {
        return context.getRoute(system + ".read") != null;
    }

    /** Starts to read a page; {@link SystemReads#await} waits for it. */
    Future<Page> page(ActiveReconciliation active, Side side, String cursor) {
        Window window = side == Side.SOURCE ? active.window() : Window.ALL;
        Depth depth = side == Side.SOURCE ? active.depth() : Depth.SHALLOW;
        SyncRoute route = active.route();
        return reads.begin(
                new ReadRequest(active.part(), route.id(), side, window, depth, null, cursor, route.pageSize()));
    }

    /** Passes the records of these keys to the receiver, in portions that fit in memory. */
    void byKey(ActiveReconciliation active, Side side, Collection<String> keys, Depth depth, RowReceiver taker)
            throws Exception {
        if (keys.isEmpty()) {
            return;
        }
        SyncRoute route = active.route();
        int size = Math.min(MOST_KEYS, side == Side.SOURCE ? route.pageSize() : route.batchSize());
        ReadRequest request = new ReadRequest(
                active.part(), route.id(), side, Window.ALL, depth, List.copyOf(keys), null, keys.size());
        keyed.read(request, size, MOST_CALLS, part -> {
            Map<String, List<Row>> rows = new HashMap<>(part.keys().size() * 2);
            part.rows().forEach(row -> rows.computeIfAbsent(row.key(), any -> new ArrayList<>(1))
                    .add(row));
            taker.take(part.keys(), rows);
            return true;
        });
    }
}
