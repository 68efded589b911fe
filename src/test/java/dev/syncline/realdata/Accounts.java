package dev.syncline.realdata;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.record.RecordStatus;
import dev.syncline.support.Chain;
import dev.syncline.support.Reply;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a source has, what the status table says of it, and what the relay holds, to be held against each other. */
final class Accounts {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Accounts() {}

    /**
     * How many rows should be in which status.
     *
     * @param keys SQL over the source that gives the text column {@code key}, a row for each of the route's query
     */
    static Map<String, Long> expected(String database, String keys) throws SQLException {
        Map<String, Long> expected = new TreeMap<>();
        try (Connection connection = RealData.open(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        with keyed as (select key, count(*) over (partition by key) as sharers from (%s) k)
                        select case when coalesce(trim(key), '') = '' then 'ON_HOLD'
                                    when sharers > 1 then 'FAILED' else 'SUCCESS' end,
                               count(*)
                        from keyed group by 1"""
                                .formatted(keys))) {
            while (row.next()) {
                expected.put(row.getString(1), row.getLong(2));
            }
        }
        return expected;
    }

    /** Every row of the source has one status, in the run's counts, the table's rows and the table's counters. */
    static void assertAddUp(JsonPath run, Map<String, Long> expected) throws SQLException {
        String route = run.getString("route");
        long success = expected.getOrDefault("SUCCESS", 0L);
        long failed = expected.getOrDefault("FAILED", 0L);
        long onHold = expected.getOrDefault("ON_HOLD", 0L);
        assertEquals(success + failed + onHold, run.getLong("counts.read"), route);
        assertEquals(
                success,
                run.getLong("counts.created") + run.getLong("counts.updated") + run.getLong("counts.unchanged"),
                route);
        assertEquals(failed, run.getLong("counts.failed"), route);
        assertEquals(onHold, run.getLong("counts.onHold"), route);
        assertEquals(expected, statusTable(route), route);
        JsonPath counters = viewer("/api/routes/" + route);
        assertEquals(success, counters.getLong("counts.success"), route);
        assertEquals(failed, counters.getLong("counts.failed"), route);
        assertEquals(onHold, counters.getLong("counts.onHold"), route);
    }

    static Map<String, Long> statusTable(String route) throws SQLException {
        Map<String, Long> found = new TreeMap<>();
        try (Connection connection = RealData.open("syncline");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select r.status, count(*) from sync_record r"
                        + " join sync_route t on t.id = r.route where t.name = '" + route + "' group by r.status")) {
            while (row.next()) {
                found.put(RecordStatus.of(row.getInt(1)).name(), row.getLong(2));
            }
        }
        return found;
    }

    /** The route's records in a status: {@code key}, {@code reason} ... */
    static List<Map<String, Object>> records(String route, String status) {
        return viewer("/api/records?limit=500&route=" + route + "&status=" + status)
                .getList("items");
    }

    /** What the relay holds, by key. */
    static Map<String, JsonNode> relay(String entity) throws JsonProcessingException {
        Map<String, JsonNode> held = new LinkedHashMap<>();
        JsonNode answer = JSON.readTree(given().get("/sandbox/relay/" + entity).asString());
        answer.get("items").forEach(item -> held.put(item.get("key").asText(), item));
        assertEquals(answer.get("count").asInt(), held.size(), entity);
        return held;
    }

    /** How many records were sent to the relay so far. */
    static long sent(String entity) {
        return given().get("/sandbox/relay/log?entity=" + entity)
                .as(Reply.class)
                .getLong("records");
    }

    static Set<String> keys(String route, String status) {
        return records(route, status).stream()
                .map(record -> record.get("key").toString())
                .collect(Collectors.toSet());
    }

    /** A run over everything, deep. */
    static JsonPath all(String route) {
        return Chain.run(route, "all", "deep");
    }

    /** After a run over everything, further ones send nothing and leave every status as it is. */
    static void assertSettled(String route, String entity) throws SQLException {
        all(route);
        Map<String, Long> statuses = statusTable(route);
        Set<String> failed = keys(route, "FAILED");
        Set<String> held = keys(route, "ON_HOLD");
        long sent = sent(entity);
        for (String depth : List.of("deep", "shallow")) {
            JsonPath run = Chain.run(route, "all", depth);
            assertEquals(0, run.getInt("counts.created") + run.getInt("counts.updated"), depth);
            assertEquals(statuses, statusTable(route), depth);
            assertEquals(failed, keys(route, "FAILED"), depth);
            assertEquals(held, keys(route, "ON_HOLD"), depth);
        }
        assertEquals(sent, sent(entity));
    }

    static BigDecimal sum(Iterable<JsonNode> objects, String field) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode object : objects) {
            sum = sum.add(object.get(field).decimalValue());
        }
        return sum;
    }

    static void assertEqual(BigDecimal expected, JsonNode actual) {
        assertEqual(expected, actual.decimalValue());
    }

    static void assertEqual(BigDecimal expected, BigDecimal actual) {
        assertEquals(0, expected.compareTo(actual), expected + " at the source, " + actual + " at the relay");
    }

    private static JsonPath viewer(String path) {
        return given().auth().preemptive().basic("viewer", "viewer").get(path).as(Reply.class);
    }
}
