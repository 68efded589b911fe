package dev.syncline.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Both ends of a route over HTTP, in the hands of a test: what the source has, what the target takes, and how they say it.
 * The route {@code partner-<name>-to-taker} and its like read {@code /<source>/<route>/records}.
 */
public final class Partner {
    private static final String URL = "syncline.test.partner";
    private static final List<String> SYSTEMS =
            List.of("partner", "unasked", "taker", "quiet", "creator", "numbered", "single");
    private static final Set<String> SOURCES = Set.of("partner", "unasked", "numbered");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Partner> PARTNERS = new ConcurrentHashMap<>();
    private static HttpServer server;

    /** What an end answers, in place of what it would. */
    public interface Answer {
        /** @param said what it would say, in JSON */
        Body of(Call call, String said);
    }

    /** A target that takes one record a call. */
    public interface Things {
        Body answer(HttpExchange call) throws IOException;
    }

    /** What stands before the body of a call. */
    public record Head(String method, String uri, Map<String, List<String>> headers) {}

    /** @param kind lookup, records or batch */
    public record Call(String kind, Map<String, String> query, JsonNode body, int number) {}

    /**
     * @param contentType null for none
     * @param encoding how it is packed; null for not at all
     */
    public record Body(int status, String contentType, byte[] bytes, String encoding) {
        public Body(int status, String contentType, byte[] bytes) {
            this(status, contentType, bytes, null);
        }

        /** Halves of characters, which UTF-8 does not hold, go as escapes. */
        public static Body json(String text) {
            StringBuilder escaped = new StringBuilder(text.length());
            text.chars().forEach(c -> {
                if (Character.isSurrogate((char) c)) {
                    escaped.append(String.format(Locale.ROOT, "\\u%04x", c));
                } else {
                    escaped.append((char) c);
                }
            });
            return new Body(200, "application/json", escaped.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The program with the routes of the tests of HTTP systems, an ERP among them ({@link HttpErp}). */
    public static class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>();
            config.put("syncline.routes", routes().folder());
            config.put("syncline.ca-file", "src/test/resources/ca/own.crt");
            for (String system : SYSTEMS) {
                config.put("syncline.systems." + system + ".url", "${" + URL + ":http://localhost:1}/" + system);
                config.put("syncline.systems." + system + ".token", "token-of-" + system);
                config.put("syncline.systems." + system + ".patience", "PT2S");
                config.put("syncline.systems." + system + ".longest-record", "64K");
            }
            return config;
        }

        private static RouteSet routes() {
            RouteSet routes = RouteSet.of("partner");
            route(routes, "partner-items-to-taker");
            route(routes, "partner-gone-to-taker", "deletePolicy", "delete", "deleteGuard", "100");
            route(
                    routes,
                    "partner-mapped-to-taker",
                    "map",
                    "{\"no\": no, \"big\": big, \"price\": price,"
                            + " \"lines\": lines.{\"n\": n}, \"tags\": tags.name, \"first\": lines[0].n,"
                            + " \"by\": attributes{name: value}, \"sum\": $sum(lines.n)}");
            route(routes, "partner-strict-to-taker", "map", "{\"no\": no, \"twice\": amount * 2}");
            route(routes, "unasked-items-to-taker", "required", "name");
            route(routes, "partner-items-to-quiet", "batchSize", "10");
            route(routes, "partner-items-to-creator", "batchSize", "50");
            route(
                    routes,
                    "partner-mutants-to-taker",
                    "pageSize",
                    "20",
                    "batchSize",
                    "5",
                    "concurrency",
                    "1",
                    "deletePolicy",
                    "delete",
                    "deleteGuard",
                    "100");
            route(routes, "partner-mutants-to-quiet", "pageSize", "20", "batchSize", "5", "concurrency", "1");
            route(routes, "numbered-items-to-taker", "pageSize", "100");
            route(
                    routes,
                    "partner-things-to-single",
                    "concurrency",
                    "4",
                    "deletePolicy",
                    "delete",
                    "deleteGuard",
                    "100");
            HttpErp.route(routes);
            return routes;
        }

        private static void route(RouteSet routes, String id, String... more) {
            String[] parts = id.split("-");
            String[] all = Arrays.copyOf(
                    new String[] {"source", parts[0], "target", parts[3], "key", "no", "label", "name"},
                    8 + more.length);
            System.arraycopy(more, 0, all, 8, more.length);
            routes.route(id, all);
        }
    }

