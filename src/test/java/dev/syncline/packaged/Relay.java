package dev.syncline.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A relay in the test's own process: it outlives the program that delivers to it, and counts what it gets. */
final class Relay implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, String> held = new ConcurrentHashMap<>();
    private final Map<String, Integer> arrivals = new ConcurrentHashMap<>();
    private final AtomicInteger records = new AtomicInteger();

    Relay() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Key to content. */
    Map<String, String> held() {
        return held;
    }

    int records() {
        return records.get();
    }

    /** How many deliveries came more than once, told by their idempotency keys. */
    long sentAgain() {
        return arrivals.values().stream().filter(n -> n > 1).count();
    }

    private void take(HttpExchange call) throws IOException {
        StringJoiner results = new StringJoiner(",", "{\"results\":[", "]}");
        for (JsonNode record : JSON.readTree(call.getRequestBody()).path("records")) {
            String key = record.path("key").asText();
            boolean isNew = held.put(key, record.path("data").toString()) == null;
            arrivals.merge(record.path("idempotencyKey").asText(), 1, Integer::sum);
            records.incrementAndGet();
            results.add("{\"key\":" + JSON.writeValueAsString(key) + ",\"status\":\"" + (isNew ? "created" : "updated")
                    + "\",\"id\":\"R-" + key.hashCode() + "\"}");
        }
        byte[] answer = results.toString().getBytes();
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(200, answer.length);
        call.getResponseBody().write(answer);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
