package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.value.Micros;
import dev.syncline.value.RawJson;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages of every SQL source must be, whatever its database. */
abstract class PagingContract {
    private static final List<String> KEYS = List.of("number", "code", "job,line", "job,period");
    private static final List<String> CHANGED_AT = List.of("touched", "touched_local", "touched_on", "version", "");
    private static final String[] CODES = {
        "a", "A", "a ", " a", "a/b", "a b", "a|b", "a\\b", "a'b", "a\"b", "ä", "ß", "ss", "Ä", "日本", "😀", "-1", "10",
        "9", ""
    };

    private static final int ROWS = 40;

    private SqlPages pages = new SqlPages();

    /** Pooled: tests open hundreds of cursors. */
    abstract DataSource source() throws SQLException;

    /** The table {@code entries}: id, number, code, job, line, period, touched, touched_local, touched_on, version. */
    abstract String table();

    /** How a moment is written into the column {@code touched}. */
    abstract String moment();

    /** An array of JSON, as an expression. */
    abstract String children();

    /** Which of the columns {@code items}, of such an array, and {@code more}, of text, must be named as JSON. */
    abstract List<String> namedAsJson();

    @BeforeEach
    void makeTable() throws SQLException {
        execute("drop table if exists entries");
        execute(table());
    }

    @AfterEach
    void close() {
        pages.close();
    }

    static Stream<Arguments> everyKindOfRoute() {
        return KEYS.stream().flatMap(key -> CHANGED_AT.stream()
                .flatMap(at -> IntStream.of(1, 4, 1000).boxed().flatMap(size -> Stream.of(true, false)
                        .map(held -> Arguments.of(key, at, size, held)))));
    }

