package dev.syncline.support;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP source that has a clock of its own, and cannot be asked for named records. */
public final class SlowClock implements AutoCloseable {
    public static final String ROUTE = "slow-things-to-relay";

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final Map<String, Instant> things = new ConcurrentSkipListMap<>();
    private final List<String> queries = new CopyOnWriteArrayList<>();
    private volatile Instant date;

    private SlowClock() {
        server = vertx.createHttpServer().requestHandler(this::answer);
    }

    static int port() {
        return Ports.of("slow-clock");
    }

    public static SlowClock start() {
        SlowClock clock = new SlowClock();
        clock.server.listen(port()).toCompletionStage().toCompletableFuture().join();
        return clock;
    }

    /** What its answers say; null for nothing. */
    public void date(Instant now) {
        date = now;
    }

    public void put(String no, Instant changedAt) {
        things.put(no, changedAt);
    }

    /** What it was asked, the parameters of each call. */
    public List<String> queries() {
        return queries;
    }

    private void answer(HttpServerRequest request) {
        queries.add(String.valueOf(request.query()));
        String from = request.getParam("changedFrom");
        JsonArray records = new JsonArray();
        things.entrySet().stream()
                .filter(thing -> from == null || !thing.getValue().isBefore(Instant.parse(from)))
                .sorted(Map.Entry.comparingByValue())
                .forEach(thing -> records.add(new JsonObject()
                        .put("key", thing.getKey())
                        .put("changedAt", thing.getValue().toString())
                        .put(
                                "data",
                                new JsonObject().put("no", thing.getKey()).put("lines", new JsonArray().add("x")))));
        if (date != null) {
            request.response()
                    .putHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC)));
        }
        request.response()
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject().put("records", records).encode());
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
