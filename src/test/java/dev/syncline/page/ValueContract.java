package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.judge.Content;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every type of a database's columns is in content and in keys. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ValueContract {
    SqlPages pages = new SqlPages();

    /**
     * A value of a column.
     *
     * @param type of the column
     * @param literal as the database has it
     * @param json as the content has it
     * @param key as a key has it; null where no column of this type can be a key
     */
    record Value(String type, String literal, String json, String key) {
        /** One that is the same in a key and, within quotes, in the content. */
        static Value text(String type, String literal, String text) {
            return new Value(type, literal, '"' + text + '"', text);
        }

        /** One that is the same in a key and in the content, but for zeros behind its last digit, which no key has. */
        static Value plain(String type, String literal, String json) {
            return new Value(type, literal, json, json.contains(".") ? json.replaceFirst("\\.?0+$", "") : json);
        }
    }

    abstract DataSource source() throws SQLException;

    abstract Stream<Value> values();

    /** The types of columns that can be keys. */
    Stream<String> keyTypes() {
        return values().filter(value -> value.key() != null).map(Value::type).distinct();
    }

    @BeforeEach
    void prepare() throws SQLException {
        execute("drop table if exists held");
    }

    @AfterEach
    void close() {
        pages.close();
        pages = new SqlPages();
    }

    @ParameterizedTest
    @MethodSource("values")
    void isWhatAPersonExpectsInTheContent(Value value) throws SQLException {
        execute("create table held (id integer, v " + value.type() + ")");
        execute("insert into held values (1, " + value.literal() + "), (2, null)");
        List<Row> rows = read("id", 10);
        assertNull(rows.get(0).mark());
        assertEquals("{\"id\":1,\"v\":" + value.json() + "}", content(rows.get(0)));
        assertEquals("{\"id\":2,\"v\":null}", content(rows.get(1)));
    }

    @ParameterizedTest
    @MethodSource("keyTypes")
    void isTheSameKeyInEveryRun(String type) throws SQLException {
        List<Value> values = values().filter(value -> value.type().equals(type) && value.key() != null)
                .toList();
        execute("create table held (id integer, v " + type + ")");
        Map<String, Integer> expected = new TreeMap<>();
        for (Value value : values) {
            expected.put(value.key(), expected.size());
            execute("insert into held values (" + expected.get(value.key()) + ", " + value.literal() + ")");
        }
        Map<String, String> first = contents(read("v", 1));
        assertEquals(expected.keySet(), first.keySet());
        assertEquals(first, contents(read("v", 1)), "nothing changes in a second run");
        assertEquals(first, contents(read("v", 2)));
        assertEquals(
                first,
                contents(read("id,v", 1)).entrySet().stream()
                        .collect(Collectors.toMap(
                                e -> Keys.split(e.getKey(), 2).orElseThrow().get(1), Map.Entry::getValue)));
        for (Value value : values) {
            List<Row> found = named("v", value.key());
            assertEquals(List.of(value.key()), found.stream().map(Row::key).toList());
            assertEquals(first.get(value.key()), content(found.get(0)));
            assertEquals(
                    1,
                    named("id,v", Keys.join(List.of("" + expected.get(value.key()), value.key())))
                            .size());
        }
        List<String> many = new ArrayList<>(List.of("no such key", "0", "#", "{", "99999999999999999999999", ""));
        many.addAll(expected.keySet());
        List<String> found =
                named("v", many.toArray(String[]::new)).stream().map(Row::key).toList();
        assertTrue(found.containsAll(expected.keySet()), found.toString());
    }

    @ParameterizedTest
    @MethodSource("keyTypes")
    void sharedKeysAreToldAsTheyAre(String type) throws SQLException {
        Value value = values().filter(v -> v.type().equals(type) && v.key() != null)
                .findFirst()
                .orElseThrow();
        execute("create table held (id integer, v " + type + ")");
        execute("insert into held values (1, " + value.literal() + "), (2, " + value.literal() + ")");
        Page page = pages.read(query("v"), source(), new NoMemory(), request(Window.ALL, null, null, 10));
        assertEquals(Set.of(value.key()), page.duplicates());
    }

    List<Row> read(String key, int size) throws SQLException {
        return read(query(key), size);
    }

    List<Row> read(SqlQuery query, int size) throws SQLException {
        return read(query, Window.ALL, size);
    }

    List<Row> read(SqlQuery query, Window window, int size) throws SQLException {
        List<Row> rows = new ArrayList<>();
        String cursor = null;
        do {
            Page page = pages.read(query, source(), new NoMemory(), request(window, null, cursor, size));
            rows.addAll(page.rows());
            cursor = page.next();
            pages.close(); // each page is read by a statement of its own
            assertTrue(rows.size() < 1_000, "ends");
        } while (cursor != null);
        return rows;
    }

    List<Row> named(String key, String... keys) throws SQLException {
        return pages.read(query(key), source(), new NoMemory(), request(Window.ALL, List.of(keys), null, 10))
                .rows();
    }

    static SqlQuery query(String key) {
        return new SqlQuery(
                key, "select * from held", List.of(key.split(",")), "", "", List.of(), ZoneId.of("Europe/Berlin"));
    }

    static ReadRequest request(Window window, List<String> keys, String cursor, int size) {
        return new ReadRequest(1, "r", window, Depth.SHALLOW, keys, cursor, size);
    }

    private static Map<String, String> contents(List<Row> rows) {
        Map<String, String> contents = new LinkedHashMap<>();
        for (Row row : rows) {
            assertNotNull(row.key());
            assertNull(contents.put(row.key(), content(row)), "read twice: " + row.key());
        }
        return contents;
    }

    static String content(Row row) {
        return new String(new Content.Writer().of(row.fields()).json(), StandardCharsets.UTF_8);
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