    @ParameterizedTest(name = "key {0}, changed-at {1}, {2} a page, cursor held {3}")
    @MethodSource("everyKindOfRoute")
    void everyRowComesOnceAndInOrder(String key, String changedAt, int size, boolean held) throws SQLException {
        fill();
        List<Row> rows = read(query(key, changedAt), Window.ALL, size, held);
        assertEquals(
                IntStream.range(0, ROWS).boxed().toList(),
                rows.stream().map(PagingContract::id).sorted().toList());
        List<Long> times =
                rows.stream().map(Row::changedAt).filter(at -> at != null).toList();
        assertEquals(times.stream().sorted().toList(), times, "in order of changed-at, nulls together");
        List<Boolean> known = rows.stream().map(row -> row.changedAt() != null).toList();
        assertTrue(
                IntStream.range(1, ROWS)
                                .filter(n -> known.get(n) != known.get(n - 1))
                                .count()
                        <= 1,
                known.toString());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rowsThatTieInEverythingAreOnOnePage(boolean held) throws SQLException {
        for (int id = 0; id < 5; id++) {
            execute("insert into entries (id) values (" + id + ")");
        }
        execute("insert into entries (id, code) values (5, 'x'), (6, 'x')");
        List<Row> rows = read(query("code", "touched"), Window.ALL, 2, held);
        assertEquals(7, rows.size());
    }

    @Test
    void keysAreFoundAsTheyAreWrittenAndNoOthers() throws SQLException {
        for (int id = 0; id < CODES.length; id++) {
            insert(id, (long) id, CODES[id], CODES[id] + "x", id, null, null, null);
        }
        for (int id = 0; id < CODES.length; id++) {
            assertEquals(List.of(id), named("code", CODES[id]), CODES[id]);
            assertEquals(List.of(id), named("job,line", Keys.join(List.of(CODES[id] + "x", "" + id))));
            assertEquals(List.of(id), named("number", "" + id));
        }
        assertEquals(List.of(), named("code", "B", "b", "a  ", "ä "));
        assertEquals(List.of(), named("number", "x", "99999999999999999999", "(no key) #1a2b"));
        assertEquals(List.of(3), named("number", "x", "3"));
        List<String> many =
                IntStream.range(0, 5_000).mapToObj(Integer::toString).toList();
        assertEquals(CODES.length, named("number", many.toArray(String[]::new)).size());
    }

    @Test
    void sharedKeysAreToldAndOthersAreNot() throws SQLException {
        insert(1, 1L, "a", "J", 1, null, null, null);
        insert(2, 2L, "A", "J", 2, null, null, null);
        insert(3, 2L, "b", "J", 2, null, null, null);
        insert(4, 4L, "b", "j", 2, null, null, null);
        for (int size : new int[] {1, 1000}) {
            assertEquals(Set.of("b"), first("code", size).duplicates());
            assertEquals(Set.of("2"), first("number", size).duplicates());
            assertEquals(Set.of("J|2"), first("job,line", size).duplicates());
        }
    }

    @Test
    void windowsHoldWhatChangedInThem() throws SQLException {
        String[] local = {
            "2026-03-28 23:59:59.999999", "2026-03-29 00:00:00", "2026-03-29 03:30:00", "2026-03-30 00:00:00"
        };
        for (int id = 0; id < local.length; id++) {
            insert(id, (long) id, "c" + id, null, null, null, local[id], (long) id);
        }
        insert(9, 9L, "c9", null, null, null, null, null);
        ZoneId zone = ZoneId.of("Europe/Berlin");
        Window day = new Window(
                LocalDateTime.of(2026, 3, 29, 0, 0).atZone(zone).toInstant(),
                LocalDateTime.of(2026, 3, 30, 0, 0).atZone(zone).toInstant(),
                null,
                false);
        for (String changedAt : List.of("touched", "touched_local", "touched_on")) {
            assertEquals(List.of(1, 2), ids(read(query("number", changedAt), day, 1, false)), changedAt);
            Window since = new Window(day.to(), null, null, true);
            assertEquals(
                    Set.of(3, 9), new HashSet<>(ids(read(query("number", changedAt), since, 1, false))), changedAt);
        }
        Window versions = new Window(null, null, 2L, true);
        assertEquals(Set.of(2, 3, 9), new HashSet<>(ids(read(query("number", "version"), versions, 1, false))));
    }

    @Test
    void valuesComeAsTheyAre() throws SQLException {
        insert(1, 9007199254740993L, " a/b ", "J|1", 7, "2026-03-29 02:30:00.123456", "2026-03-29 03:30:00", 5L);
        Row row = read(query("job,period", "touched"), Window.ALL, 1, true).get(0);
        assertEquals(9007199254740993L, row.fields().get("number"));
        assertEquals(" a/b ", row.fields().get("code"));
        assertEquals(
                LocalDateTime.of(2026, 3, 29, 2, 30, 0, 123_456_000),
                row.fields().get("period"));
        assertEquals("J\\|1|2026-03-29T02:30:00.123456", row.key());
        assertEquals(Instant.parse("2026-03-29T01:30:00Z"), Micros.instant(row.changedAt()));
        assertEquals(new BigDecimal("1.50"), row.fields().get("amount"));
        assertEquals(true, row.fields().get("active"));
    }

    @Test
    void jsonIsAListOfChildren() throws SQLException {
        insert(1, 1L, "a", null, null, null, null, null);
        String sql = "select id, number, code, touched, " + children() + " as items, '[1]' as more from entries";
        SqlQuery query = new SqlQuery("r", sql, List.of("number"), "touched", "", namedAsJson(), ZoneId.of("UTC"));
        Row row = read(query, Window.ALL, 1, true).get(0);
        RawJson items = (RawJson) row.fields().get("items");
        assertTrue(items.isArray(), items.text());
        assertTrue(((RawJson) row.fields().get("more")).isArray());
    }

    @Test
    void aNewColumnIsSeenWhileTheProcessGoesOn() throws SQLException {
        fill();
        SqlQuery query = new SqlQuery(
                "r", "select * from entries", List.of("number"), "touched", "", List.of(), ZoneId.of("UTC"));
        for (int n = 0; n < 7; n++) {
            assertFalse(read(query, Window.ALL, 1000, true).get(0).fields().containsKey("colour"));
        }
        execute("alter table entries add column colour varchar(10)");
        assertTrue(read(query, Window.ALL, 1000, true).get(0).fields().containsKey("colour"));
        execute("alter table entries drop column number");
        assertThrows(InvalidSource.class, () -> read(query, Window.ALL, 1000, true));
    }

    @Test
    void aQueryThatTheSourceRefusesIsTheRoutesFault() {
        SqlQuery query = new SqlQuery(
                "r", "select * from nowhere", List.of("number"), "touched", "", List.of(), ZoneId.of("UTC"));
        String message = assertThrows(InvalidSource.class, () -> read(query, Window.ALL, 1, true))
                .getMessage();
        assertTrue(message.contains("nowhere"), message);
    }

    @Test
    void theSourcesClockIsTold() throws SQLException {
        Instant now = pages.read(
                        query("number", "touched"), source(), new NoMemory(), request(Window.ALL, null, null, 1))
                .sourceNow();
        assertTrue(Math.abs(now.getEpochSecond() - Instant.now().getEpochSecond()) < 60, now.toString());
    }

    private void fill() throws SQLException {
        for (int id = 0; id < ROWS; id++) {
            int step = id / 5;
            insert(
                    id,
                    id % 11 == 0 ? null : (long) id % 17,
                    id % 8 == 0 ? null : CODES[id % CODES.length],
                    id % 13 == 0 ? null : CODES[id % 7],
                    id % 7 == 0 ? null : id % 3,
                    id % 9 == 0 ? null : "2026-01-0" + (1 + id % 2) + " 12:00:00.00000" + id % 4,
                    step % 4 == 3 ? null : "2026-10-25 0" + step % 4 + ":30:00.00000" + step % 3,
                    step % 4 == 3 ? null : (long) step % 4);
        }
    }

    /** @param local when it was touched, in Berlin */
    private void insert(
            int id, Long number, String code, String job, Integer line, String period, String local, Long version)
            throws SQLException {
        try (Connection connection = source().getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into entries (id, number, code, job, line,"
                                + " period, touched, touched_local, touched_on, version, amount, active)"
                                + " values (?, ?, ?, ?, ?, ?, " + moment() + ", ?, ?, ?, 1.50, true)")) {
            LocalDateTime time = local == null ? null : LocalDateTime.parse(local.replace(' ', 'T'));
            Object[] values = {
                id,
                number,
                code,
                job,
                line,
                period == null ? null : LocalDateTime.parse(period.replace(' ', 'T')),
                time == null
                        ? null
                        : LocalDateTime.ofInstant(
                                        time.atZone(ZoneId.of("Europe/Berlin")).toInstant(), ZoneId.of("UTC"))
                                .toString(),
                time,
                time == null ? null : time.toLocalDate(),
                version
            };
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static SqlQuery query(String key, String changedAt) {
        String sql = "select id, number, code, job, line, period, amount, active"
                + (changedAt.isEmpty() ? "" : ", " + changedAt) + " from entries";
        return new SqlQuery(
                key + changedAt, sql, List.of(key.split(",")), changedAt, "", List.of(), ZoneId.of("Europe/Berlin"));
    }

    private List<Row> read(SqlQuery query, Window window, int size, boolean held) throws SQLException {
        List<Row> rows = new ArrayList<>();
        String cursor = null;
        do {
            Page page = pages.read(query, source(), new NoMemory(), request(window, null, cursor, size));
            assertTrue(page.rows().size() >= size || page.next() == null, "a page is full, or the last one");
            rows.addAll(page.rows());
            cursor = page.next();
            if (!held) {
                pages.close();
            }
            assertTrue(rows.size() < 1_000, "ends");
        } while (cursor != null);
        return rows;
    }

    private Page first(String key, int size) throws SQLException {
        return pages.read(query(key, "touched"), source(), new NoMemory(), request(Window.ALL, null, null, size));
    }

    private List<Integer> named(String key, String... keys) throws SQLException {
        return ids(
                pages.read(query(key, "touched"), source(), new NoMemory(), request(Window.ALL, List.of(keys), null, 1))
                        .rows());
    }

    private static ReadRequest request(Window window, List<String> keys, String cursor, int size) {
        return new ReadRequest(1, "r", window, Depth.SHALLOW, keys, cursor, size);
    }

    private static List<Integer> ids(List<Row> rows) {
        return rows.stream().map(PagingContract::id).toList();
    }

    private static int id(Row row) {
        return ((Number) row.fields().get("id")).intValue();
    }
}
