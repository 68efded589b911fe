package dev.syncline.hub;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Answers probes at one of the program's ports during the start, which may wait for the hub database: alive, but not
 * ready. The program's own HTTP server opens after the start.
 */
final class StartProbes implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(StartProbes.class);
    private static final String LIVE = "/q/health/live";
    private static final String REASON =
            "The program is starting: it waits for the hub database, migrates it, and loads its routes";

    private final HttpServer server;

    private StartProbes(HttpServer server) {
        this.server = server;
    }

    /** Opens the port. If it is in use, nothing answers; the program's own server reports that later. */
    static StartProbes open(Vertx vertx, String host, int port) {
        HttpServer server = vertx.createHttpServer().requestHandler(StartProbes::answer);
        try {
            await(server.listen(port, host));
        } catch (ExecutionException e) {
            LOG.warnf("Probes at port %d are not answered during the start: %s", port, e.getCause());
        }
        return new StartProbes(server);
    }

    private static void answer(HttpServerRequest call) {
        boolean isLive = call.path().equals(LIVE);
        boolean isHealth = call.path().startsWith("/q/health");
        call.response()
                .setStatusCode(isLive ? 200 : 503)
                .putHeader("Content-Type", isHealth ? "application/json" : "application/problem+json")
                .putHeader("Retry-After", "5")
                .putHeader("Connection", "close")
                .end((isHealth ? check(isLive ? "UP" : "DOWN") : problem()).encode());
    }

    private static JsonObject check(String status) {
        JsonObject check = new JsonObject()
                .put("name", "start")
                .put("status", status)
                .put("data", new JsonObject().put("reason", REASON));
        return new JsonObject().put("status", status).put("checks", new JsonArray().add(check));
    }

    private static JsonObject problem() {
        return new JsonObject()
                .put("title", "Service Unavailable")
                .put("status", 503)
                .put("detail", REASON);
    }

    private static void await(Future<?> future) throws ExecutionException {
        try {
            future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            throw new ExecutionException(e);
        }
    }

    @Override
    public void close() {
        try {
            await(server.close());
        } catch (ExecutionException e) {
            LOG.warnf("The port is not free yet: %s", e.getCause());
        }
    }
}