    private final String route;
    private final List<ObjectNode> records = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, JsonNode> taken = Collections.synchronizedMap(new TreeMap<>());
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Queue<Head> heads = new ConcurrentLinkedQueue<>();
    private final AtomicInteger created = new AtomicInteger();
    private volatile int longestPage = Integer.MAX_VALUE;
    private volatile int longestLookup = Integer.MAX_VALUE;
    private volatile Predicate<String> refuses = key -> false;
    private volatile Things things = call -> new Body(404, null, new byte[0]);
    private volatile Answer answer = (call, said) -> Body.json(said);

    /** A route's ends, empty; its route has no history. */
    public Partner(String route) {
        this.route = route;
        serve();
        PARTNERS.put(route, this);
        Database hub = Database.hub();
        for (String table : List.of("sync_record", "sync_payload", "sync_parked", "sync_intent")) {
            hub.execute("delete from " + table + " where route = (select id from sync_route where name = ?)", route);
        }
        hub.execute("delete from sync_shape where route = ?", route);
        hub.execute(
                "update sync_route set watermark = null, watermark_unit = null, success = 0, failed = 0, blocked = 0,"
                        + " on_hold = 0, in_progress = 0 where name = ?",
                route);
    }

    public String route() {
        return route;
    }

    /** Records {@code K-1} and on, each with a name and an amount. */
    public Partner fill(int count) {
        for (int n = 1; n <= count; n++) {
            put("K-" + n, "{\"no\":\"K-" + n + "\",\"name\":\"Name " + n + "\",\"amount\":" + n + "}");
        }
        return this;
    }

    /** @param data in JSON */
    public Partner put(String key, String data) {
        try {
            ObjectNode record = JSON.createObjectNode();
            record.put("key", key);
            record.put("changedAt", "2026-01-01T00:00:00Z");
            record.set("data", JSON.readTree(data));
            remove(key);
            records.add(record);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Partner remove(String key) {
        records.removeIf(record -> record.path("key").asText().equals(key));
        return this;
    }

    /** What the source has, to be changed. */
    public List<ObjectNode> records() {
        return records;
    }

    /** The source gives so many records a page, and a lookup so many. */
    public Partner limits(int page, int lookup) {
        longestPage = page;
        longestLookup = lookup;
        return this;
    }

    public Partner refuses(Predicate<String> keys) {
        refuses = keys;
        return this;
    }

    public Partner answers(Answer how) {
        answer = how;
        return this;
    }

    /** How the target answers calls of one record each. */
    public Partner things(Things how) {
        things = how;
        return this;
    }

    /** What the target has, by key. */
    public Map<String, JsonNode> taken() {
        return taken;
    }

    /** How many records the target has created, also those that it had. */
    public int created() {
        return created.get();
    }

    public List<Call> calls(String kind) {
        return calls.stream().filter(call -> call.kind().equals(kind)).toList();
    }

    public List<Head> heads() {
        return List.copyOf(heads);
    }

    private static synchronized void serve() {
        if (server != null) {
            return;
        }
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "partner");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", Partner::handle);
        server.start();
        System.setProperty(URL, "http://localhost:" + server.getAddress().getPort());
    }

    private static void handle(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        try (exchange) {
            Partner partner = PARTNERS.get(path[2]);
            Body body = path[3].equals("things")
                    ? partner.things.answer(exchange)
                    : partner.answer(path[1], path[3], exchange);
            if (body.contentType() != null) {
                exchange.getResponseHeaders().set("Content-Type", body.contentType());
            }
            if (body.encoding() != null) {
                exchange.getResponseHeaders().set("Content-Encoding", body.encoding());
            }
            exchange.sendResponseHeaders(body.status(), body.bytes().length == 0 ? -1 : body.bytes().length);
            if (body.bytes().length > 0) {
                exchange.getResponseBody().write(body.bytes());
            }
        } catch (NumberFormatException e) { // no cursor of ours
            exchange.sendResponseHeaders(400, -1);
        } catch (RuntimeException e) {
            exchange.sendResponseHeaders(500, -1);
        }
    }

    private Body answer(String system, String kind, HttpExchange exchange) throws IOException {
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        Call call = new Call(kind, query, body, calls.size());
        calls.add(call);
        heads.add(new Head(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders())));
        boolean isSource = SOURCES.contains(system);
        ObjectNode said =
                switch (kind) {
                    case "records" -> page(isSource ? records : held(), query);
                    case "lookup" -> named(isSource ? records : held(), body);
                    default -> results(body, system.equals("quiet"));
                };
        return answer.of(call, said.toString());
    }

