package dev.syncline.record.search;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.support.PlainPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A hub with a large route, of which few records are kept back, and a small one. */
class StatusTableSearchTest {
    private static final int MANY = 3 * StatusTableSearch.MOST_TITLES;

    private static DataSource hub;
    private static StatusTableSearch search;

    @BeforeAll
    static void fill() throws SQLException {
        hub = PlainPostgres.hub("search");
        search = new StatusTableSearch(hub);
        execute("insert into sync_route (name, failed, success) values ('vendors', 2, " + MANY + "), ('jobs', 0, 3)");
        execute(
                "insert into sync_record (attempted_at, run_id, route, status, action, attempts, transient, keyless, key, title)"
                        + " select n, 1, 1, 1, 1, 1, false, false, 'V-' || lpad(n::text, 7, '0'), 'Supplier ' || n"
                        + " from generate_series(1, " + MANY + ") n");
        record(1, 2, "Z-1", "Ümit & Söhne 100%_");
        record(1, 2, "Z-2", "Nordwind");
        record(2, 1, "J-Müller/7 a", "Harbour");
        record(2, 1, "V-0000001", "a job of a vendor's number");
        record(2, 1, "\uD800\uDC00", null);
        execute("analyze");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "V-0000001     | jobs V-0000001, vendors V-0000001",
                "v-0000042     | vendors V-0000042",
                "J-Müller/     | jobs J-Müller/7 a",
                "nordWIND      | vendors Z-2",
                "ümit & söhne  | vendors Z-1",
                "100%_         | vendors Z-1",
                "harb          | jobs J-Müller/7 a",
                "Z-            | vendors Z-1, vendors Z-2",
                "nobody has it | ''",
                "' or 1=1 --'  | ''"
            })
    void findsKeysByTheirBeginningAndTitlesByAnyPart(String text, String found) {
        assertEquals(
                found == null ? "" : found,
                String.join(
                        ", ",
                        search.find(text, 10).records().stream()
                                .map(match -> match.route() + " " + match.key())
                                .sorted()
                                .toList()));
    }

    @Test
    void theKeyItselfComesFirstAndNoMoreThanAskedForAreFound() {
        RecordMatches found = search.find("V-000001", 10);
        assertEquals(10, found.records().size());
        assertTrue(found.isWhole(), "enough was found");
        assertEquals("V-0000010", search.find("V-0000010", 3).records().get(0).key());
    }

    /** The last titles of a large route are not looked at, which must not look as if nothing had them. */
    @Test
    void saysWhenNotAllTitlesWereLookedAt() {
        RecordMatches found = search.find("Supplier " + MANY, 10);
        assertEquals(List.of(), found.records());
        assertFalse(found.isWhole());
    }

    /** Whatever is asked for: the table is not read as a whole, of which there may be a million. */
    @ParameterizedTest
    @ValueSource(strings = {"V-0000077", "supplier 7", "nordwind", "nobody has it"})
    void readsByIndexAlone(String text) throws SQLException {
        long scans = number("seq_scan");
        long lookUps = number("idx_scan");
        search.find(text, 10);
        await("the statistics are written").until(() -> number("idx_scan") > lookUps);
        assertEquals(scans, number("seq_scan"));
    }

    private static long number(String counter) throws SQLException {
        try (Connection connection = hub.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(
                        "select " + counter + " from pg_stat_user_tables where relname = 'sync_record'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void record(int route, int status, String key, String title) throws SQLException {
        try (Connection connection = hub.getConnection();
                var insert = connection.prepareStatement(
                        "insert into sync_record (attempted_at, run_id, route, status, action, attempts, transient, keyless,"
                                + " key, title) values (1, 1, ?, ?, 1, 1, false, false, ?, ?)")) {
            insert.setInt(1, route);
            insert.setInt(2, status);
            insert.setString(3, key);
            insert.setString(4, title);
            insert.executeUpdate();
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = hub.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
