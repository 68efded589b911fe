package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.Entries;
import dev.syncline.support.Entries.ChangedAt;
import dev.syncline.support.Ledger;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class SqlReaderTest {
    private static final int[] PAGE_SIZES = {1, 2, 3, 7, 1000};
    private static final AtomicLong RUNS = new AtomicLong(1_000_000_000);

    @Inject
    SqlReader reader;

    private Database ledger;
    private final long run = RUNS.incrementAndGet();

    @BeforeEach
    void table() {
        ledger = Ledger.database();
        ledger.execute("drop table if exists entries cascade");
        ledger.execute(Entries.TABLE);
    }

    @AfterEach
    void closeCursor() throws SQLException {
        forget(Entries.BY_NUMBER.route(ChangedAt.VERSION));
    }

    static Stream<Arguments> everyRouteAtEveryPageSize() {
        return Stream.of(Entries.values())
                .flatMap(entries -> Stream.of(ChangedAt.values()).flatMap(changedAt -> IntStream.of(PAGE_SIZES)
                        .mapToObj(size -> Arguments.of(entries, changedAt, size))));
    }

    @ParameterizedTest
    @MethodSource("everyRouteAtEveryPageSize")
    void readsEveryRowOnceOverAnOpenCursor(Entries entries, ChangedAt changedAt, int size) throws SQLException {
        fill(60);
        assertReadsEachOnce(entries.route(changedAt), size, false);
    }

    @ParameterizedTest
    @MethodSource("everyRouteAtEveryPageSize")
    void readsEveryRowOnceWhenEachPageIsOpenedAnew(Entries entries, ChangedAt changedAt, int size) throws SQLException {
        fill(60);
        assertReadsEachOnce(entries.route(changedAt), size, true);
    }

    /** Rows that no comparison can tell apart are one page, however small its limit. */
    @ParameterizedTest
    @EnumSource
    void keepsRowsTogetherThatTieInEverything(ChangedAt changedAt) throws SQLException {
        ledger.execute("insert into entries (id, number, code) select n, null, null from generate_series(1, 5) n");
        Page page = reader.read(request(Entries.BY_TEXT.route(changedAt), null, 2));
        assertEquals(5, page.rows().size());
        assertNull(page.next());
    }

    @Test
    void countsTheRowsOnTheFirstPageOnly() throws SQLException {
        fill(60);
        String route = Entries.BY_NUMBER.route(ChangedAt.TOUCHED);
        Page first = reader.read(request(route, null, 7));
        assertEquals(60, first.expected());
        Page second = reader.read(request(route, first.next(), 7));
        assertNull(second.expected());
        assertEquals(60, reader.read(request(route, null, 1000)).expected());
    }

    @Test
    void continuesBehindTheLastRowWhenTheConnectionIsLost() throws SQLException {
        ledger.execute("insert into entries (id, number) select n, n from generate_series(1, 3000) n");
        String route = Entries.BY_NUMBER.route(ChangedAt.TOUCHED);
        Page page = reader.read(request(route, null, 10));
        List<Integer> ids = new ArrayList<>(ids(page));
        killConnections();
        while (page.next() != null) {
            page = reader.read(request(route, page.next(), 1000));
            ids.addAll(ids(page));
        }
        assertEquals(IntStream.rangeClosed(1, 3000).boxed().toList(), ids);
    }

    /** A column that may not be null in its table is null where an outer join finds no row. */
    @ParameterizedTest
    @MethodSource("pageSizes")
    void readsRowsWithoutAPartnerInAnOuterJoin(int size) throws SQLException {
        fill(60);
        ledger.execute("drop table if exists notes");
        ledger.execute("create table notes (id integer primary key, noted_at timestamptz not null)");
        ledger.execute("insert into notes select id, '2026-01-01T00:00Z' from entries where id % 2 = 0");
        assertReadsEachOnce("ledger-noted-to-relay", size, true);

        Page changes = reader.read(new ReadRequest(
                run,
                "ledger-noted-to-relay",
                new Window(Instant.parse("2026-02-01T00:00:00Z"), null, null, true),
                Depth.SHALLOW,
                null,
                null,
                1000));
        assertEquals(30, changes.rows().size());
    }

    static IntStream pageSizes() {
        return IntStream.of(PAGE_SIZES);
    }

    /** What ERPs write for never and for always. */
    @ParameterizedTest
    @EnumSource(names = {"TOUCHED", "TOUCHED_LOCAL", "TOUCHED_ON"})
    void readsTimesFarOutsideTheCalendar(ChangedAt changedAt) throws SQLException {
        String[] times = {
            "-infinity",
            "4713-01-01 BC",
            "0001-01-01",
            "1600-02-29",
            "1970-01-01",
            "2262-04-12",
            "9999-12-31",
            "infinity"
        };
        for (int id = 0; id < times.length; id++) {
            ledger.execute(
                    "insert into entries (id, number, " + changedAt.column()
                            + ") values (?, 1, cast(? as timestamptz))",
                    id,
                    times[id]);
        }
        List<Row> rows = read(Entries.BY_NUMBER.route(changedAt), 1, true);
        assertEquals(
                IntStream.range(0, times.length).boxed().toList(),
                rows.stream().map(SqlReaderTest::id).toList());
        assertNull(rows.get(0).changedAt(), "that is no time");
        assertNull(rows.get(times.length - 1).changedAt(), "that is no time");
        for (int n = 2; n < rows.size() - 1; n++) {
            assertTrue(rows.get(n - 1).changedAt() < rows.get(n).changedAt(), times[n - 1] + " before " + times[n]);
        }
    }

    @Test
    void findsNamedKeysAsTheyAreWritten() throws SQLException {
        String[] codes = {"a", "A", "a ", " a", "a/b", "a|b", "a\\b", "a'b", "é", ""};
        for (int id = 0; id < codes.length; id++) {
            ledger.execute(
                    "insert into entries (id, code, job, line) values (?, ?, ?, ?)",
                    id,
                    codes[id],
                    codes[id] + "x",
                    id);
        }
        for (int id = 0; id < codes.length; id++) {
            assertEquals(List.of(id), named(Entries.BY_TEXT, codes[id]));
            assertEquals(List.of(id), named(Entries.BY_PARTS, Keys.join(List.of(codes[id] + "x", "" + id))));
        }
        assertEquals(Set.of(0, 2, 4), new TreeSet<>(named(Entries.BY_TEXT, "a", "a ", "a/b", "nothing")));
    }

    /** The status table holds keys that it made up itself, and a caller may ask for anything. */
    @Test
    void findsNothingUnderKeysThatTheSourceCannotHave() throws SQLException {
        ledger.execute("insert into entries (id, number, code, job, line, period)"
                + " values (1, 1, 'a', 'J', 1, '2026-01-01'), (2, 2, 'b', 'J', 2, '2026-01-01')");
        for (String key :
                List.of("(no key) #1a2b3c4d", "x", "1|x", "1|2|3|4", "J|one", "J|1|never", "99999999999999999999")) {
            assertEquals(List.of(2), named(Entries.BY_NUMBER, key, "2"), key);
            assertEquals(List.of(), named(Entries.BY_NUMBER, key), key);
            assertEquals(List.of(2), named(Entries.BY_PARTS, key, "J|2"), key);
            assertEquals(List.of(), named(Entries.BY_PARTS, key), key);
            assertEquals(List.of(2), named(Entries.BY_PARTS_WITH_TIME, key, "J|2|2026-01-01T00:00"), key);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsKeysOfSeveralRowsOverPageBoundaries(Entries entries) throws SQLException {
        for (int id = 0; id < 6; id++) {
            ledger.execute(
                    "insert into entries (id, number, code, job, line, period, version)"
                            + " values (?, ?, ?, 'J|', ?, '2026-01-01T12:30:00.5', ?)",
                    id,
                    id / 2,
                    "c" + id / 2,
                    id / 2,
                    id % 2);
        }
        ledger.execute("insert into entries (id, number, code, job, line, period, version)"
                + " values (6, 6, 'c6', 'J|', 6, '2026-01-01', 6), (7, null, null, null, null, null, 6)");
        Page page = reader.read(request(entries.route(ChangedAt.VERSION), null, 1));
        Set<String> keys = new TreeSet<>();
        for (Row row : read(entries.route(ChangedAt.VERSION), 1000, false)) {
            if (id(row) < 6) {
                keys.add(row.key());
            }
        }
        assertEquals(3, keys.size());
        assertTrue(page.duplicates().containsAll(keys), page.duplicates() + " has not all of " + keys);
    }

    @ParameterizedTest
    @EnumSource
    void givesTextNumbersAndTimesAsTheyAre(ChangedAt changedAt) throws SQLException {
        ledger.execute("insert into entries values (1, 9007199254740993, ' a/b ', 'J|1', 7, '2026-03-29 02:30',"
                + " '2026-03-29 03:30+02', '2026-03-29 03:30', '2026-03-29', 1774747800000000)");
        Row row = read(Entries.BY_PARTS.route(changedAt), 1, false).get(0);
        assertEquals(
                List.of("id", "number", "code", "job", "line", "period"),
                List.copyOf(row.fields().keySet()));
        assertEquals(9007199254740993L, row.fields().get("number"));
        assertEquals(" a/b ", row.fields().get("code"));
        assertEquals(LocalDateTime.of(2026, 3, 29, 2, 30), row.fields().get("period"));
        assertEquals("J\\|1|7", row.key());
        // The local times are Berlin's.
        long expected = changedAt == ChangedAt.TOUCHED_ON ? 1774738800000000L : 1774747800000000L;
        assertEquals(expected, row.changedAt());
    }

    @Test
    void saysWhichColumnIsMissing() {
        String message = assertThrows(
                        InvalidSource.class, () -> reader.read(request("ledger-no-changed-at-to-relay", null, 1)))
                .getMessage();
        assertTrue(message.contains("no column 'touched'") && message.contains("id, number"), message);
    }

    @Test
    void saysWhatTheSourceRefuses() {
        String message = assertThrows(
                        InvalidSource.class, () -> reader.read(request("ledger-no-table-to-relay", null, 1)))
                .getMessage();
        assertTrue(message.contains("ledger-no-table-to-relay") && message.contains("nowhere"), message);
    }

    /** Rows with every mix of ties, nulls and awkward keys; changed-at moves on with every fifth row. */
    private void fill(int rows) {
        String[] codes = {"a", "A", "a ", " a", "a/b", "a b", "a|b", "a\\b", "ä", "-1", "10", "9", "", null, null};
        List<Object[]> values = new ArrayList<>();
        for (int id = 0; id < rows; id++) {
            int step = id / 5;
            String time = step % 4 == 3 ? null : "2026-10-25 0" + step % 4 + ":30:00.00000" + step % 3;
            values.add(new Object[] {
                id,
                id % 11 == 0 ? null : (long) id % 17,
                codes[id % codes.length],
                id % 13 == 0 ? null : codes[id % 7],
                id % 7 == 0 ? null : id % 3,
                id % 9 == 0 ? null : "2026-01-0" + (1 + id % 2) + " 12:00",
                time == null ? null : time + "Z",
                time,
                time,
                step % 4 == 3 ? null : (long) step % 4
            });
        }
        ledger.executeAll(
                "insert into entries values (?, ?, ?, ?, ?, cast(? as timestamp), cast(? as timestamptz),"
                        + " cast(? as timestamp), cast(? as timestamp), ?)",
                values);
    }

    private void assertReadsEachOnce(String route, int size, boolean reopened) throws SQLException {
        List<Row> rows = read(route, size, reopened);
        List<Integer> all = ledger.column(Integer.class, "select id from entries order by id");
        assertEquals(all, rows.stream().map(SqlReaderTest::id).sorted().toList());
        List<Long> changedAt = rows.stream().map(Row::changedAt).toList();
        for (int n = 1; n < changedAt.size(); n++) {
            Long before = changedAt.get(n - 1);
            Long here = changedAt.get(n);
            assertTrue(here == null || before != null && before <= here, "in order of changed-at, nulls last");
        }
    }

    private List<Row> read(String route, int size, boolean reopened) throws SQLException {
        List<Row> rows = new ArrayList<>();
        String cursor = null;
        do {
            Page page = reader.read(request(route, cursor, size));
            assertTrue(page.rows().size() >= size || page.next() == null, "a page is full, or the last one");
            rows.addAll(page.rows());
            cursor = page.next();
            if (reopened) {
                forget(route);
            }
        } while (cursor != null);
        return rows;
    }

    /** Has the reader close the run's cursor: one that is asked for named keys does. */
    private void forget(String route) throws SQLException {
        Page page = reader.read(new ReadRequest(run, route, Window.ALL, Depth.SHALLOW, List.of(), null, 1));
        assertEquals(List.of(), page.rows());
    }

    private List<Integer> named(Entries entries, String... keys) throws SQLException {
        return ids(reader.read(new ReadRequest(
                run, entries.route(ChangedAt.TOUCHED), Window.ALL, Depth.SHALLOW, List.of(keys), null, keys.length)));
    }

    private ReadRequest request(String route, String cursor, int limit) {
        return new ReadRequest(run, route, Window.ALL, Depth.SHALLOW, null, cursor, limit);
    }

    private void killConnections() {
        ledger.column(
                Boolean.class,
                "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                        + " and datname = current_database() and query like '%from entries%'");
    }

    private static List<Integer> ids(Page page) {
        return page.rows().stream().map(SqlReaderTest::id).toList();
    }

    private static int id(Row row) {
        return ((Number) row.fields().get("id")).intValue();
    }
}
