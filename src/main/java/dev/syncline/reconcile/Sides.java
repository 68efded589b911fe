package dev.syncline.reconcile;

import dev.syncline.page.Depth;
import dev.syncline.page.Page;
import dev.syncline.page.ReadRequest;
import dev.syncline.page.ReadRequest.Side;
import dev.syncline.page.Row;
import dev.syncline.page.Window;
import dev.syncline.route.SyncRoute;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;

/** Reads both ends of a route over {@code direct:<system>.read}: page by page, or by key. */
@ApplicationScoped
class Sides {
    /** Keys asked for at a time: a statement has at most 65,535 parameters, and a key up to six columns. */
    private static final int MOST_KEYS = 10_000;

    private final ProducerTemplate camel;
    private final CamelContext context;

    Sides(ProducerTemplate camel, CamelContext context) {
        this.camel = camel;
        this.context = context;
    }

    boolean isReadable(String system) {
        return context.getRoute(system + ".read") != null;
    }

    /** Begins to read a page; {@link #await} waits for it. */
    Future<Page> page(Work work, Side side, String cursor) {
        Window window = side == Side.SOURCE ? work.window() : Window.ALL;
        Depth depth = side == Side.SOURCE ? work.depth() : Depth.SHALLOW;
        SyncRoute route = work.route();
        return ask(
                side,
                route,
                new ReadRequest(work.pagesId(), route.id(), side, window, depth, null, cursor, route.pageSize()));
    }

    /** The records of these keys, several where the system has several of one key; read in batches, at the same time. */
    Map<String, List<Row>> byKey(Work work, Side side, Collection<String> keys, Depth depth) throws Exception {
        SyncRoute route = work.route();
        int size = Math.min(MOST_KEYS, side == Side.SOURCE ? route.pageSize() : route.batchSize());
        List<String> all = List.copyOf(keys);
        Map<ReadRequest, Future<Page>> answers = new LinkedHashMap<>();
        for (int from = 0; from < all.size(); from += size) {
            List<String> some = all.subList(from, Math.min(from + size, all.size()));
            ReadRequest request =
                    new ReadRequest(work.lookUpsId(), route.id(), side, Window.ALL, depth, some, null, some.size());
            answers.put(request, ask(side, route, request));
        }
        Map<String, List<Row>> rows = new HashMap<>(all.size() * 2);
        for (Map.Entry<ReadRequest, Future<Page>> answer : answers.entrySet()) {
            ReadRequest request = answer.getKey();
            Page page = await(answer.getValue());
            add(rows, page);
            while ((request = request.after(page)) != null) {
                page = await(ask(side, route, request));
                add(rows, page);
            }
        }
        return rows;
    }

    private static void add(Map<String, List<Row>> rows, Page page) {
        page.rows().forEach(row -> rows.computeIfAbsent(row.key(), any -> new ArrayList<>(1))
                .add(row));
    }

    private Future<Page> ask(Side side, SyncRoute route, ReadRequest request) {
        String system = side == Side.SOURCE ? route.source() : route.target();
        return camel.asyncRequestBody("direct:" + system + ".read", request, Page.class);
    }

    /** Waits for a page; what went wrong at the system comes out as it was thrown there. */
    static Page await(Future<Page> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            Throwable cause = e;
            while (cause.getCause() != null
                    && (cause instanceof ExecutionException || cause instanceof CamelExecutionException)) {
                cause = cause.getCause();
            }
            throw cause instanceof Exception exception ? exception : e;
        }
    }
}
