package dev.syncline.page;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.page.Page.Unit;
import dev.syncline.page.ReadRequest.Side;
import dev.syncline.route.Catalog;
import dev.syncline.route.SyncRoute;
import dev.syncline.system.HttpCall;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;

/** Reads the pages of an HTTP source, in the words that the parameters of the template {@code http-read} name. */
@ApplicationScoped
@Named("httpReader")
@RegisterForReflection
public class HttpReader {
    /** Fewer records on a page do not tell whether a field is gone. */
    private static final int TELLING = 20;

    private final HttpCall calls;
    private final Catalog catalog;
    private final Mapping mapping;
    private final Shapes shapes;
    private final ObjectMapper json = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS);

    HttpReader(HttpCall calls, Catalog catalog, Mapping mapping, Shapes shapes) {
        this.calls = calls;
        this.catalog = catalog;
        this.mapping = mapping;
        this.shapes = shapes;
    }

    public void request(@ExchangeProperty("readRequest") ReadRequest request, Exchange exchange) throws IOException {
        SyncRoute route = catalog.get(request.route());
        String system = request.system(route);
        Map<String, String> words = words(system);
        boolean deep = request.depth() == Depth.DEEP && !words.get("deep").isBlank();
        if (request.keys() != null) {
            calls.prepare(
                    exchange,
                    system,
                    request.runId(),
                    "POST",
                    words.get("lookup").replace("{path}", request.path(route)));
            Map<String, Object> body = new LinkedHashMap<>();
            body.put(words.getOrDefault("keys", "keys"), request.keys());
            if (deep) {
                String[] flag = words.get("deep").split("=", 2);
                body.put(flag[0], flag[1]);
            }
            exchange.getMessage().setBody(json.writeValueAsBytes(body));
            return;
        }
        StringJoiner query = new StringJoiner("&");
        add(query, words.get("limit"), Integer.toString(request.limit()));
        add(query, words.get("cursor"), request.cursor());
        add(query, words.get("from"), text(request.window().from()));
        add(query, words.get("to"), text(request.window().to()));
        if (deep) {
            query.add(words.get("deep"));
        }
        String path = words.get("call").replace("{path}", request.path(route)) + "?" + query;
        calls.prepare(exchange, system, request.runId(), "GET", path);
        exchange.getMessage().setBody(null);
    }

    /**
     * @throws Drift when a field is gone
     * @throws InvalidSource when the answer is no JSON, or not what the source's parameters say
     */
    public Page page(@ExchangeProperty("readRequest") ReadRequest request, @Body byte[] body) throws SQLException {
        SyncRoute route = catalog.get(request.route());
        String system = request.system(route);
        Map<String, String> words = words(system);
        JsonNode answer;
        try {
            answer = json.readTree(body);
        } catch (IOException e) {
            throw nonsense(route, system, "no JSON", body);
        }
        JsonNode records = answer.path(words.get("records"));
        if (!records.isArray()) {
            throw nonsense(route, system, "no list '" + words.get("records") + "'", body);
        }
        List<Row> rows = new ArrayList<>(records.size());
        for (JsonNode record : records) {
            rows.add(row(request, route, words, record));
        }
        if (request.cursor() == null && request.keys() == null && request.side() == Side.SOURCE) {
            checkFields(route, request, rows);
        }
        JsonNode total = answer.path(words.get("total"));
        Long expected = request.cursor() != null ? null : total.isNumber() ? total.longValue() : null;
        return new Page(rows, answer.path(words.get("next")).asText(null), expected, null, Set.of(), Unit.TIME);
    }

    /** A field may be left out where it is empty, so it takes many records to say that one is gone. */
    private void checkFields(SyncRoute route, ReadRequest request, List<Row> rows) throws SQLException {
        List<Set<String>> fields = rows.stream()
                .filter(row -> !row.deleted())
                .map(row -> row.fields().keySet())
                .toList();
        if (fields.size() < TELLING) {
            return;
        }
        Set<String> inAny = new LinkedHashSet<>();
        fields.forEach(inAny::addAll);
        Set<String> inAll = new LinkedHashSet<>(inAny);
        fields.forEach(inAll::retainAll);
        shapes.check(
                route.id(),
                request.depth(),
                route.path() + '\n' + route.map(),
                inAll,
                inAny,
                request.window().equals(Window.ALL));
    }

    private Row row(ReadRequest request, SyncRoute route, Map<String, String> words, JsonNode record) {
        JsonNode key = record.path(words.get("key"));
        String changedAt = record.path(words.get("changedAt")).asText(null);
        JsonNode data = words.get("data").isEmpty() ? record : record.path(words.get("data"));
        Map<String, Object> content = json.convertValue(data, Mapping.FIELDS);
        String map = request.side() == Side.TARGET ? route.targetMap() : route.map();
        Map<String, Object> fields = mapping.fields(route, map, content);
        return new Row(
                key.isValueNode() && !key.isNull() ? key.asText() : null,
                changedAt == null ? null : micros(route, request.system(route), changedAt),
                fields,
                record.path(words.get("deleted")).asBoolean(false));
    }

    private static long micros(SyncRoute route, String system, String time) {
        try {
            return Micros.of(OffsetDateTime.parse(time).toInstant());
        } catch (DateTimeParseException e) {
            throw new InvalidSource(
                    "Route " + route.id() + ": system " + system
                            + " gives a changed-at that is no ISO-8601 time with offset: '" + time + "'",
                    e);
        }
    }

    private static InvalidSource nonsense(SyncRoute route, String system, String problem, byte[] body) {
        String text = new String(body, 0, Math.min(body.length, 300), StandardCharsets.UTF_8);
        return new InvalidSource(
                "Route " + route.id() + ": system " + system + " answered nonsense: " + problem + ". It sent: " + text);
    }

    private Map<String, String> words(String system) {
        return catalog.parametersOf(system + ".read");
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static void add(StringJoiner query, String name, String value) {
        if (value != null && !name.isEmpty()) {
            query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
