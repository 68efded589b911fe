package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.support.PlainMariaDb;
import dev.syncline.support.PlainPostgres;
import dev.syncline.system.PageMemory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What is held of a source is bounded by its bytes: pages are shorter, and a row that is too wide is told by its key. */
class WideRowsTest {
    private static final int KIB = 1 << 10;
    private static final PageMemory MEMORY = new PageMemory(64 * KIB, 256 * KIB, 512 * KIB);
    private static final SqlQuery QUERY =
            new SqlQuery("r", "select id, at, body from wide", List.of("id"), "at", "", List.of(), ZoneId.of("UTC"));

    /** Narrow rows, then wide ones, of which some are wider than a row or a fetch may be. */
    private static final int ROWS = 700;

    private static final Set<Integer> TOO_WIDE = Set.of(420, 421, 500, 699);

    private final SqlPages pages = new SqlPages(MEMORY);

    @AfterEach
    void close() {
        pages.close();
    }

    @ParameterizedTest(name = "{0}, cursor held {1}")
    @CsvSource({"postgres,true", "postgres,false", "mariadb,true", "mariadb,false"})
    void everyRowComesOnceInPagesThatFit(String database, boolean isHeld) throws SQLException {
        DataSource source = wide(database);
        List<Row> rows = new ArrayList<>();
        ReadRequest request = request(null, 500);
        do {
            Page page = pages.read(QUERY, source, new NoMemory(), request);
            assertFits(page);
            rows.addAll(page.rows());
            request = request.after(page);
            if (!isHeld) {
                pages.close();
            }
        } while (request != null);
        assertEach(rows, IntStream.range(0, ROWS).boxed().toList());
    }

    @ParameterizedTest
    @CsvSource({"postgres", "mariadb"})
    void keysAreLookedUpInPagesThatFit(String database) throws SQLException {
        DataSource source = wide(database);
        List<String> keys =
                IntStream.range(300, ROWS + 10).mapToObj(Integer::toString).toList();
        List<Row> rows = new ArrayList<>();
        ReadRequest request = request(keys, keys.size());
        do {
            Page page = pages.read(QUERY, source, new NoMemory(), request);
            assertFits(page);
            rows.addAll(page.rows());
            request = request.after(page);
        } while (request != null);
        assertEach(rows, IntStream.range(300, ROWS).boxed().toList());
    }

    @ParameterizedTest
    @CsvSource({"postgres", "mariadb"})
    void narrowRowsFillAPage(String database) throws SQLException {
        DataSource source = wide(database);
        Page page = pages.read(QUERY, source, new NoMemory(), request(null, 390));
        assertEquals(390, page.rows().size());
        List<String> keys = IntStream.range(0, 390).mapToObj(Integer::toString).toList();
        Page named = pages.read(QUERY, source, new NoMemory(), request(keys, 390));
        assertEquals(390, named.rows().size());
        assertNull(named.next());
    }

    @Test
    void boundsGrowWithTheHeap() {
        assertEquals(4L << 20, PageMemory.of(256L << 20).page());
        assertEquals(16L << 20, PageMemory.of(256L << 20).row());
        assertEquals(2L << 20, PageMemory.of(1).page());
        assertEquals(16L << 20, PageMemory.of(64L << 30).page());
    }

    private static void assertFits(Page page) {
        long bytes = page.rows().stream().mapToLong(RowBytes::of).sum();
        long last = page.rows().isEmpty()
                ? 0
                : RowBytes.of(page.rows().get(page.rows().size() - 1));
        assertTrue(bytes - last <= MEMORY.page(), "of " + page.rows().size() + " rows: " + bytes);
    }

    private static void assertEach(List<Row> rows, List<Integer> ids) {
        assertEquals(ids, rows.stream().map(row -> Integer.valueOf(row.key())).toList());
        for (Row row : rows) {
            int id = Integer.parseInt(row.key());
            if (TOO_WIDE.contains(id)) {
                assertEquals(Mark.Kind.REFUSED, row.mark().kind());
                assertTrue(
                        row.mark().reason().contains("larger than"), row.mark().reason());
                assertEquals(Set.of("id"), row.fields().keySet());
            } else {
                assertNull(row.mark(), () -> row.key() + ": " + row.mark());
                assertEquals(width(id), ((String) row.fields().get("body")).length());
            }
            assertTrue(row.changedAt() != null);
        }
    }

    private static int width(int id) {
        if (id == 500) {
            return 300 * KIB; // than a row may be
        }
        return TOO_WIDE.contains(id) ? 900 * KIB : id < 400 ? 100 : id < 600 ? 20 * KIB : 100;
    }

    private static DataSource wide(String database) throws SQLException {
        DataSource source = database.equals("postgres") ? bounded() : PlainMariaDb.source();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists wide");
            statement.execute(
                    database.equals("postgres")
                            ? "create table wide (id integer, at timestamp, body text)"
                            : "create table wide (id integer, at datetime, body longtext)");
            for (int id = 0; id < ROWS; id++) {
                statement.addBatch("insert into wide values (" + id + ", '2026-01-01 00:" + two(id / 60) + ":"
                        + two(id % 60) + "', repeat('x', " + width(id) + "))");
            }
            statement.executeBatch();
        }
        return source;
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    /** Whose driver takes no more at once. */
    private static DataSource bounded() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try (Connection connection = PlainPostgres.source().getConnection()) {
            source.setUrl(connection.getMetaData().getURL());
        }
        source.setUser("postgres");
        source.setPassword("postgres");
        source.setMaxResultBuffer(Long.toString(MEMORY.fetch()));
        return source;
    }

    private static ReadRequest request(List<String> keys, int limit) {
        return new ReadRequest(1, "r", Window.ALL, Depth.SHALLOW, keys, null, limit);
    }
}