    private List<ObjectNode> held() {
        List<ObjectNode> held = new ArrayList<>();
        taken.forEach((key, data) -> {
            ObjectNode record = JSON.createObjectNode().put("key", key);
            record.set("data", data);
            held.add(record);
        });
        return held;
    }

    private ObjectNode page(List<ObjectNode> all, Map<String, String> query) {
        if (query.containsKey("page")) {
            int first = Math.min(
                    all.size(), (Integer.parseInt(query.get("page")) - 1) * Math.min(longestPage, limit(query)));
            ObjectNode numbered = JSON.createObjectNode();
            numbered.putArray("records")
                    .addAll(all.subList(first, Math.min(all.size(), first + Math.min(longestPage, limit(query)))));
            return numbered;
        }
        String cursor = query.getOrDefault("cursor", "0");
        int from = Math.min(all.size(), Integer.parseInt(cursor.substring(cursor.lastIndexOf('|') + 1)));
        int to = Math.min(all.size(), from + Math.min(longestPage, limit(query)));
        ObjectNode page = JSON.createObjectNode();
        page.putArray("records").addAll(all.subList(from, to));
        page.put("nextCursor", to < all.size() ? Integer.toString(to) : null);
        page.put("total", all.size());
        return page;
    }

    private static int limit(Map<String, String> query) {
        return Integer.parseInt(query.get("limit"));
    }

    private ObjectNode named(List<ObjectNode> all, JsonNode body) {
        ObjectNode page = JSON.createObjectNode();
        ArrayNode found = page.putArray("records");
        for (JsonNode key : body.path("keys")) {
            all.stream()
                    .filter(record -> record.path("key").equals(key) && found.size() < longestLookup)
                    .forEach(found::add);
        }
        return page;
    }

    private ObjectNode results(JsonNode body, boolean isQuiet) {
        ObjectNode answered = JSON.createObjectNode();
        ArrayNode results = answered.putArray("results");
        ArrayNode errors = isQuiet ? answered.putArray("errors") : results;
        for (JsonNode record : body.path("records")) {
            String key = record.path("key").asText();
            if (refuses.test(key)) {
                errors.addObject().put("key", key).put("status", "refused").put("reason", "not wanted");
                continue;
            }
            boolean isDeletion = record.path("operation").asText().equals("delete");
            JsonNode before = isDeletion ? taken.remove(key) : taken.put(key, record.path("data"));
            created.addAndGet(isDeletion ? 0 : 1);
            results.addObject()
                    .put("key", key)
                    .put("status", isDeletion ? "deleted" : before == null ? "created" : "updated")
                    .put("id", "T-" + key);
        }
        return answered;
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new HashMap<>();
        for (String pair : text == null ? new String[0] : text.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }
}
