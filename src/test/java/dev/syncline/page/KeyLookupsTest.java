package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.support.PlainMariaDb;
import dev.syncline.support.PlainPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many keys are asked for, a source without an index looks at each of its rows once. */
class KeyLookupsTest {
    private static final int ROWS = 100_000;
    private static final int KEYS = 4_000;

    /** Keys of one column and of many, of every kind that ERPs have. */
    private static final String WIDE = "company,code,line,day,at,amount,id";

    private final SqlPages pages = new SqlPages();

    @AfterEach
    void close() {
        pages.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "code", "serial", "code,line", "serial,line", "mood,line", WIDE})
    void ofPostgresCostOneScan(String key) throws Exception {
        DataSource source = PlainPostgres.source();
        execute(
                source,
                "drop table if exists lookups",
                "drop domain if exists \"Mood\"",
                "create domain \"Mood\" as text",
                """
                create table lookups as select
                    n as id, 'K' || n as code, n % 10 as line, date '2026-01-01' + n % 50 as day,
                    timestamp '2026-01-01' + n * interval '1.5 s' as at, (n / 4.0)::numeric(12, 2) as amount,
                    ('C"\\,' || n % 3)::char(6) as company, ('m' || n)::"Mood" as mood
                from generate_series(1, 100000) n""",
                "alter table lookups add column serial bigserial",
                "analyze lookups");
        List<String> keys = keys(source, key);
        SqlQuery query = query(key);

        assertEquals(keys, found(query, source, keys));
        SqlShape shape = shape(source, query);
        SqlStatement statement = new SqlStatement(query, shape).only(keys);
        try (Connection connection = source.getConnection();
                Statement setting = connection.createStatement();
                PreparedStatement explain =
                        connection.prepareStatement("explain (analyze, timing off, format json) " + statement.rows())) {
            setting.execute("set max_parallel_workers_per_gather = 0"); // each worker has its part of the scan
            statement.bind(explain);
            try (ResultSet result = explain.executeQuery()) {
                result.next();
                JsonNode plan = new ObjectMapper().readTree(result.getString(1));
                List<JsonNode> nodes = new ArrayList<>();
                plan.findParents("Node Type").forEach(nodes::add);
                List<JsonNode> scans = nodes.stream()
                        .filter(node -> node.path("Relation Name").asText().equals("lookups"))
                        .toList();
                assertEquals(1, scans.size(), plan.toString());
                assertEquals(1, scans.get(0).path("Actual Loops").asInt(), plan.toString());
                // Nothing is compared pair by pair: rows that a join threw away, or a loop within it.
                for (JsonNode node : nodes) {
                    assertEquals(0, node.path("Rows Removed by Join Filter").asLong(), plan.toString());
                    assertTrue(node.path("Actual Loops").asInt() <= 1, plan.toString());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "code", "code,line", WIDE})
    void ofMariaDbCostOneScan(String key) throws Exception {
        DataSource source = PlainMariaDb.source();
        execute(
                source,
                "drop table if exists lookups",
                """
                create table lookups (id bigint, code varchar(20), line int, day date, at datetime(6),
                    amount decimal(12, 2), company varchar(6)) character set latin1""",
                """
                insert into lookups select seq, concat('K', seq), seq mod 10,
                    date '2026-01-01' + interval seq mod 50 day, timestamp '2026-01-01 00:00:00' + interval seq second,
                    seq / 4, concat('C"\\\\,', seq mod 3)
                from seq_1_to_%d"""
                        .formatted(ROWS));
        List<String> keys = keys(source, key);
        SqlQuery query = query(key);
        assertEquals(keys, found(query, source, keys));
        SqlShape shape = shape(source, query);
        List<List<String>> parts = shape.parts(keys);
        assertEquals(1, parts.size());
        SqlStatement statement = new SqlStatement(query, shape).only(keys);
        try (Connection connection = source.getConnection();
                Statement status = connection.createStatement()) {
            status.execute("flush status");
            try (PreparedStatement select = connection.prepareStatement(statement.rows())) {
                statement.bind(select);
                select.executeQuery().close();
            }
            long read = 0;
            try (ResultSet handlers = status.executeQuery("show session status like 'Handler_read%'")) {
                while (handlers.next()) {
                    read += handlers.getLong(2);
                }
            }
            // A scan, and at most one look into a hash of the keys for each of its rows.
            assertTrue(read <= 2 * (ROWS + KEYS), "rows read: " + read);
        }
        assertTrue(statement.rows().contains(" in ("), "a list, which the server sorts");
    }

    /** Of a few keys, the list finds its way into a query that groups, and to an index. */
    @Test
    void ofAFewKeysUseAnIndexBelowAGroup() throws Exception {
        DataSource source = PlainPostgres.source();
        execute(
                source,
                "drop table if exists lookups",
                "create table lookups as select n / 10 as id, n % 10 as line, n as amount, timestamp '2026-01-01' as at"
                        + " from generate_series(1, " + ROWS + ") n",
                "create index on lookups (id, line)",
                "analyze lookups");
        for (String key : List.of("id", "id,line")) {
            SqlQuery query = new SqlQuery(
                    "r",
                    "select " + key + ", max(at) as at, sum(amount) as amount from lookups group by " + key,
                    List.of(key.split(",")),
                    "at",
                    "",
                    List.of(),
                    ZoneId.of("UTC"));
            SqlStatement statement =
                    new SqlStatement(query, shape(source, query)).only(List.of(key.equals("id") ? "7" : "7|3"));
            try (Connection connection = source.getConnection();
                    PreparedStatement explain = connection.prepareStatement("explain " + statement.rows())) {
                statement.bind(explain);
                StringBuilder plan = new StringBuilder();
                try (ResultSet result = explain.executeQuery()) {
                    while (result.next()) {
                        plan.append(result.getString(1)).append('\n');
                    }
                }
                assertTrue(plan.toString().contains("Index"), plan.toString());
            }
        }
    }

    private static SqlQuery query(String key) {
        String columns = Stream.of((key + ",at").split(","))
                .distinct()
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        return new SqlQuery(
                "r",
                "select " + columns + " from lookups",
                List.of(key.split(",")),
                key.contains("at") ? "" : "at",
                "",
                List.of(),
                ZoneId.of("UTC"));
    }

    /** Of every tenth row, as the program writes them, in order. */
    private List<String> keys(DataSource source, String key) throws SQLException {
        SqlQuery query = query(key);
        SqlQuery tenth = new SqlQuery(
                "some",
                query.sql().replace("from lookups", "from (select * from lookups where id % 25 = 0) lookups"),
                query.key(),
                query.changedAt(),
                "",
                List.of(),
                query.zone());
        List<String> keys = pages
                .read(
                        tenth,
                        source,
                        new NoMemory(),
                        new ReadRequest(1, "some", Window.ALL, Depth.SHALLOW, null, null, ROWS))
                .rows()
                .stream()
                .map(Row::key)
                .toList();
        assertEquals(KEYS, keys.stream().distinct().count());
        return keys;
    }

    private List<String> found(SqlQuery query, DataSource source, List<String> keys) throws SQLException {
        return pages
                .read(
                        query,
                        source,
                        new NoMemory(),
                        new ReadRequest(1, "r", Window.ALL, Depth.SHALLOW, keys, null, keys.size()))
                .rows()
                .stream()
                .map(Row::key)
                .toList();
    }

    private static SqlShape shape(DataSource source, SqlQuery query) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return new SqlShapes()
                    .of(
                            connection,
                            query,
                            new ReadRequest(1, "r", Window.ALL, Depth.SHALLOW, null, null, 1),
                            new NoMemory());
        }
    }

    private static void execute(DataSource source, String... statements) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
