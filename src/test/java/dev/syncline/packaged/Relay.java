package dev.syncline.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A relay in the test's own process: it outlives the program that delivers to it, and counts what it gets. It knows what
 * it did by idempotency key: a record that comes again has no effect, and must be the same to the byte.
 */
final class Relay implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, String> held = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> places = new ConcurrentHashMap<>();
    private final Map<String, String> done = new ConcurrentHashMap<>();
    private final Queue<String> contradictions = new ConcurrentLinkedQueue<>();
    private final Queue<String> doubled = new ConcurrentLinkedQueue<>();
    private final AtomicInteger records = new AtomicInteger();
    private final AtomicInteger again = new AtomicInteger();
    private final AtomicReference<Parked> parked = new AtomicReference<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Duration pause = Duration.ZERO;
    private volatile Set<String> refused = Set.of();

    Relay() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
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

    /** Keys that it got by a path that has this word. */
    Set<String> heldAt(String word) {
        return places.entrySet().stream()
                .filter(place -> place.getKey().contains("/" + word))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Set.of());
    }

    int records() {
        return records.get();
    }

    /** How many records came more than once, told by their idempotency keys. */
    int sentAgain() {
        return again.get();
    }

    /** Records that came again and were not the same as before. */
    Queue<String> contradictions() {
        return contradictions;
    }

    /** Keys of records that it was to create and had already. */
    Queue<String> doubled() {
        return doubled;
    }

    /** Refuses the records of these keys from now on, and no others. */
    void refuses(Set<String> keys) {
        refused = keys;
    }

    /** Has this record already. */
    void has(String key, String content) {
        held.put(key, content);
    }

    /** How long each call takes at least. */
    void takesItsTime(Duration time) {
        pause = time;
    }

    /** Keeps the next call without an answer, before or after doing what it asks for. */
    Parked park(boolean isDone) {
        Parked next = new Parked(isDone);
        parked.set(next);
        return next;
    }

    /** A call that gets no answer. */
    static final class Parked {
        private final boolean isDone;
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch over = new CountDownLatch(1);

        private Parked(boolean isDone) {
            this.isDone = isDone;
        }

        boolean isReached() {
            return reached.getCount() == 0;
        }

        void end() {
            over.countDown();
        }

        private void hold() throws IOException {
            reached.countDown();
            try {
                over.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    private void take(HttpExchange call) throws IOException {
        Parked here = parked.getAndSet(null);
        byte[] body = call.getRequestBody().readAllBytes();
        if (here != null && !here.isDone) {
            here.hold();
            call.close();
            return;
        }
        String path = call.getRequestURI().getPath();
        byte[] answer = path.endsWith("/lookup") ? lookedUp(body) : answer(body, path);
        if (here != null) {
            here.hold();
        }
        try {
            closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(200, answer.length);
        call.getResponseBody().write(answer);
        call.close();
    }

    /** What it has of the keys. */
    private byte[] lookedUp(byte[] body) throws IOException {
        StringJoiner there = new StringJoiner(",", "{\"records\":[", "]}");
        for (JsonNode key : JSON.readTree(body).path("keys")) {
            String content = held.get(key.asText());
            if (content != null) {
                there.add(
                        "{\"key\":" + key + ",\"id\":\"R-" + key.asText().hashCode() + "\",\"data\":" + content + "}");
            }
        }
        return there.toString().getBytes();
    }

    /** By a path that ends in create, it makes a new record of each, whatever it has. */
    private byte[] answer(byte[] body, String path) throws IOException {
        boolean creates = path.endsWith("/create");
        Set<String> place = places.computeIfAbsent(path, any -> ConcurrentHashMap.newKeySet());
        StringJoiner results = new StringJoiner(",", "{\"results\":[", "]}");
        for (JsonNode record : JSON.readTree(body).path("records")) {
            String key = record.path("key").asText();
            if (refused.contains(key)) {
                results.add("{\"key\":" + JSON.writeValueAsString(key)
                        + ",\"status\":\"refused\",\"reason\":\"The relay has no room for it\"}");
                continue;
            }
            place.add(key);
            if (creates && held.containsKey(key)) {
                doubled.add(key);
            }
            String before = creates
                    ? null
                    : done.putIfAbsent(record.path("idempotencyKey").asText(), record.toString());
            String status = "unchanged";
            if (before == null) {
                status = held.put(key, record.path("data").toString()) == null ? "created" : "updated";
            } else {
                again.incrementAndGet();
                if (!before.equals(record.toString())) {
                    contradictions.add(before + " came again as " + record);
                }
            }
            records.incrementAndGet();
            results.add("{\"key\":" + JSON.writeValueAsString(key) + ",\"status\":\"" + status + "\",\"id\":\"R-"
                    + key.hashCode() + "\"}");
        }
        return results.toString().getBytes();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
